import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { EngineError } from '../contract/errors.ts'
import { phrase } from '../contract/words/say.ts'
import type { Checked } from '../contract/schemas.ts'
import type { ColumnProfile, DatasetSummary, Derived, Role, RowsView } from '../contract/views.ts'
import { asRefusal } from '../workers/csv/file-reasons.ts'
import type { Pool } from '../workers/pool.ts'
import type { ImportedFile, Tasks } from '../workers/tasks.ts'
import { dropText, keepText, sweepTexts } from '../workers/text-copy.ts'
import { ownColumns } from './columns.ts'
import {
  addDerived,
  derivedChoices,
  refuseUndefined,
  removeDerived,
  replayDerived,
  restoreDerived,
} from './derived-columns.ts'
import type { Grants } from './grants.ts'
import { indexLines, type LineIndex } from './line-index.ts'
import { refuseChanged } from './refuse-changed.ts'
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
  /** Without a dialect it is read the way that was chosen the last time; so are columns computed from others, unless they are told. */
  open(input: Checked<'open'>, options: WorkOptions, derived?: readonly Derived[]): Promise<DatasetSummary>
  rows(input: Checked<'rows'>): Promise<RowsView>
  /** The columns with one more, computed from another. */
  derive(input: Checked<'derive'>): Promise<ColumnProfile[]>
  underive(input: Checked<'underive'>): Promise<ColumnProfile[]>
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
    throw new EngineError('unknown-id', phrase('That file is not open any more.'), phrase('Open it again.'))
  }
  const keepDerived = async (dataset: Dataset) => {
    const { dialect, roles } = (await choices.recall(dataset.path)) ?? { dialect: {}, roles: {} }
    const kept = { dialect, roles, derived: derivedChoices(dataset) }
    // The column is there whether or not it can be kept for the next time.
    await choices.keep(dataset.path, kept).catch(() => undefined)
    return [...dataset.file.columns]
  }
  return {
    async open({ source, dialect }, options, derived) {
      const began = performance.now()
      const path = 'grant' in source ? grants.file(source.grant) : await samples.path(source.sample)
      const read = (choice: Tasks['import-file']['input']['dialect']) =>
        watchWork(options, (control) =>
          pool.run('import-file', { path, dialect: choice, control: control.buffer }),
        )
      const kept = await choices.recall(path)
      const known = dialect === undefined ? kept : null
      const recalled = await readRecalled(known, (remembered) => read(dialect ?? remembered))
      const roles = recalled.remembered?.roles ?? {}
      const dataset = { id: randomUUID(), path, name: basename(path), file: recalled.file, roles }
      keepText(dataset.file)
      if (derived === undefined) await restoreDerived(pool, dataset, kept?.derived ?? [])
      else await replayDerived(pool, dataset, derived)
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
      const span = { from: first, to: last, rows: end - from, columns: ownColumns(dataset) }
      const index = lines.get(dataset) ?? indexLines(file)
      lines.set(dataset, index)
      const [cells, begins] = await Promise.all([
        pool.run('read-rows', { path: textPath, ...span, dialect, blankRows }),
        index.lines(from, end - from).catch((thrown: unknown) => {
          throw asRefusal(dataset.name, thrown)
        }),
      ])
      return { from, cells: withDerived(file, cells, from), values: valuesOf(file, from, end), lines: begins }
    },
    async remember({ dataset, dialect, roles }) {
      const own = get(dataset)
      own.roles = roles
      const { columns } = own.file
      const ofFile = Object.entries(roles).filter(([at]) => columns.at(Number(at))?.derived === undefined)
      const kept = { dialect, roles: Object.fromEntries(ofFile), derived: derivedChoices(own) }
      await choices.keep(own.path, kept)
      return null
    },
    async derive({ dataset: id, column, transform }) {
      const dataset = get(id)
      refuseUndefined(dataset, column, transform)
      await addDerived(pool, dataset, column, transform)
      return await keepDerived(dataset)
    },
    async underive({ dataset: id, column }) {
      const dataset = get(id)
      removeDerived(dataset, column)
      return await keepDerived(dataset)
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

/** The cells of the file, and for each computed column what a cell of it would say. */
function withDerived({ columns, values }: ImportedFile, cells: string[][], from: number): string[][] {
  const derived = columns.flatMap((column) =>
    column.derived === undefined ? [] : [values[column.index] ?? new Float64Array()],
  )
  if (derived.length === 0) return cells
  const text = (value: number) => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : '')
  const width = columns.length - derived.length
  return cells.map((row, i) => {
    const own = Array.from({ length: width }, (_, j) => row[j] ?? '')
    return [...own, ...derived.map((column) => text(column[from + i]))]
  })
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
    columns: [...columns],
    rejectedCells,
    blankLines,
    commentLines,
    compression,
    warnings: [...recalled.warnings, ...file.warnings],
    remembered: recalled.remembered,
    seconds,
  }
}
