import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { EngineError } from '../contract/errors.ts'
import type { Checked } from '../contract/schemas.ts'
import type { DatasetSummary, Role, RowsView } from '../contract/views.ts'
import type { Pool } from '../workers/pool.ts'
import type { ImportedFile } from '../workers/tasks.ts'
import type { Grants } from './grants.ts'
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
  open(input: Checked<'open'>, options: WorkOptions): Promise<DatasetSummary>
  rows(input: Checked<'rows'>): Promise<RowsView>
  /** Throws `unknown-id`. */
  get(id: string): Dataset
  isOpen(id: string): boolean
  /** Of the files that are open. */
  paths(): string[]
  close(id: string): void
}

/** The files that are open, none at first. */
export function createDatasets(pool: Pool, grants: Grants, samples: Samples): Datasets {
  const open = new Map<string, Dataset>()
  const get = (id: string) => {
    const dataset = open.get(id)
    if (dataset !== undefined) return dataset
    throw new EngineError('unknown-id', 'That file is not open any more.', 'Open it again.')
  }
  return {
    async open({ source, dialect }, options) {
      const began = performance.now()
      const path = 'grant' in source ? grants.file(source.grant) : await samples.path(source.sample)
      const file = await watchWork(options, (control) =>
        pool.run('import-file', { path, dialect, control: control.buffer }),
      )
      const dataset = { id: randomUUID(), path, name: basename(path), file, roles: {} }
      open.set(dataset.id, dataset)
      return summaryOf(dataset, (performance.now() - began) / 1000)
    },
    async rows({ dataset: id, from, count }) {
      const dataset = get(id)
      await refuseChanged(dataset)
      const { file, path } = dataset
      const end = Math.min(from + count, file.rows)
      const first = file.rowStarts[from]
      const last = file.rowEnds[end - 1]
      if (first === undefined || last === undefined) return { from, cells: [] }
      const span = { from: first, to: last, rows: end - from, columns: file.columns.length }
      const { dialect, blankRows } = file
      return { from, cells: await pool.run('read-rows', { path, ...span, dialect, blankRows }) }
    },
    get,
    isOpen: (id) => open.has(id),
    paths: () => [...open.values()].map(({ path }) => path),
    close: (id) => void open.delete(id),
  }
}

function summaryOf({ id, name, file }: Dataset, seconds: number): DatasetSummary {
  const { bytes, rows, dialect, columns, rejectedCells, warnings } = file
  return { dataset: id, file: name, bytes, rows, dialect, columns, rejectedCells, warnings, seconds }
}

/** Throws `file-changed` where the file is no longer the one that was read. */
export async function refuseChanged({ path, name, file }: Dataset): Promise<void> {
  const now = await stat(path).catch(() => null)
  if (now !== null && now.size === file.bytes && now.mtimeMs === file.modified) return
  const what = now === null ? 'is not there any more' : 'has changed since it was opened'
  throw new EngineError('file-changed', `“${name}” ${what}.`, 'Open it again to work with what it holds now.')
}
