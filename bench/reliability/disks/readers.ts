import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { SessionView } from '../../../contract/session-views.ts'
import type { DatasetSummary } from '../../../contract/views.ts'
import type { Bench } from '../../../engine/fixtures/bench.ts'
import { rowsOfText, work, WRITERS, type Work } from '../../../engine/fixtures/writers.ts'

/** Something that reads a file. */
export interface Reader {
  name: string
  /** When the file is struck: before it is read, once there is progress, or once something is being written from it. */
  moment: 'before' | 'progress' | 'writing'
  ready(bench: Bench, folder: string): Promise<Ready>
}

export interface Ready {
  /** The file that is struck. */
  path: string
  /** Gives a text that is the same whenever what was read is the same. */
  read(onProgress: () => void): Promise<string>
  /** What was open before; null where nothing was. */
  open: Work | null
  /** What is written from it. */
  target: string | null
}

/** Enough that it can be struck while it is read. */
const ROWS = 300_000
const TABLE = rowsOfText(ROWS)

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const gistOf = ({ rows, columns }: DatasetSummary) =>
  JSON.stringify([rows, columns.map(({ min, max, mean, sd }) => [min, max, mean, sd])])

function opening(name: string, file: string, content: () => string | Uint8Array): Reader {
  return {
    name,
    moment: 'progress',
    ready(bench, folder) {
      const path = join(folder, file)
      writeFileSync(path, content())
      const { grant } = bench.grants.addFile(path)
      const read = async (onProgress: () => void) => {
        const summary = await bench.engine.open({ source: { grant } }, { onProgress })
        await bench.engine.close({ dataset: summary.dataset })
        return gistOf(summary)
      }
      return Promise.resolve({ path, read, open: null, target: null })
    },
  }
}

async function opened(bench: Bench, folder: string): Promise<Work & { path: string }> {
  const path = join(folder, 'data.csv')
  writeFileSync(path, TABLE)
  const { grant } = bench.grants.addFile(path)
  return { ...(await work(bench, await bench.engine.open({ source: { grant } }))), path }
}

const writing = (name: string, writer: string): Reader => ({
  name,
  moment: 'writing',
  async ready(bench, folder) {
    const open = await opened(bench, folder)
    const { target, path } = bench.target(`${sha256(folder + name).slice(0, 12)}.csv`)
    const read = async () => {
      await WRITERS[writer](open, target)
      return sha256(readFileSync(path))
    }
    return { path: open.path, read, open, target: path }
  },
})

const gistOfSession = ({ dataset, fits, view }: SessionView) =>
  JSON.stringify([gistOf(dataset), view, fits.map(({ summary }) => summary.restarts)])

/** `which` of the two files is struck. */
const session = (name: string, which: 'session' | 'data'): Reader => ({
  name,
  moment: 'before',
  async ready(bench, folder) {
    const open = await opened(bench, folder)
    const path = join(folder, 'work.basin')
    await WRITERS['a session'](open, bench.grants.addTarget(path).target)
    const { grant } = bench.grants.addFile(path)
    const read = async () => {
      const found = await bench.engine.openSession({ grant })
      await bench.engine.close({ dataset: found.dataset.dataset })
      return gistOfSession(found)
    }
    return { path: which === 'session' ? path : open.path, read, open, target: null }
  },
})

export const READERS: readonly Reader[] = [
  opening('a file that is being opened', 'data.csv', () => TABLE),
  opening('a packed file that is being opened', 'data.csv.gz', () => gzipSync(TABLE)),
  {
    name: 'rows of an open file',
    moment: 'before',
    async ready(bench, folder) {
      const open = await opened(bench, folder)
      const asked = { dataset: open.data.dataset, from: ROWS - 50, count: 50 }
      const read = async () => JSON.stringify((await bench.engine.rows(asked)).cells)
      return { path: open.path, read, open, target: null }
    },
  },
  writing('an open file, for its labelled copy', 'an export'),
  writing('an open file, for its selected rows', 'selected rows'),
  session('a session', 'session'),
  session('the data of a session', 'data'),
]
