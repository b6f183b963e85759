import { looksNumeric } from './decimal.ts'
import { namesAboveNumbers, sniffHeader } from './header.ts'
import { isMissing } from './missing.ts'

const MOST_LINES = 50
/** The share of the records below a title that must be equally wide. */
const ALIKE_SHARE = 0.9

/**
 * How many records stand before the table: titles, which have fewer cells than the records below agree on. Only
 * certain where names stand above numbers, or where one cell cannot be meant as the name of a column.
 */
export function countPreamble(records: readonly string[][], delimiter: string): number {
  const width = usualWidth(records)
  if (width < 2) return titlesAboveFew(records)
  const lines = records.findIndex((record) => !isTitle(record, delimiter, width))
  const titles = isTableAt(records, lines, width) ? titlesOfOneCell(records, lines, delimiter) : 0
  return titles > 0 ? titles : rowsOfTitles(records, width)
}

function isTableAt(records: readonly string[][], lines: number, width: number): boolean {
  const table = records.slice(lines)
  if (lines < 1 || lines > MOST_LINES || table.length < 2) return false
  return table.filter(({ length }) => length === width).length >= ALIKE_SHARE * table.length
}

function titlesOfOneCell(records: readonly string[][], lines: number, delimiter: string): number {
  const table = records.slice(lines)
  const { names, values } = namesAboveNumbers(table)
  if (names > 0 && values === 0) return lines
  const bare = records.slice(0, lines).every((record) => record.length === 1 && !/[,;\t|]/.test(record[0]))
  if (!bare || areNumbersCut(table, delimiter)) return 0
  if (delimiter === ' ' && usualWidth(table) < 3) return 0
  if (lines === 1 && haveRowNames(table, delimiter)) return 0
  return table.some((record) => record.slice(1).some((cell) => !isMissing(cell))) ? lines : 0
}

/** More titles than the table has rows: it is what the last records agree on. */
function titlesAboveFew(records: readonly string[][]): number {
  const width = records.at(-1)?.length ?? 0
  const lines = 1 + records.findLastIndex(({ length }) => length !== width)
  if (width < 2 || !isTableAt(records, lines, width)) return 0
  const { names, values } = namesAboveNumbers(records.slice(lines))
  return names > 0 && values === 0 ? lines : 0
}

/** Titles of several cells, such as “Device, model 5, 2024”: above a full row of names over numbers. */
function rowsOfTitles(records: readonly string[][], width: number): number {
  const trailing = records.every((record) => record.length !== width || record[width - 1].trim() === '')
  const full = trailing ? width - 1 : width
  const lines = records.findIndex((record) => record.length === width && filled(record) === full)
  if (!isTableAt(records, lines, width)) return 0
  const table = records.slice(lines)
  const { names, values } = namesAboveNumbers(table)
  if (values > 0 ? !sniffHeader(table) : names === 0) return 0
  const titles = records.slice(0, lines)
  if (2 * titles.filter(holdsNumbers).length > lines) return 0
  const narrow = titles.every((record) => filled(record) <= width / 2)
  const cut = lines > 1 && titles.every(({ length }) => length < width)
  return (names > 1 && values === 0) || narrow || cut ? lines : 0
}

function holdsNumbers(record: readonly string[]): boolean {
  return record.every((cell) => isMissing(cell) || looksNumeric(cell))
}

function filled(record: readonly string[]): number {
  return record.filter((cell) => cell.trim() !== '').length
}

/** Whether records of two cells are a value each, behind the name of its row: the header has one cell, that of the values. */
export function haveRowNames(records: readonly string[][], delimiter: string): boolean {
  if (records.length === 0 || areNumbersCut(records, delimiter)) return false
  if (!records.every((record) => record.length === 2 && (looksNumeric(record[1]) || isMissing(record[1]))))
    return false
  const names = records.map(([name]) => name)
  return (
    names.every((name, i) => name === String(i + 1)) ||
    (new Set(names).size === names.length && !names.some((name) => isMissing(name) || looksNumeric(name)))
  )
}

/** Whether most records are one number each, cut at its decimal mark or between its thousands. */
function areNumbersCut(records: readonly string[][], delimiter: string): boolean {
  const cut = records.filter((record) => {
    return record.length > 1 && looksNumeric(record.join(delimiter))
  })
  return cut.length > 0.5 * records.length
}

function isTitle(record: readonly string[], delimiter: string, width: number): boolean {
  if (record.slice(1).every((cell) => cell.trim() === '')) return true
  // A title of several words; with one cell fewer it can be a header above row names.
  return delimiter === ' ' && record.length !== width && record.length !== width - 1
}

/** The number of cells that most records have. */
export function usualWidth(records: readonly string[][]): number {
  const counts = new Map<number, number>()
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [0, 0])[0]
}
