import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { EngineError } from '../contract/errors.ts'
import type { Checked } from '../contract/schemas.ts'
import type { DatasetSummary, Role, RowsView } from '../contract/views.ts'
import type { Pool } from '../workers/pool.ts'
import type { ImportedFile, Tasks } from '../workers/tasks.ts'
import { dropText, keepText, sweepTexts } from '../workers/text-copy.ts'
import type { Grants } from './grants.ts'
import { indexLines, type LineIndex } from './line-index.ts'
import { readRecalled, type Recalled } from './recalled.ts'
import type { RememberedChoices } from './remembered.ts'
import type { Samples } from './samples.ts'
import { watchWork, type WorkOptions } from './work.ts'

/** A file that is open, with its columns in shared memory. */
export interface Dataset {
  id: string
  path: string
  /** Name of the file, without its folder. */
  name: string
  file: ImportedFile
  /** What the person last made of columns, by their positions. */
  roles: Partial<Record<number, Role>>
}

export interface Datasets {
  /** Without a dialect it is read the way that was chosen the last time. */
  open(input: Checked<'open'>, options: WorkOptions): Promise<DatasetSummary>
  rows(input: Checked<'rows'>): Promise<RowsView>
  remember(input: Checked<'remember'>): Promise<null>
  /** Throws `unknown-id`. */
  get(id: string): Dataset
  isOpen(id: string): boolean
  /** Of the files that are open. */
  paths(): string[]
  close(id: string): void
}

/** The files that are open, none at first. */
export function createDatasets(
  pool: Pool,
  grants: Grants,
  samples: Samples,
  choices: RememberedChoices,
): Datasets {
  sweepTexts()
  const open = new Map<string, Dataset>()
  const lines = new WeakMap<Dataset, LineIndex>()
  const get = (id: string) => {
    const dataset = open.get(id)
    if (dataset !== undefined) return dataset
    throw new EngineError('unknown-id', 'That file is not open any more.', 'Open it again.')
  }
  return {
    async open({ source, dialect }, options) {
      const began = performance.now()
      const path = 'grant' in source ? grants.file(source.grant) : await samples.path(source.sample)
      const read = (choice: Tasks['import-file']['input']['dialect']) =>
        watchWork(options, (control) =>
          pool.run('import-file', { path, dialect: choice, control: control.buffer }),
        )
      const known = dialect === undefined ? await choices.recall(path) : null
      const recalled = await readRecalled(known, (remembered) => read(dialect ?? remembered))
      const roles = recalled.remembered?.roles ?? {}
      const dataset = { id: randomUUID(), path, name: basename(path), file: recalled.file, roles }
      keepText(dataset.file)
      open.set(dataset.id, dataset)
      return summaryOf(dataset, recalled, (performance.now() - began) / 1000)
    },
    async rows({ dataset: id, from, count }) {
      const dataset = get(id)
      await refuseChanged(dataset)
      const { file } = dataset
      const end = Math.min(from + count, file.rows)
      const first = file.rowStarts[from]
      const last = file.rowEnds[end - 1]
      if (first === undefined || last === undefined)
        return { from, cells: [], values: new Float64Array(), lines: new Float64Array() }
      const { textPath, dialect, blankRows } = file
      const span = { from: first, to: last, rows: end - from, columns: file.columns.length }
      const index = lines.get(dataset) ?? indexLines(file)
      lines.set(dataset, index)
      const [cells, begins] = await Promise.all([
        pool.run('read-rows', { path: textPath, ...span, dialect, blankRows }),
        index.lines(from, end - from),
      ])
      return { from, cells, values: valuesOf(file, from, end), lines: begins }
    },
    async remember({ dataset, dialect, roles }) {
      get(dataset).roles = roles
      await choices.keep(get(dataset).path, { dialect, roles })
      return null
    },
    get,
    isOpen: (id) => open.has(id),
    paths: () => [...open.values()].map(({ path }) => path),
    close(id) {
      const dataset = open.get(id)
      if (dataset !== undefined) dropText(dataset.file)
      open.delete(id)
    },
  }
}

/** Row-major, NaN where a cell is no number. */
function valuesOf({ values, columns }: ImportedFile, from: number, end: number): Float64Array {
  const width = columns.length
  const taken = new Float64Array((end - from) * width).fill(NaN)
  values.forEach((column, j) => {
    if (column === null) return
    for (let row = from; row < end; row++) taken[(row - from) * width + j] = column[row]
  })
  return taken
}

function summaryOf({ id, name, file }: Dataset, recalled: Recalled, seconds: number): DatasetSummary {
  const { bytes, rows, dialect, columns, rejectedCells, blankLines, commentLines, compression } = file
  return {
    dataset: id,
    file: name,
    bytes,
    rows,
    dialect,
    columns,
    rejectedCells,
    blankLines,
    commentLines,
    compression,
    warnings: [...recalled.warnings, ...file.warnings],
    remembered: recalled.remembered,
    seconds,
  }
}

/** Throws `file-changed` where the file is no longer the one that was read. */
export async function refuseChanged({ path, name, file }: Dataset): Promise<void> {
  const now = await stat(path).catch(() => null)
  if (now !== null && now.size === file.bytes && now.mtimeMs === file.modified) return
  const what = now === null ? 'is not there any more' : 'has changed since it was opened'
  throw new EngineError('file-changed', `“${name}” ${what}.`, 'Open it again to work with what it holds now.')
}
