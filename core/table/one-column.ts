import { looksNumeric } from './decimal.ts'
import { isMissing } from './missing.ts'
import type { SampleRecord } from './sample.ts'

export interface OneColumn {
  /** The likelier reading. */
  one: boolean
  /** There are two readings. */
  ambiguous: boolean
}

const SEVERAL: OneColumn = { one: false, ambiguous: false }
/** No double has more digits of its own. */
const LONG_DIGITS = 15

/**
 * Whether records that fall apart at a mark are one number each, with the mark inside. Certain where they fall into
 * different numbers of cells or a unit comes off; open where every cell is a number or missing too, and no names stand
 * above them; a missing cell speaks for several columns.
 */
export function asOneColumn(records: readonly SampleRecord[], text: string, delimiter: string): OneColumn {
  const isNumber = ({ cells, start, end }: SampleRecord): boolean => {
    const written = cells.length === 1 ? cells[0] : text.slice(start, end)
    return looksNumeric(written) || isMissing(written)
  }
  const header = records.length > 1 && !isNumber(records[0]) ? records[0].cells : null
  const body = header === null ? records : records.slice(1)
  const cut = body.map(({ cells }) => cells).filter(({ length }) => length > 1)
  if (cut.length === 0 || !body.every(isNumber)) return SEVERAL
  const [{ length: width }] = cut
  const named = header?.length === width
  if (named && !isSentence(header, cut)) return SEVERAL
  const even = cut.length === body.length && cut.every(({ length }) => length === width)
  const isCell = (cell: string) => looksNumeric(cell) || isMissing(cell)
  if (even && cut.every((cells) => cells.every(isCell))) {
    return header?.length === 1
      ? { one: true, ambiguous: false }
      : { one: cut.every((cells) => cells.every(looksNumeric)) && areParts(cut, delimiter), ambiguous: true }
  }
  return { one: true, ambiguous: named }
}

/** Whether the first record has blanks behind the mark that no other one has: “size, mm” above “1,5”. */
function isSentence(header: readonly string[], records: readonly string[][]): boolean {
  const haveBlanks = (cells: readonly string[]) => cells.slice(1).every((cell) => cell.startsWith(' '))
  return haveBlanks(header) && !records.some(haveBlanks)
}

/** Whether cells look more like pieces of a number than like whole numbers. */
function areParts(records: readonly string[][], delimiter: string): boolean {
  const odd = records.some(([first, ...rest]) => {
    if (/^[+-]0$/.test(first) || rest.some((cell) => /^0\d|e/i.test(cell))) return true
    if (delimiter === ' ') return false
    return /\d[^\d]/.test(first) || [first, ...rest].join('').replace(/\D/g, '').length >= LONG_DIGITS
  })
  if (odd || delimiter === ' ') return odd
  const ends = records.map((cells) => cells[cells.length - 1])
  const uneven = ends.some(({ length }) => length !== ends[0].length)
  return uneven && records.length > 4 && !ends.some((cell) => cell.endsWith('0'))
}
