import { looksNumeric } from './decimal.ts'
import { isMissing } from './missing.ts'
import { namesInSteps } from './number-names.ts'

/**
 * Whether the first record names the columns: it has words where the columns below have numbers. Without numbers
 * anywhere: its cells are all different and none comes back below. Years in a row, above numbers that are none, are
 * names, and other numbers in equal steps where `namesInSteps` has reason to think so.
 */
export function sniffHeader(
  records: readonly string[][],
  meansMissing: (cell: string) => boolean = isMissing,
): boolean {
  const [first, ...below] = records
  if (!first) return false
  if (below.length === 0) return !first.some(looksNumeric)
  if (namesYears(first, below) || namesInSteps(first, below)) return true
  const { names, values } = namesAboveNumbers(records, meansMissing)
  if (names > 0 || values > 0) return names > values
  if (first.some((cell) => cell.trim() !== '' && meansMissing(cell))) return false
  return (
    new Set(first).size === first.length &&
    first.every((cell, column) => !looksNumeric(cell) && below.every((record) => record[column] !== cell))
  )
}

function namesYears(first: readonly string[], below: readonly string[][]): boolean {
  const columns = first.flatMap((cell, column) => (isYear(cell) ? [column] : []))
  const years = columns.map((column) => Number(first[column]))
  const step = years[1] - years[0]
  if (years.length < 2 || !(step > 0) || years.some((year, i) => i > 0 && year - years[i - 1] !== step))
    return false
  return columns.every((column) => !below.some((record) => isYear(record[column] ?? '')))
}

function isYear(cell: string): boolean {
  return /^\s*(?:1[89]|20)\d\d\s*$/.test(cell)
}

/** Over how many columns of numbers the first record has a word, and over how many a number. */
export function namesAboveNumbers(
  [first, ...below]: readonly string[][],
  meansMissing: (cell: string) => boolean = isMissing,
): { names: number; values: number } {
  let names = 0
  let values = 0
  first.forEach((cell, column) => {
    const cells = below.map((record) => record[column] ?? '').filter((text) => !meansMissing(text))
    const numeric = cells.length > 0 && cells.filter(looksNumeric).length >= 0.9 * cells.length
    if (!numeric) return
    if (looksNumeric(cell)) values++
    else if (!meansMissing(cell)) names++
  })
  return { names, values }
}
