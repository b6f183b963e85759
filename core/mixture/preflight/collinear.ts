import { pivotedCholesky, slopesOn } from '../../linalg/pivoted-cholesky.ts'
import { columnCentre, columnSpread } from '../column.ts'
import type { Concern, Term } from './concern.ts'
import { rowsWith, spaced, valuesAt } from './used-rows.ts'

const SAMPLED = 4096
/** Where rows have gaps, a relation is claimed only if so many of them show it. */
const SHOWN_BY = 10
/** What is left of a column, as a share of its standard deviation, at which the others tell it: values rounded to two digits leave less. */
const LEFT = 0.015
/** Left by the rounding of arithmetic alone. */
const EXACT = 1e-7
/** A term that moves a column by less than this share of its standard deviation, or what is left, is no part of the relation. */
const NO_TERM = 1e-6

/** A column as it stands in the rows looked at: standardised values (all 0 where it does not vary in them), and its units. */
interface Standard {
  values: Float64Array
  centre: number
  spread: number
}

/**
 * Columns that are linear functions of others: pivoted Cholesky of the correlations of a sample (Higham 1990) parts the columns
 * into pivots and those that these tell; each relation found is then measured in every row that has its columns. `positions` [d] name
 * the columns [d]; constant ones must have been left out. Where too few rows have no gap, columns are compared two by two.
 */
export function collinear(
  positions: readonly number[],
  columns: readonly Float64Array[],
  rows: Uint32Array,
  proceed: () => void = () => undefined,
): Concern[] {
  const complete = rowsWith(columns, rows)
  if (complete !== rows && complete.length < Math.max(SHOWN_BY, columns.length + 1))
    return twoByTwo(positions, columns, rows, proceed)
  const sample = spaced(complete, SAMPLED)
  if (sample.length <= columns.length) return copies(positions, columns, rows)
  const standard = columns.map((column) => standardise(valuesAt(column, sample)))
  const pivoted = pivotedCholesky(correlations(standard), LEFT * LEFT)
  const { order, rank, left } = pivoted
  return order.slice(rank).flatMap((told, at) => {
    const least = Math.max(NO_TERM, 2 * Math.sqrt(left[rank + at]))
    const parts = slopesOn(pivoted, rank + at).flatMap((slope, k) =>
      Math.abs(slope) <= least ? [] : [{ column: order[k], slope }],
    )
    return parts.length === 0 ? [] : relation(positions, columns, rows, standard, told, parts)
  })
}

/** Every column that another before it tells, by the rows that have both. */
function twoByTwo(
  positions: readonly number[],
  columns: readonly Float64Array[],
  rows: Uint32Array,
  proceed: () => void,
): Concern[] {
  return columns.flatMap((column, j) => {
    for (let k = 0; k < j; k++) {
      proceed()
      const pair = [columns[k], column]
      const both = rowsWith(pair, rows)
      if (both.length < SHOWN_BY) continue
      const found = collinear([positions[k], positions[j]], pair, both)
      if (found.length > 0) return found
    }
    return []
  })
}

/** With fewer rows than columns everything is collinear: only equal columns are told. */
function copies(
  positions: readonly number[],
  columns: readonly Float64Array[],
  rows: Uint32Array,
): Concern[] {
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
  const having = rowsWith([columns[told], ...parts.map(({ column }) => columns[column])], rows)
  let squares = 0
  let equal = parts.length === 1
  for (let i = 0; i < having.length; i++) {
    const row = having[i]
    let rest = columns[told][row] - own.centre
    for (let k = 0; k < parts.length; k++)
      rest -= factors[k] * (columns[parts[k].column][row] - standard[parts[k].column].centre)
    squares += rest * rest
    if (equal && columns[told][row] !== columns[parts[0].column][row]) equal = false
  }
  const left = Math.sqrt(squares / having.length) / own.spread
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
