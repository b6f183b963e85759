const SPLITTER = 2 ** 27 + 1

/** A packed lower triangle of numbers high + low, twice as precise as doubles (Dekker 1971). */
export interface ExtendedTriangle {
  high: Float64Array
  low: Float64Array
}

/** A running sum of twice the precision of doubles. */
interface Sum {
  high: number
  low: number
}

/**
 * Cholesky factor of a packed symmetric matrix, to about 30 digits, for matrices of which the plain factor keeps too few. Null
 * where a pivot is not above zero.
 */
export function extendedCholesky(matrix: Float64Array, size: number): ExtendedTriangle | null {
  const factor = { high: new Float64Array(matrix.length), low: new Float64Array(matrix.length) }
  const { high, low } = factor
  const sum: Sum = { high: 0, low: 0 }
  for (let i = 0, row = 0; i < size; row += ++i) {
    for (let j = 0, other = 0; j <= i; other += ++j) {
      sum.high = matrix[row + j]
      sum.low = 0
      for (let t = 0; t < j; t++)
        subtractProduct(sum, high[row + t], low[row + t], high[other + t], low[other + t])
      if (j < i) {
        divide(sum, high[other + j], low[other + j])
      } else {
        if (!(sum.high + sum.low > 0)) return null
        squareRoot(sum)
      }
      high[row + j] = sum.high
      low[row + j] = sum.low
    }
  }
  return factor
}

/** A vector high + low [size] before and after it is solved for. */
export type ExtendedVector = ExtendedTriangle

/** Solves L y = b in place of b. Returns |y|². */
export function solveExtended(factor: ExtendedTriangle, vector: ExtendedVector, size: number): number {
  const sum: Sum = { high: 0, low: 0 }
  let squared = 0
  for (let i = 0, row = 0; i < size; row += ++i) {
    sum.high = vector.high[i]
    sum.low = vector.low[i]
    for (let t = 0; t < i; t++) {
      subtractProduct(sum, factor.high[row + t], factor.low[row + t], vector.high[t], vector.low[t])
    }
    divide(sum, factor.high[row + i], factor.low[row + i])
    vector.high[i] = sum.high
    vector.low[i] = sum.low
    squared += sum.high * sum.high
  }
  return squared
}

/** What a − b, rounded to `difference`, leaves over (Knuth 1969): exact. */
export function differenceError(a: number, b: number, difference: number): number {
  const taken = a - difference
  return a - (difference + taken) + (taken - b)
}

function subtractProduct(sum: Sum, a: number, aLow: number, b: number, bLow: number): void {
  const product = a * b
  const error = productError(a, b, product) + (a * bLow + aLow * b)
  const next = sum.high - product
  sum.low += differenceError(sum.high, product, next) - error
  sum.high = next
}

function divide(sum: Sum, by: number, byLow: number): void {
  const quotient = (sum.high + sum.low) / by
  const product = quotient * by
  const rest = sum.high - product - productError(quotient, by, product) + sum.low - quotient * byLow
  sum.high = quotient
  sum.low = rest / by
}

function squareRoot(sum: Sum): void {
  const root = Math.sqrt(sum.high + sum.low)
  const square = root * root
  const rest = sum.high - square - productError(root, root, square) + sum.low
  sum.high = root
  sum.low = rest / (2 * root)
}

/** What a b, rounded to `product`, leaves over. */
function productError(a: number, b: number, product: number): number {
  const aHigh = SPLITTER * a - (SPLITTER * a - a)
  const bHigh = SPLITTER * b - (SPLITTER * b - b)
  const aLow = a - aHigh
  const bLow = b - bHigh
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)
}
