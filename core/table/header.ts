import { isMissing } from './missing.ts'
import { parseNumber } from './number.ts'

/**
 * Whether the first record names the columns: it has words where the columns below have numbers. Without numbers
 * anywhere: its cells are all different and none comes back below.
 */
export function sniffHeader(records: readonly string[][], decimal: string): boolean {
  const [first, ...below] = records
  if (!first) return false
  const isNumber = (cell: string) => Number.isFinite(parseNumber(cell, decimal))
  if (below.length === 0) return !first.some(isNumber)
  const { names, values } = namesAboveNumbers(records, isNumber)
  if (names > 0 || values > 0) return names > values
  return (
    new Set(first).size === first.length &&
    first.every((cell, column) => !isNumber(cell) && below.every((record) => record[column] !== cell))
  )
}

/** Over how many columns of numbers the first record has a word, and over how many a number. */
export function namesAboveNumbers(
  [first, ...below]: readonly string[][],
  isNumber: (cell: string) => boolean,
): { names: number; values: number } {
  let names = 0
  let values = 0
  first.forEach((cell, column) => {
    const cells = below.map((record) => record[column] ?? '').filter((text) => !isMissing(text))
    const numeric = cells.length > 0 && cells.filter(isNumber).length >= 0.9 * cells.length
    if (!numeric) return
    if (isNumber(cell)) values++
    else if (!isMissing(cell)) names++
  })
  return { names, values }
}
