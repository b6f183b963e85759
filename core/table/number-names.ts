import { looksNumeric } from './decimal.ts'
import { isMissing } from './missing.ts'

const PLAIN = /^\s*-?\d+(?:\.\d+)?\s*$/
const WHOLE = /^\s*[+-]?\d+\s*$/
/** Fewer numbers are in equal steps by chance. */
const LEAST = 3

/**
 * Whether the numbers in the first record name their columns: they rise in equal steps, as wavelengths and places do
 * and most records below do not, and stand beside a cell that is no value, or above decimals as whole numbers, or far
 * from all values of their columns. Counted from 0, beside rows that are too, they are names however few.
 */
export function namesInSteps(first: readonly string[], below: readonly string[][]): boolean {
  const columns = first.flatMap((cell, column) => (PLAIN.test(cell) ? [column] : []))
  const valuesOf = (record: readonly string[]) => columns.map((column) => numberOf(record[column]))
  const names = valuesOf(first)
  if (columns.length === first.length - 1 && areCounted(names) && haveIndex(first, below)) return true
  if (below.length < 2 || !rise(names)) return false
  if (2 * below.filter((record) => rise(valuesOf(record))).length >= below.length) return false
  return (
    first.some((cell, column) => isNoValue(cell, column, below)) ||
    columns.every((column) => isWholeAboveDecimals(first, below, column)) ||
    columns.every((column) => isFar(first, below, column))
  )
}

/** As pandas writes a table whose rows and columns have no names. */
function haveIndex(first: readonly string[], below: readonly string[][]): boolean {
  return first[0].trim() === '' && below.length > 1 && areCounted(below.map(([cell]) => numberOf(cell)))
}

function areCounted(numbers: readonly number[]): boolean {
  return numbers.length > 0 && numbers.every((number, i) => number === i)
}

function rise(numbers: readonly number[]): boolean {
  const step = numbers[1] - numbers[0]
  if (numbers.length < LEAST || !(step > 0)) return false
  return numbers.every((number, i) => i === 0 || Math.abs(number - numbers[i - 1] - step) < 1e-6 * step)
}

/** Empty where every record has something, or a word where they have numbers. */
function isNoValue(cell: string, column: number, below: readonly string[][]): boolean {
  if (looksNumeric(cell)) return false
  const cells = below.map((record) => record[column] ?? '')
  if (cells.some(isMissing)) return false
  return cell.trim() === '' || (!isMissing(cell) && cells.every(looksNumeric))
}

function isWholeAboveDecimals(first: readonly string[], below: readonly string[][], column: number): boolean {
  const cells = below.map((record) => record[column] ?? '').filter((cell) => !isMissing(cell))
  return WHOLE.test(first[column]) && cells.length > 1 && cells.every((cell) => isDecimal(cell))
}

function isDecimal(cell: string): boolean {
  return !WHOLE.test(cell) && looksNumeric(cell)
}

/** Further from the values below than these are from each other. */
function isFar(first: readonly string[], below: readonly string[][], column: number): boolean {
  const values = below.map((record) => numberOf(record[column])).filter((value) => !Number.isNaN(value))
  const least = values.reduce((a, b) => Math.min(a, b), Infinity)
  const greatest = values.reduce((a, b) => Math.max(a, b), -Infinity)
  const name = numberOf(first[column])
  return least < greatest && Math.max(least - name, name - greatest) > greatest - least
}

function numberOf(cell: string | undefined): number {
  return cell !== undefined && PLAIN.test(cell) ? Number(cell) : Number.NaN
}
