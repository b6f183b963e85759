import type { ColumnProfile, RejectReason, RowsView } from '../../../contract/views.ts'
import { numerals } from '../../../contract/words/numerals.ts'
import { say } from '../../../contract/words/say.ts'
import { isNumeric } from '../../stores/roles.ts'

/** Characters that a number has room for. */
const ROOM = 12

export interface PreviewRow {
  /** 0-based row of the table. */
  row: number
  /** 1-based line of the file. */
  line: number
  cells: readonly string[]
  values: Float64Array
}

export interface PreviewCell {
  raw: string
  /** What it is read as, in words; empty where it is kept as the text that it is. */
  value: string
  look: 'number' | 'missing' | 'rejected' | 'text'
  reason: RejectReason | null
}

/** The rows of a view, one by one. */
export function previewRows({ from, cells, values, lines }: RowsView): PreviewRow[] {
  return cells.map((row, at) => ({
    row: from + at,
    line: lines[at] ?? 0,
    cells: row,
    values: values.subarray(at * row.length, (at + 1) * row.length),
  }))
}

/** The first rows with a rejected cell, in the file's order: of every column its first, then its second, and so on. */
export function rejectedRows(columns: readonly ColumnProfile[], most: number): number[] {
  const rows = new Set<number>()
  const deepest = Math.max(0, ...columns.map(({ rejects }) => rejects.length))
  for (let rank = 0; rank < deepest; rank++)
    for (const { rejects } of columns) {
      const reject = rejects[rank]
      if (reject !== undefined && rows.size < most) rows.add(reject.row)
    }
  return [...rows].sort((a, b) => a - b)
}

/** Whether the rows hold every rejected cell there is. */
export function showsEveryReject(columns: readonly ColumnProfile[], rows: readonly number[]): boolean {
  const held = new Set(rows)
  return columns.every(
    ({ rejected, rejects }) => rejects.length === rejected && rejects.every(({ row }) => held.has(row)),
  )
}

export interface Run {
  from: number
  count: number
}

/** Rising rows as runs that are each read in one go; rows at most `gap` apart share one. */
export function runsOf(rows: readonly number[], gap: number): Run[] {
  const runs: Run[] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last !== undefined && row - (last.from + last.count) < gap) last.count = row - last.from + 1
    else runs.push({ from: row, count: 1 })
  }
  return runs
}

/** How a cell was read. `missing` holds the texts that mean “no value”, in lower case. */
export function previewCell(
  column: ColumnProfile,
  { row, cells, values }: PreviewRow,
  missing: ReadonlySet<string>,
): PreviewCell {
  const raw = cells[column.index] ?? ''
  const value = values[column.index] ?? NaN
  if (!Number.isNaN(value)) return { raw, value: plain(value), look: 'number', reason: null }
  const text = raw.trim().toLowerCase()
  if (text === '' || (isNumeric(column) && missing.has(text)))
    return { raw, value: say('missing'), look: 'missing', reason: null }
  if (!isNumeric(column)) return { raw, value: '', look: 'text', reason: null }
  const known = column.rejects.find((reject) => reject.row === row)
  return { raw, value: say('rejected'), look: 'rejected', reason: known?.reason ?? 'text' }
}

/** Every digit of the double, with the decimal mark of the language and no marks between thousands. */
function plain(value: number): string {
  const [long, short] = [String(value), value.toExponential().replace('e+', 'e')]
  const text = long.length > ROOM && short.length < long.length ? short : long
  return text.replace('.', numerals.decimal).replaceAll('-', '\u2212')
}
