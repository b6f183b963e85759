import { open, type FileHandle } from 'node:fs/promises'
import type { Mixture } from '../../core/mixture/types.ts'
import type { ExportView } from '../../contract/views.ts'
import { createWorkControl, type WorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import { refuseChanged, type Dataset } from '../datasets.ts'
import { labelRows, type Labelling } from '../labelling.ts'
import { cancelled } from '../work.ts'
import { addedCells, addedHeader, addedNames } from './added-columns.ts'
import { createSplice } from './splice.ts'
import { refuseSource, writeTarget } from './target.ts'

export interface LabelledCsv {
  pool: Pool
  dataset: Dataset
  /** Whole columns of the file, in the order of the mixture's dimensions. */
  columns: readonly Float64Array[]
  mixture: Mixture
  posteriors: boolean
  /** Path of the file to write. */
  target: string
  name: string
  control: WorkControl
  /** Called with the labels of each run of rows, for whoever sums them up. */
  labelled?: (labelling: Labelling) => void
}

const ROWS = 32_768

/**
 * The file as it is, byte for byte, with label columns behind each row. Works through it in runs of rows, so that memory does
 * not grow with the file.
 */
export async function writeLabelledCsv(work: LabelledCsv): Promise<ExportView> {
  const { dataset, mixture, target } = work
  await refuseSource(target, dataset.path)
  await refuseChanged(dataset)
  const added = addedNames(dataset, work.posteriors ? mixture.components : 0)
  const source = await open(dataset.path)
  try {
    const bytes = await writeTarget(target, async (out) => {
      const written = await copy(work, source, out, added)
      await refuseChanged(dataset)
      return written
    })
    return { file: work.name, rows: dataset.file.rows, bytes, added }
  } finally {
    await source.close()
  }
}

async function copy(
  work: LabelledCsv,
  source: FileHandle,
  out: FileHandle,
  added: string[],
): Promise<number> {
  const { file } = work.dataset
  const { components } = work.mixture
  const style = file.dialect
  const splice = createSplice(source, out, file.dialect.encoding)
  const { shortRows } = file
  let short = 0
  work.control.report(0, file.rows, 0)
  if (file.headerEnd !== null) await splice.insert(file.headerEnd, addedHeader(file, added))
  for (let from = 0; from < file.rows; from += ROWS) {
    const to = Math.min(from + ROWS, file.rows)
    const labelling = await labelRun(work, from, to)
    if (work.control.stopped()) throw cancelled()
    for (let row = from; row < to; row++) {
      const lacks = shortRows.rows[short] === row ? file.columns.length - shortRows.cells[short++] : 0
      const cells = addedCells(labelling, row - from, components, lacks, style)
      const write = splice.insert(file.rowEnds[row], cells)
      if (write !== undefined) await write
    }
    work.labelled?.(labelling)
    work.control.advance(to - from, to - from)
  }
  return await splice.finish(file.bytes)
}

/** Labels of rows [from, to), under a control of their own: what counts as progress here is rows written. */
async function labelRun(
  { pool, mixture, columns, posteriors }: LabelledCsv,
  from: number,
  to: number,
): Promise<Labelling> {
  const run = columns.map((column) => column.subarray(from, to))
  return await labelRows(
    pool,
    mixture,
    run,
    { uncertainty: true, logDensity: true, posteriors },
    createWorkControl(),
  )
}
