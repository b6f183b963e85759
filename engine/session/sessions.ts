import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { CallOptions } from '../../contract/engine.ts'
import { phrase } from '../../contract/words/say.ts'
import type { Checked } from '../../contract/schemas.ts'
import type { SessionDocument } from '../../contract/session-document.ts'
import type { RecoverableView, SessionView } from '../../contract/session-views.ts'
import type { DatasetSummary, ExportView } from '../../contract/views.ts'
import { asRefusal } from '../../workers/csv/file-reasons.ts'
import type { Pool } from '../../workers/pool.ts'
import { ownColumns } from '../columns.ts'
import type { Datasets } from '../datasets.ts'
import { refuseSource } from '../export/target.ts'
import { writeWhole } from '../export/whole-file.ts'
import type { Fits } from '../fits/fits.ts'
import type { Fit, Reached } from '../fits/run.ts'
import { tracesOf } from '../fits/traces.ts'
import type { Grants } from '../grants.ts'
import type { Autosaves } from './autosaves.ts'
import { checkData, dataChanged, findData } from './find-data.ts'
import type { Places } from './places.ts'
import { restoreFit } from './restore.ts'
import { sessionOf } from './save.ts'
import { readSession, sessionText } from './text.ts'
import { unreadable } from './unreadable.ts'

/** The longest file that is read as a session. */
const MOST_BYTES = 400 * 2 ** 20

export interface Sessions {
  save(input: Checked<'saveSession'>): Promise<ExportView>
  autosave(input: Checked<'autosave'>): Promise<{ bytes: number }>
  recoverable(window: string): Promise<RecoverableView[]>
  forget(window: string): Promise<null>
  /**
   * Opens the data of a session and brings back its fits. Throws `session-unreadable`, `session-newer`, `session-data-missing`,
   * `session-data-changed`, or what opening the data throws; nothing is then left open.
   */
  open(input: Checked<'openSession'>, options: CallOptions<'openSession'>): Promise<SessionView>
}

export interface SessionMeans {
  pool: Pool
  grants: Grants
  datasets: Datasets
  fits: Fits
  places: Places
  autosaves: Autosaves
  samplesFolder: string
  version: string
}

export function createSessions(means: SessionMeans): Sessions {
  const { pool, grants, datasets, fits, places, autosaves, samplesFolder, version } = means

  async function openData(
    path: string,
    { source }: SessionDocument,
    options: CallOptions<'openSession'>,
  ): Promise<DatasetSummary> {
    const { grant } = grants.addFile(path)
    const derived = source.derived ?? []
    const summary = await datasets.open({ source: { grant }, dialect: source.dialect }, options, derived)
    const dataset = datasets.get(summary.dataset)
    const { file } = dataset
    const names = file.columns.slice(0, ownColumns(dataset)).map(({ name }) => name)
    if (file.hash === source.sha256 && names.join('\n') === source.columns.join('\n')) return summary
    datasets.close(summary.dataset)
    throw dataChanged(source, basename(path), file.bytes)
  }

  async function pathOfData(
    { source }: SessionDocument,
    sessionPath: string,
    given: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<string> {
    if (given === undefined) return await findData(source, sessionPath, places, samplesFolder, signal)
    const path = grants.file(given)
    await checkData(source, path, signal)
    return path
  }

  return {
    async save({ dataset: id, fits: ids, view, target }) {
      const dataset = datasets.get(id)
      const path = grants.target(target)
      await refuseSource(path, dataset.path)
      const document = sessionOf(dataset, ids.map(fits.reached), { view }, version)
      const written = await writeWhole(path, sessionText(document), dataset.file.rows)
      await places.keep(dataset.file.hash, dataset.path)
      return written
    },
    async autosave({ window, dataset: id, fits: ids, view }) {
      const dataset = datasets.get(id)
      const open = ids.map(fits.reached)
      const document = sessionOf(dataset, open, { view }, version)
      const text = sessionText(document)
      const { name, file, path } = dataset
      const about = { file: name, saved: document.saved, rows: file.rows, ...restartsOf(open) }
      await autosaves.write(window, text, about)
      await places.keep(file.hash, path)
      return { bytes: text.length }
    },
    async recoverable(window) {
      const kept = await autosaves.list(window)
      return await Promise.all(
        kept.map(async (one) => ({
          ...one,
          grant: grants.addFile(await autosaves.path(one.id), undefined, false).grant,
        })),
      )
    },
    async forget(window) {
      await autosaves.drop(window)
      return null
    },
    async open({ grant, data }, options) {
      const path = grants.file(grant)
      const document = readSession(await textOf(path), basename(path))
      const dataPath = await pathOfData(document, path, data, options.signal)
      const summary = await openData(dataPath, document, options)
      try {
        const dataset = datasets.get(summary.dataset)
        dataset.roles = document.source.roles
        const restored = []
        for (const stored of document.fits)
          restored.push(await restoreFit(pool, dataset, stored, options.signal))
        for (const fit of restored) fits.adopt(fit)
        return {
          data: grants.addFile(dataset.path, undefined, grants.lasts(data ?? grant)).grant,
          dataset: {
            ...summary,
            remembered: { dialect: document.source.dialect, roles: document.source.roles },
          },
          fits: restored.map(viewOf),
          view: document.view,
          file: basename(path),
        }
      } catch (thrown) {
        datasets.close(summary.dataset)
        throw thrown
      }
    },
  }
}

function viewOf(fit: Fit): SessionView['fits'][number] {
  const { summary } = fit
  const traces = tracesOf(fit)
  const all = [...summary.restarts, ...summary.removed]
  return { summary, traces: all.map(({ id }) => traces.get(id) ?? new Float64Array()) }
}

/** How many there are that nobody removed; and of those of interrupted fits, how many had not ended. */
function restartsOf(fits: readonly Reached[]): { restarts: number; waiting: number } {
  const counted = fits.map(({ plan, outcomes, interrupted }) => ({
    interrupted,
    outcomes: outcomes.filter((_, at) => plan[at].removed !== true),
  }))
  const cut = counted.filter(({ interrupted }) => interrupted).flatMap(({ outcomes }) => outcomes)
  return {
    restarts: counted.reduce((sum, { outcomes }) => sum + outcomes.length, 0),
    waiting: cut.filter(({ status, mixture }) => status === 'stopped' && mixture === null).length,
  }
}

async function textOf(path: string): Promise<string> {
  const name = basename(path)
  const handle = await open(path).catch((thrown: unknown) => {
    throw asRefusal(name, thrown)
  })
  try {
    const there = await handle.stat()
    if (!there.isFile()) throw unreadable(name, phrase('it is no file'))
    if (there.size > MOST_BYTES)
      throw unreadable(
        name,
        phrase('it has more than {most} MB, the most that a session has', { most: MOST_BYTES / 2 ** 20 }),
      )
    return await handle.readFile('utf8')
  } catch (thrown) {
    throw asRefusal(name, thrown)
  } finally {
    await handle.close()
  }
}
