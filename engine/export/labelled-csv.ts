import type { FileHandle } from 'node:fs/promises'
import type { Mixture } from '../../core/mixture/types.ts'
import type { ExportView } from '../../contract/views.ts'
import { createWorkControl, type WorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import { ownColumns } from '../columns.ts'
import type { Dataset } from '../datasets.ts'
import { createLabelling, firstRows, labelInto, type Labelling } from '../labelling.ts'
import { cancelled } from '../work.ts'
import { addedCells, addedHeader, addedNames } from './added-columns.ts'
import type { ExtraColumn } from './extra-column.ts'
import { createSafeCopy } from './safe-copy.ts'
import type { Sink } from './sink.ts'
import { createSplice } from './splice.ts'
import { stageCopy } from './stage-copy.ts'
import type { Staged } from './target.ts'

export interface LabelledCsv {
  pool: Pool
  dataset: Dataset
  /** Whole columns of the file, in the order of the mixture's dimensions. */
  columns: readonly Float64Array[]
  mixture: Mixture
  posteriors: boolean
  extras: readonly ExtraColumn[]
  spreadsheetSafe: boolean
  /** Path of the file to write; packed where its name ends in .gz. */
  target: string
  name: string
  control: WorkControl
  /** Called with the labels of each run of rows, for whoever sums them up; the next run takes their place. */
  labelled?: (labelling: Labelling) => void
}

/** The file that was written, and its SHA-256. */
export interface LabelledFile {
  view: ExportView
  hash: string
}

const ROWS = 32_768

/**
 * The file as it is, byte for byte, with label columns behind each row. Works through it in runs of rows, so that memory does
 * not grow with the file.
 */
export async function stageLabelledCsv(work: LabelledCsv): Promise<Staged<LabelledFile>> {
  const { dataset, mixture, target } = work
  const { added, warnings } = addedNames(
    dataset,
    work.extras,
    work.posteriors ? mixture.components : 0,
    mixture.noise !== undefined,
  )
  const staged = await stageCopy(dataset, target, (source, out) => copy(work, source, out, added))
  const { bytes, hash } = staged.value
  const view = { file: work.name, rows: dataset.file.rows, bytes, added, warnings }
  return { ...staged, value: { view, hash } }
}

async function copy(work: LabelledCsv, source: FileHandle, out: Sink, added: string[]): Promise<void> {
  const { dataset, control } = work
  const { file } = dataset
  const splice = createSplice(source, out, file.dialect.encoding)
  const safe = work.spreadsheetSafe ? createSafeCopy(dataset, source, splice) : null
  const size = file.compression === null ? file.bytes : (await source.stat()).size
  const { shortRows, rowStarts, rowEnds } = file
  const room = createLabelling(Math.min(ROWS, file.rows), work.mixture.components, {
    uncertainty: true,
    logDensity: true,
    posteriors: work.posteriors,
    noise: work.posteriors && work.mixture.noise !== undefined,
  })
  const own = ownColumns(dataset)
  let short = 0
  let behind = file.headerEnd ?? 0
  control.report(0, file.rows, 0)
  await safe?.lines(0, behind)
  if (file.headerEnd !== null) await splice.insert(file.headerEnd, addedHeader(file, added))
  for (let from = 0; from < file.rows; from += ROWS) {
    const to = Math.min(from + ROWS, file.rows)
    const labelling = await labelRun(work, room, from, to)
    for (let row = from; row < to; row++) {
      if (safe !== null) {
        if (rowStarts[row] - behind > 2 * file.unit) await safe.lines(behind, rowStarts[row])
        const marked = safe.row(row)
        if (marked !== undefined) await marked
        behind = rowEnds[row]
      }
      const lacks = shortRows.rows[short] === row ? own - shortRows.cells[short++] : 0
      const { mixture, extras } = work
      const cells = addedCells(labelling, row - from, mixture.components, extras, row, lacks, file.dialect)
      const write = splice.insert(rowEnds[row], cells)
      if (write === undefined) continue
      await write
      if (control.stopped()) throw cancelled()
    }
    if (control.stopped()) throw cancelled()
    work.labelled?.(labelling)
    control.advance(to - from, to - from)
  }
  await safe?.lines(behind, size)
  await splice.finish(size)
}

/** Labels of rows [from, to), under a control of their own: what counts as progress here is rows written. */
async function labelRun(
  { pool, mixture, columns }: LabelledCsv,
  room: Labelling,
  from: number,
  to: number,
): Promise<Labelling> {
  const run = columns.map((column) => column.subarray(from, to))
  const taken = firstRows(room, to - from, mixture.components)
  return await labelInto(pool, mixture, run, taken, createWorkControl())
}
