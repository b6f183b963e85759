import type { Cause } from './cause.ts'
import { equalRows } from './equal-rows.ts'
import { momentsOf } from './moments.ts'
import { narrowestDirection } from './narrowest.ts'

/** A column with at most so many values within a component is told by them. */
const FEW_VALUES = 3

export interface Examination {
  causes: Cause[]
  /** The rows at fault, rising. */
  rows: Uint32Array
}

/**
 * Why the rows `members` of whole columns [d][rows] make a degenerate component. `spreads` [d]: the columns' standard deviations
 * over all rows used; `needed`: how many different rows the covariance model needs. `proceed` is called every now and then, and
 * ends the work if it throws.
 */
export function examine(
  columns: readonly Float64Array[],
  members: Uint32Array,
  spreads: Float64Array,
  needed: number,
  proceed: () => void = () => undefined,
): Examination {
  const complete = members.filter((row) => columns.every((column) => Number.isFinite(column[row])))
  const { distinct, repeated, groups } = equalRows(columns, complete, proceed)
  const few = distinct < needed
  const twins = repeated.length > 0 && (few || 2 * repeated.length >= complete.length)
  const causes: Cause[] = []
  if (few) causes.push({ kind: 'few-rows', rows: complete.length, distinct, needed })
  if (twins) causes.push({ kind: 'duplicates', rows: repeated.length, groups })
  if (distinct >= 2) causes.push(...columnCauses(columns, complete, spreads, few, proceed))
  return { causes, rows: twins ? repeated : complete }
}

function columnCauses(
  columns: readonly Float64Array[],
  members: Uint32Array,
  spreads: Float64Array,
  few: boolean,
  proceed: () => void,
): Cause[] {
  const values = columns.map((column) => fewValues(column, members))
  const constant = values.flatMap((list, column): Cause[] =>
    list?.length === 1 ? [{ kind: 'constant', column, value: list[0] }] : [],
  )
  if (few) return constant
  const among = columns.flatMap((_, j) => (values[j]?.length === 1 ? [] : [j]))
  const direction = narrowestDirection(momentsOf(columns, members, proceed), spreads, among)
  if (direction === null || (constant.length > 0 && direction.kind === 'narrow')) return constant
  const own = direction.kind === 'narrow' ? values[direction.column] : null
  if (direction.kind === 'narrow' && own !== null)
    return [...constant, { kind: 'discrete', column: direction.column, values: own }]
  return [...constant, direction]
}

/** The values of a column in some rows, rising; null where there are more than a few. */
function fewValues(column: Float64Array, members: Uint32Array): number[] | null {
  const values: number[] = []
  for (let i = 0; i < members.length; i++) {
    const value = column[members[i]]
    if (values.includes(value)) continue
    if (values.length === FEW_VALUES) return null
    values.push(value)
  }
  return values.sort((a, b) => a - b)
}
