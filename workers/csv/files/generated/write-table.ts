import { gzipSync } from 'node:zlib'
import type { Random } from '../../../../core/random/random.ts'
import { encode } from '../encode.ts'
import type { RandomTable } from './random-table.ts'
import type { ColumnWriting, Writing } from './writing.ts'

export interface WrittenTable {
  bytes: Buffer
  /** The text of every data row as it stands in the file, without its line end. */
  rows: string[]
  /** What the cells say, unquoted: [rows][columns]. */
  cells: string[][]
  comments: number
}

export function writeTable(random: Random, table: RandomTable, writing: Writing): WrittenTable {
  const written: string[] = []
  const rows: string[] = []
  const cells: string[][] = []
  let comments = 0
  const comment = () => {
    if (!writing.comments || random.next() > 0.1) return
    comments++
    written.push(`# a remark${writing.delimiter}with ${writing.quote}marks`)
  }
  const line = (texts: string[]) =>
    texts.map((text, column) => cellOf(random, text, column, texts.length, writing)).join(writing.delimiter)
  for (let i = 0; i < writing.titles; i++) written.push(['Station', 'Measured-by-hand', 'Final'][i])
  comment()
  if (writing.header) written.push(line(table.names))
  for (let row = 0; row < table.rows; row++) {
    comment()
    if (writing.blankLines && row > 0 && random.next() < 0.1) written.push('')
    const texts = table.columns.map((column, i) => {
      if (column.kind === 'words') return column.texts[row] ?? writing.missing
      const value = column.values[row]
      return value === null ? writing.missing : numberText(random, value, writing.formats[i], writing)
    })
    cells.push(texts)
    rows.push(line(texts))
    written.push(rows[row])
  }
  const text = written.join(writing.lineEnd) + (writing.lastLineEnd ? writing.lineEnd : '')
  const bytes = encode(text, writing.encoding)
  return { bytes: writing.gzip ? gzipSync(bytes) : bytes, rows, cells, comments }
}

function cellOf(
  random: Random,
  text: string,
  column: number,
  columns: number,
  { delimiter, quote, quoted }: Writing,
): string {
  const must =
    text.includes(delimiter) ||
    text.includes(quote) ||
    /[\r\n]/.test(text) ||
    (column === 0 && text.startsWith('#')) ||
    (text === '' && (delimiter === ' ' || columns === 1))
  if (!must && (quoted === 'needed' || (quoted === 'some' && random.next() < 0.5))) return text
  return quote + text.replaceAll(quote, quote + quote) + quote
}

/** A number in the format of its column; in fancy columns sometimes in a rarer form. */
function numberText(random: Random, value: number, format: ColumnWriting, { encoding }: Writing): string {
  const rare = () => format.fancy && random.next() < 0.15
  const digits = rare() ? Math.abs(value).toExponential() : String(Math.abs(value))
  const [mantissa, exponent] = digits.split('e')
  const [whole, fraction] = mantissa.split('.') as [string, string | undefined]
  const grouped = exponent === undefined ? whole.replace(/\B(?=(?:\d{3})+$)/g, format.group) : whole
  const shown = whole === '0' && fraction !== undefined && rare() ? '' : grouped
  const tail = fraction !== undefined ? format.decimal + fraction : rare() ? format.decimal : ''
  const power = exponent === undefined ? '' : `${rare() ? 'E' : 'e'}${exponent}`
  const negative = value < 0 || Object.is(value, -0)
  const sign = negative ? (rare() && encoding !== 'windows-1252' ? '\u2212' : '-') : rare() ? '+' : ''
  const text = `${sign}${format.before}${shown}${tail}${power}${format.behind}`
  return rare() ? ` ${text} ` : text
}
