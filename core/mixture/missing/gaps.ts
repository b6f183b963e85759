import { countOf } from '../row-weights.ts'
import type { Prepared } from '../types.ts'

/**
 * Which cells of the prepared rows are missing. Rows with every cell come first; those with gaps follow, one run of rows for each
 * pattern of missing columns. Plain data over shared memory.
 */
export interface Gaps {
  /** Of each packed row, its place among the rows used, which stand in the order of the file. */
  order: Uint32Array
  /** Rows with every cell. */
  complete: number
  /** Where each pattern's rows begin [patterns + 1]: the first entry is `complete`, the last all rows. */
  starts: Uint32Array
  /** The missing columns of one pattern after another, rising. */
  missing: Uint16Array
  /** Where each pattern's columns begin in `missing` [patterns + 1]. */
  missingStarts: Uint32Array
  /** Rows that have each column [d]. */
  observed: Float64Array
}

/** Patterns of missing columns among the rows. */
export function patternCount({ starts }: Gaps): number {
  return starts.length - 1
}

/** Whether a row has a gap: otherwise all arithmetic is that of complete data. */
export function hasGaps({ gaps }: Pick<Prepared, 'gaps'>): boolean {
  return gaps !== undefined && patternCount(gaps) > 0
}

/**
 * What scaling the columns takes from the log-likelihood: Σ ln spread over the cells that are there. A log-likelihood in the
 * prepared units less this is one in the units of the columns.
 */
export function logJacobian(prepared: Pick<Prepared, 'rows' | 'weights' | 'spread' | 'gaps'>): number {
  const { spread, gaps } = prepared
  if (gaps === undefined || patternCount(gaps) === 0)
    return countOf(prepared) * spread.reduce((sum, unit) => sum + Math.log(unit), 0)
  return spread.reduce((sum, unit, j) => sum + gaps.observed[j] * Math.log(unit), 0)
}

/** The gaps of some of the rows; `picked` rises. */
export function gapsOf(gaps: Gaps, picked: readonly number[]): Gaps {
  const { starts, missing, missingStarts } = gaps
  const begins: number[] = []
  const columns: number[] = []
  const columnStarts = [0]
  const observed = gaps.observed.map(() => picked.length)
  let at = 0
  while (at < picked.length && picked[at] < gaps.complete) at++
  const complete = at
  for (let pattern = 0; pattern < patternCount(gaps); pattern++) {
    const from = at
    while (at < picked.length && picked[at] < starts[pattern + 1]) at++
    if (at === from) continue
    begins.push(from)
    for (let t = missingStarts[pattern]; t < missingStarts[pattern + 1]; t++) {
      columns.push(missing[t])
      observed[missing[t]] -= at - from
    }
    columnStarts.push(columns.length)
  }
  return {
    order: Uint32Array.from(picked, (row) => gaps.order[row]),
    complete,
    starts: Uint32Array.from([...begins, picked.length]),
    missing: Uint16Array.from(columns),
    missingStarts: Uint32Array.from(columnStarts),
    observed,
  }
}
