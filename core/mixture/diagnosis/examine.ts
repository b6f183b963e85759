import type { Cause } from './cause.ts'
import { equalRows } from './equal-rows.ts'
import { momentsOf, withValues } from './moments.ts'
import { narrowestDirection } from './narrowest.ts'

/** A column with at most so many values within a component is told by them. */
const FEW_VALUES = 3

export interface Examination {
  causes: Cause[]
  /** The rows at fault, rising. */
  rows: Uint32Array
}

/**
 * Why the rows `members` of columns [d][rows] make a degenerate component. `spreads` [d]: the columns' standard deviations over all
 * rows used; `needed`: how many different rows the covariance model needs. Of rows with gaps a column is judged by the values it has,
 * and what columns have in common by the complete rows, if they are most. `proceed` is called every now and then, and ends the work if it throws.
 */
export function examine(
  columns: readonly Float64Array[],
  members: Uint32Array,
  spreads: Float64Array,
  needed: number,
  proceed: () => void = () => undefined,
): Examination {
  const { distinct, repeated, groups } = equalRows(columns, members, proceed)
  const few = distinct < needed
  const twins = repeated.length > 0 && (few || 2 * repeated.length >= members.length)
  const causes: Cause[] = []
  if (few) causes.push({ kind: 'few-rows', rows: members.length, distinct, needed })
  if (twins) causes.push({ kind: 'duplicates', rows: repeated.length, groups })
  if (distinct >= 2) causes.push(...columnCauses(columns, members, spreads, few ? null : needed, proceed))
  return { causes, rows: twins ? repeated : members }
}

/** `needed` is null where the rows are too few to tell of more than constant columns. */
function columnCauses(
  columns: readonly Float64Array[],
  members: Uint32Array,
  spreads: Float64Array,
  needed: number | null,
  proceed: () => void,
): Cause[] {
  const values = columns.map((column) => fewValues(column, members))
  const constant = values.flatMap((list, column): Cause[] =>
    list?.length === 1 ? [{ kind: 'constant', column, value: list[0] }] : [],
  )
  if (needed === null) return constant
  const among = columns.flatMap((_, j) => (values[j] === null || values[j].length > 1 ? [j] : []))
  const direction = narrowest(columns, members, spreads, among, needed, proceed)
  if (direction === null || (constant.length > 0 && direction.kind === 'narrow')) return constant
  const own = direction.kind === 'narrow' ? values[direction.column] : null
  if (direction.kind === 'narrow' && own !== null)
    return [...constant, { kind: 'discrete', column: direction.column, values: own }]
  return [...constant, direction]
}

/** In what the rows vary least; where most of them have gaps, the narrowest column by itself. */
function narrowest(
  columns: readonly Float64Array[],
  members: Uint32Array,
  spreads: Float64Array,
  among: readonly number[],
  needed: number,
  proceed: () => void,
): Cause | null {
  const complete = withValues(columns, members)
  if (
    complete.length === members.length ||
    (2 * complete.length >= members.length && equalRows(columns, complete, proceed).distinct >= needed)
  )
    return narrowestDirection(momentsOf(columns, complete, proceed), spreads, among)
  const alone = among.flatMap((column) => {
    const own = [columns[column]]
    const moments = momentsOf(own, withValues(own, members), proceed)
    const found = narrowestDirection(moments, spreads.subarray(column, column + 1), [0])
    return found?.kind === 'narrow' ? [{ ...found, column }] : []
  })
  return alone.sort((a, b) => a.sd / a.overall - b.sd / b.overall).at(0) ?? null
}

/** The values that a column has in some rows, rising; null where there are more than a few, none where a single row has one. */
function fewValues(column: Float64Array, members: Uint32Array): number[] | null {
  const values: number[] = []
  let count = 0
  for (let i = 0; i < members.length; i++) {
    const value = column[members[i]]
    if (!Number.isFinite(value)) continue
    count++
    if (values.includes(value)) continue
    if (values.length === FEW_VALUES) return null
    values.push(value)
  }
  return count < 2 ? [] : values.sort((a, b) => a - b)
}
