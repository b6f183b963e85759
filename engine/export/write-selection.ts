import type { FileHandle } from 'node:fs/promises'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import { countRows, hasRow, type RowMask } from '../../contract/row-mask.ts'
import type { ExportView } from '../../contract/views.ts'
import { createWorkControl, type WorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import { ownColumns } from '../columns.ts'
import type { Dataset } from '../datasets.ts'
import type { Fitted } from '../fits/fits.ts'
import { labelRows } from '../labelling.ts'
import { gather } from '../sample-rows.ts'
import { checkMask } from '../select.ts'
import { cancelled } from '../work.ts'
import { addedCells, addedHeader, addedNames } from './added-columns.ts'
import { createCodeUnits } from './code-units.ts'
import type { Sink } from './sink.ts'
import { createSplice } from './splice.ts'
import { stageCopy } from './stage-copy.ts'

export interface SelectionExport {
  pool: Pool
  dataset: Dataset
  mask: RowMask
  /** Whose label columns are added; null for none. */
  fitted: Fitted | null
  /** Path of the file to write. */
  target: string
  name: string
  control: WorkControl
}

const ROWS = 32_768

/**
 * The selected rows, byte for byte with their line ends, beneath everything that stands above the rows of the file. What stands
 * between rows (blank lines, comments) and behind the last is left out.
 */
export async function writeSelection(work: SelectionExport): Promise<ExportView> {
  const { dataset, mask, fitted, target, control } = work
  checkMask(mask, dataset.file.rows)
  const rows = countRows(mask)
  if (rows === 0)
    throw new EngineError(
      'invalid-input',
      phrase('No row is selected.'),
      phrase('Select some rows, then export them.'),
    )
  if (fitted !== null && fitted.fit.dataset.id !== dataset.id)
    throw new EngineError(
      'invalid-input',
      phrase('The clusters to be written with the rows of “{name}” are those of another file.', {
        name: dataset.name,
      }),
      phrase('Choose a restart of this file, or leave the label columns out.'),
    )
  const { added, warnings } = fitted === null ? { added: [], warnings: [] } : addedNames(dataset, [], 0)
  const staged = await stageCopy(dataset, target, (source, out) => copy(work, source, out, added))
  if (!control.seal()) {
    await staged.abandon()
    throw cancelled()
  }
  await staged.commit()
  return { file: work.name, rows, bytes: staged.value.bytes, added, warnings }
}

async function copy(work: SelectionExport, source: FileHandle, out: Sink, added: string[]): Promise<void> {
  const { dataset, mask, fitted, control } = work
  const { file } = dataset
  const { encoding } = file.dialect
  const splice = createSplice(source, out, encoding)
  const lineEnds = createLineEnds(dataset, source, encoding, (await source.stat()).size)
  const lacking = cellsLacking(dataset)
  if (file.headerEnd !== null && fitted !== null)
    await splice.insert(file.headerEnd, addedHeader(file, added))
  await splice.insert(file.rowStarts[0], '')
  control.report(0, file.rows, 0)
  for (let from = 0; from < file.rows; from += ROWS) {
    const rows = selectedOf(mask, from, Math.min(from + ROWS, file.rows))
    const labelling = fitted === null ? null : await labelsAt(work.pool, fitted, rows)
    for (const [at, row] of rows.entries()) {
      splice.skip(file.rowStarts[row])
      if (labelling !== null && fitted !== null) {
        const { components } = fitted.mixture
        const cells = addedCells(labelling, at, components, [], row, lacking(row), file.dialect)
        const write = splice.insert(file.rowEnds[row], cells)
        if (write !== undefined) await write
      }
      const end = lineEnds(row)
      const rest = splice.insert(typeof end === 'number' ? end : await end, '')
      if (rest !== undefined) await rest
    }
    if (control.stopped()) throw cancelled()
    control.advance(Math.min(ROWS, file.rows - from), rows.length)
  }
  await splice.finish(0)
}

function selectedOf(mask: RowMask, from: number, to: number): Uint32Array {
  const rows = new Uint32Array(to - from)
  let count = 0
  for (let row = from; row < to; row++) if (hasRow(mask, row)) rows[count++] = row
  return rows.subarray(0, count)
}

const labelsAt = (pool: Pool, { fit, mixture }: Fitted, rows: Uint32Array) =>
  labelRows(
    pool,
    mixture,
    fit.columns.map((column) => gather(column, rows)),
    { uncertainty: true, logDensity: true },
    createWorkControl(),
  )

/** Where the line end behind a row ends; the last row may have none. */
function createLineEnds(
  { file }: Dataset,
  source: FileHandle,
  encoding: string,
  size: number,
): (row: number) => number | Promise<number> {
  const units = createCodeUnits(source, encoding)
  const endOf = (from: number, text: string) =>
    from + (/^(?:\r\n|\r|\n)/.exec(text)?.[0].length ?? 0) * file.unit
  return (row) => {
    const from = file.rowEnds[row]
    const text = units.text(from, Math.min(size, from + 2 * file.unit))
    return typeof text === 'string' ? endOf(from, text) : text.then((read) => endOf(from, read))
  }
}

/** How many cells each row lacks at its end. */
function cellsLacking(dataset: Dataset): (row: number) => number {
  const { shortRows } = dataset.file
  const own = ownColumns(dataset)
  const lacking = new Map(Array.from(shortRows.rows, (row, i) => [row, own - shortRows.cells[i]]))
  return (row) => lacking.get(row) ?? 0
}
