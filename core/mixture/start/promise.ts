import { createPosterior, type Posterior } from '../posterior.ts'
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
  const posterior = components < 3 ? null : posteriorOf(mixture)
  if (posterior === null) return []
  const scores = scoreComponents(mixture, posterior, rows, stopped)
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

/** Of some rows the one where the mixture's density is least, ties to the first; the first where a covariance is singular. */
export function leastDense(mixture: Mixture, rows: Prepared, drawn: readonly number[]): number {
  const posterior = drawn.length === 1 ? null : posteriorOf(mixture)
  if (posterior === null) return drawn[0]
  const logDensity = new Float64Array(drawn.length)
  const target = { labels: null, uncertainty: null, logDensity, posteriors: null }
  posterior.evaluate(columnsOf(rows, drawn), 0, drawn.length, target)
  return drawn[logDensity.indexOf(Math.min(...logDensity))]
}

/** J_m [K × K], above the diagonal, and J_s [K]. */
function scoreComponents(mixture: Mixture, posterior: Posterior, rows: Prepared, stopped: () => boolean) {
  const { components } = mixture
  const n = rows.rows
  const columns = columnsOf(rows)
  const posteriors = new Float64Array(n * components)
  const logDensity = new Float64Array(n)
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
      const z = (rows.weights?.values[i] ?? 1) * posteriors[row + k]
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

export function posteriorOf(mixture: Mixture): Posterior | null {
  try {
    return createPosterior(mixture)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Some rows, or all of them, as columns [d][rows] in their own units. */
export function columnsOf(rows: Prepared, drawn?: readonly number[]): Float64Array[] {
  const { centre, spread, blocks, blockRows } = rows
  return Array.from(centre, (mean, j) => {
    const value = (row: number) => mean + spread[j] * blocks[rowStart(rows, row) + j * blockRows]
    return Float64Array.from({ length: drawn?.length ?? rows.rows }, (_, at) => value(drawn?.[at] ?? at))
  })
}
