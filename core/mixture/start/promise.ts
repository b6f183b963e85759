import { cholesky } from '../../linalg/cholesky.ts'
import { packedLength } from '../../linalg/packed.ts'
import { createPosterior } from '../posterior.ts'
import type { Mixture, Prepared } from '../types.ts'
import { rowStart } from './sample.ts'

/** Two components that become one and a third that falls in two, 0-based. */
export interface Change {
  merged: [number, number]
  parted: number
}

const MOST_CHANGES = 5
const ROWS_AT_ONCE = 100

/**
 * The most promising changes of a mixture, best first, at most five (Ueda et al. 2000). Pairs are ranked by J_m = Σ z_i z_j over
 * the rows, components by the Kullback divergence J_s = Σ f ln(f / N) of their share f = z / Σ z of the rows from their Gaussian
 * N; a change by the sum of its two ranks, ties by that of the pair. Empty below three components or where a covariance is
 * singular. `stopped` is asked once per 100 rows; null if it was stopped.
 */
export function rankChanges(mixture: Mixture, rows: Prepared, stopped: () => boolean): Change[] | null {
  const { components } = mixture
  if (components < 3 || !positiveDefinite(mixture)) return []
  const scores = scoreComponents(mixture, rows, stopped)
  if (scores === null) return null
  const pairs: [number, number][] = []
  for (let i = 0; i < components; i++) for (let j = i + 1; j < components; j++) pairs.push([i, j])
  pairs.sort((a, b) => scores.merge[b[0] * components + b[1]] - scores.merge[a[0] * components + a[1]])
  const parts = Array.from({ length: components }, (_, k) => k)
  parts.sort((a, b) => scores.split[b] - scores.split[a])
  return pairs
    .flatMap((merged, pairRank) =>
      parts
        .filter((parted) => !merged.includes(parted))
        .map((parted, partRank) => ({ change: { merged, parted }, rank: pairRank + partRank })),
    )
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_CHANGES)
    .map(({ change }) => change)
}

/** J_m [K × K], above the diagonal, and J_s [K]. */
function scoreComponents(mixture: Mixture, rows: Prepared, stopped: () => boolean) {
  const { components } = mixture
  const n = rows.rows
  const columns = columnsOf(rows)
  const posteriors = new Float64Array(n * components)
  const logDensity = new Float64Array(n)
  const posterior = createPosterior(mixture)
  const target = { labels: null, uncertainty: null, logDensity, posteriors }
  for (let from = 0; from < n; from += ROWS_AT_ONCE) {
    if (stopped()) return null
    posterior.evaluate(columns, from, Math.min(n, from + ROWS_AT_ONCE), target)
  }
  const merge = new Float64Array(components * components)
  const split = new Float64Array(components)
  const held = new Float64Array(components)
  for (let i = 0; i < n; i++) {
    const row = i * components
    for (let k = 0; k < components; k++) {
      const z = posteriors[row + k]
      held[k] += z
      // ln(z / N) = ln w − ln f: what remains of the divergence once Σ z is taken out.
      if (z > 0) split[k] += z * (Math.log(mixture.weights[k]) - logDensity[i])
      for (let other = k + 1; other < components; other++)
        merge[k * components + other] += z * posteriors[row + other]
    }
  }
  for (let k = 0; k < components; k++) split[k] = split[k] / held[k] - Math.log(held[k])
  return { merge, split }
}

function positiveDefinite({ components, dimension: d, covariances }: Mixture): boolean {
  const packed = new Float64Array(packedLength(d))
  for (let k = 0; k < components; k++) {
    for (let i = 0, at = 0; i < d; i++) {
      for (let j = 0; j <= i; j++, at++) packed[at] = covariances[(k * d + i) * d + j]
    }
    if (cholesky(packed, packed, d) >= 0) return false
  }
  return true
}

/** The rows as columns [d][n] in their own units. */
function columnsOf(rows: Prepared): Float64Array[] {
  const { centre, spread, blocks, blockRows } = rows
  return Array.from(centre, (mean, j) => {
    const column = new Float64Array(rows.rows)
    for (let i = 0; i < rows.rows; i++)
      column[i] = mean + spread[j] * blocks[rowStart(rows, i) + j * blockRows]
    return column
  })
}
