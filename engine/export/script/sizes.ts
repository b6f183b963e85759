import type { Mixture } from '../../../core/mixture/types.ts'
import type { WorkControl } from '../../../workers/control.ts'
import type { Pool } from '../../../workers/pool.ts'
import { clusterSizes, labelRows } from '../../labelling.ts'
import { cancelled } from '../../work.ts'

/** Two responsibilities this close may change places by rounding, or by a few EM steps more. */
const CLOSE = 1e-3
const ROWS = 65_536

/** Sizes of the clusters of a mixture, largest first, and how many rows lie on a border between two of them. */
export async function sizesOf(
  pool: Pool,
  mixture: Mixture,
  columns: readonly Float64Array[],
  control: WorkControl,
): Promise<{ sizes: number[]; borderline: number }> {
  const { components: K } = mixture
  const sizes = new Array<number>(K).fill(0)
  let borderline = 0
  const rows = columns[0]?.length ?? 0
  for (let from = 0; from < rows; from += ROWS) {
    const run = columns.map((column) => column.subarray(from, from + ROWS))
    const { labels, posteriors } = await labelRows(pool, mixture, run, { posteriors: true }, control)
    if (control.stopped()) throw cancelled()
    clusterSizes(labels, K).forEach((size, k) => (sizes[k] += size))
    if (posteriors !== null) borderline += closeCalls(posteriors, K)
  }
  return { sizes: sizes.sort((a, b) => b - a), borderline }
}

/** Rows whose two largest responsibilities are about equal. */
function closeCalls(posteriors: Float64Array, K: number): number {
  let count = 0
  for (let at = 0; at < posteriors.length; at += K) {
    let first = 0
    let second = -1
    for (let k = at; k < at + K; k++) {
      const value = posteriors[k]
      if (value > first) {
        second = first
        first = value
      } else if (value > second) second = value
    }
    if (first - second < CLOSE) count++
  }
  return count
}
