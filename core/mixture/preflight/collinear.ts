import { pivotedCholesky, slopesOn } from '../../linalg/pivoted-cholesky.ts'
import { columnCentre, columnSpread } from '../column.ts'
import type { Concern, Term } from './concern.ts'
import { spaced, valuesAt } from './used-rows.ts'

const SAMPLED = 4096
/** What is left of a column, as a share of its standard deviation, at which the others tell it: values rounded to two digits leave less. */
const LEFT = 0.015
/** Left by the rounding of arithmetic alone. */
const EXACT = 1e-7
/** A term that moves a column by less than this share of its standard deviation, or what is left, is no part of the relation. */
const NO_TERM = 1e-6

/** A column as it stands in the rows looked at: standardised values, and its units. */
interface Standard {
  values: Float64Array
  centre: number
  spread: number
}

/**
 * Columns that are linear functions of others: pivoted Cholesky of the correlations of a sample (Higham 1990) parts the columns
 * into pivots and those that these tell; each relation found is then measured in every row used. `positions` [d] name the columns
 * [d] of whole values; constant ones must have been left out.
 */
export function collinear(
  positions: readonly number[],
  columns: readonly Float64Array[],
  rows: Uint32Array,
): Concern[] {
  const sample = spaced(rows, SAMPLED)
  if (sample.length <= columns.length) return pairs(positions, columns, rows)
  const standard = columns.map((column) => standardise(valuesAt(column, sample)))
  const pivoted = pivotedCholesky(correlations(standard), LEFT * LEFT)
  const { order, rank, left } = pivoted
  return order.slice(rank).flatMap((told, at) => {
    const least = Math.max(NO_TERM, 2 * Math.sqrt(left[rank + at]))
    const parts = slopesOn(pivoted, rank + at).flatMap((slope, k) =>
      Math.abs(slope) <= least ? [] : [{ column: order[k], slope }],
    )
    return relation(positions, columns, rows, standard, told, parts)
  })
}

/** With fewer rows than columns everything is collinear: only equal columns are told. */
function pairs(positions: readonly number[], columns: readonly Float64Array[], rows: Uint32Array): Concern[] {
  return columns.flatMap((column, j): Concern[] => {
    const as = columns.findIndex((other, k) => k < j && rows.every((row) => other[row] === column[row]))
    return as < 0 ? [] : [{ kind: 'same', column: positions[j], as: positions[as] }]
  })
}

function relation(
  positions: readonly number[],
  columns: readonly Float64Array[],
  rows: Uint32Array,
  standard: readonly Standard[],
  told: number,
  parts: readonly { column: number; slope: number }[],
): Concern[] {
  const own = standard[told]
  const factors = parts.map(({ column, slope }) => (slope * own.spread) / standard[column].spread)
  const origin = parts.reduce((sum, { column }, k) => sum - factors[k] * standard[column].centre, own.centre)
  let squares = 0
  let equal = parts.length === 1
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]
    let rest = columns[told][row] - own.centre
    for (let k = 0; k < parts.length; k++)
      rest -= factors[k] * (columns[parts[k].column][row] - standard[parts[k].column].centre)
    squares += rest * rest
    if (equal && columns[told][row] !== columns[parts[0].column][row]) equal = false
  }
  const left = Math.sqrt(squares / rows.length) / own.spread
  if (!(left <= LEFT)) return []
  if (equal) return [{ kind: 'same', column: positions[told], as: positions[parts[0].column] }]
  const terms: Term[] = parts.map(({ column }, k) => ({ index: positions[column], factor: factors[k] }))
  const intercept =
    Math.abs(origin) <= Math.max(left, NO_TERM) * Math.max(own.spread, Math.abs(own.centre)) ? 0 : origin
  return [{ kind: 'collinear', column: positions[told], terms, intercept, exact: left <= EXACT }]
}

function standardise(values: Float64Array): Standard {
  const centre = columnCentre(values)
  const spread = columnSpread(values, centre) || 1
  return { values: values.map((value) => (value - centre) / spread), centre, spread }
}

/** Full, row-major rows [d][d]. */
function correlations(standard: readonly Standard[]): Float64Array[] {
  const full = standard.map(() => new Float64Array(standard.length))
  for (let i = 0; i < standard.length; i++)
    for (let j = 0; j <= i; j++) full[i][j] = full[j][i] = meanProduct(standard[i].values, standard[j].values)
  return full
}

function meanProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum / a.length
}
