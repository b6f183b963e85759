import { readFileSync } from 'node:fs'
import type { Dialect, NumberFormat } from '../../../../contract/views.ts'
import type { ImportedFile } from '../../../tasks.ts'
import { endMarks } from '../../end-marks.ts'
import { readRows } from '../../read.ts'
import { slowCells } from './slow-cells.ts'
import { slowNumber } from './slow-number.ts'

/** The first thing that an imported file says otherwise than its own bytes, read slowly in the format it states; null without. */
export function faultOf(file: ImportedFile): string | null {
  const bytes = readFileSync(file.textPath)
  const misplaced = misplacedRow(bytes, file)
  if (misplaced !== null) return misplaced
  const cells = readRows({
    path: file.textPath,
    from: file.rowStarts[0],
    to: file.rowEnds[file.rows - 1],
    rows: file.rows,
    columns: file.columns.length,
    dialect: file.dialect,
    blankRows: file.blankRows,
  })
  if (cells.length !== file.rows) return `${cells.length} of ${file.rows} rows come back`
  return wrongCells(bytes, file, cells) ?? wrongColumn(file, cells)
}

function misplacedRow(
  bytes: Buffer,
  { rows, rowStarts, rowEnds, dialect, unit }: ImportedFile,
): string | null {
  let before = -1
  for (let row = 0; row < rows; row++) {
    const [start, end] = [rowStarts[row], rowEnds[row]]
    if (start < before || end < start || end > bytes.length || (end - start) % unit !== 0)
      return `row ${row + 1} is said to be at ${start}–${end} behind ${before}`
    if (row > 0 && !isBetweenRows(decoded(bytes.subarray(before, start), dialect), dialect))
      return `there is more than line ends and comments between rows ${row} and ${row + 1}`
    before = end
  }
  const idle = unit === 1 ? endMarks(bytes.subarray(before)) : (bytes.length - before) % unit
  const rest = decoded(bytes.subarray(before, bytes.length - idle), dialect)
  return rest === '' || isBetweenRows(rest, dialect)
    ? null
    : 'there is more than comments behind the last row'
}

/** A line end, then lines that are blank or comments. */
function isBetweenRows(text: string, { comment }: Dialect): boolean {
  const [first, ...lines] = text.split(/\r\n|\r|\n/)
  if (first.trim() !== '' || lines.length === 0) return false
  return lines.every((line) => line.trim() === '' || (comment !== '' && line.trimStart().startsWith(comment)))
}

function wrongCells(bytes: Buffer, file: ImportedFile, cells: string[][]): string | null {
  const { rowStarts, rowEnds, dialect, columns } = file
  for (let row = 0; row < file.rows; row++) {
    const text = decoded(bytes.subarray(rowStarts[row], rowEnds[row]), dialect)
    if (file.blankRows && text.trim() === '') continue
    const slow = slowCells(text, dialect.delimiter, dialect.quote)
    if (slow === null) continue
    if (slow.length > columns.length) return `row ${row + 1} has ${slow.length} cells`
    const column = cells[row].findIndex((cell, i) => cell !== (slow[i] ?? ''))
    if (column >= 0)
      return `cell ${column + 1} of row ${row + 1} comes back as ${JSON.stringify(cells[row][column])} instead of ${JSON.stringify(slow[column])}`
  }
  return null
}

function wrongColumn(file: ImportedFile, cells: string[][]): string | null {
  // Where UTF-8 has stray bytes the file counts as Windows-1252 and is flagged; marks in UTF-8 are still known.
  const guessed = file.warnings.some(({ code }) => code === 'encoding-guessed')
  // The bytes that show as U+FFFD in a file that is said to be UTF-8, which is flagged too.
  const misread = file.warnings.some(({ code }) => code === 'encoding')
  const tokens = new Set(['', ...file.dialect.missing.map((text) => text.trim().toLowerCase())])
  for (const { index, name, format, missing, rejected } of file.columns) {
    const values = file.values[index]
    if (values === null) continue
    if (format === null) return `“${name}” has numbers and no format`
    let absent = 0
    let others = 0
    for (let row = 0; row < file.rows; row++) {
      const cell = cells[row][index]
      const value = values[row]
      const read = [cell, ...(guessed ? [utf8Of(cell)] : [])].map((text) => slowCell(text, tokens, format))
      if (Number.isNaN(value) && read.some(({ missing: none }) => none)) absent++
      else if (Number.isNaN(value)) others++
      if (read.some((slow) => Object.is(slow.value, value) || (slow.unit && Number.isNaN(value)))) continue
      if (misread && cell.includes('\ufffd')) continue
      return `${JSON.stringify(cell)} in “${name}” (row ${row + 1}, ${JSON.stringify(format)}) is ${value} instead of ${read[0].value}`
    }
    if (absent !== missing) return `${missing} missing in “${name}” instead of ${absent}`
    if (others !== rejected) return `${rejected} rejected in “${name}” instead of ${others}`
  }
  return null
}

function slowCell(
  text: string,
  tokens: ReadonlySet<string>,
  format: NumberFormat,
): { value: number; unit: boolean; missing: boolean } {
  if (tokens.has(text.trim().toLowerCase())) return { value: Number.NaN, unit: false, missing: true }
  return { ...slowNumber(text, format), missing: false }
}

/** The text that the bytes of a cell in Windows-1252 are in UTF-8. */
function utf8Of(cell: string): string {
  return Buffer.from(Array.from(cell, (character) => WINDOWS_1252.indexOf(character) & 0xff)).toString('utf8')
}

const WINDOWS_1252 = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 256 }, (_, byte) => byte),
)

function decoded(bytes: Buffer, { encoding }: Dialect): string {
  if (encoding === 'utf-16le') return bytes.toString('utf16le')
  if (encoding === 'utf-16be') return Buffer.from(bytes).swap16().toString('utf16le')
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}
