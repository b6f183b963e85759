import type { Workspace } from './workspace.ts'

// e^-60 is 9e-27: over any number of rows such responsibilities stay below the rounding of a component that has not collapsed.
const SMALLEST_EXPONENT = -60

/** Stands for the maximum of a row that is infinitely far from every component. */
const LOWEST = -1e300

/**
 * Turns squared whitened distances into responsibilities, by log-sum-exp with each row's maximum, and leaves the block's
 * log-likelihood and entropy. Entropy of a row is ln Σe − Σ r a for e = exp(a), a ≤ 0 relative to the row's maximum. With
 * weights [rows] each row counts as often: what is left in `responsibilities` is weight × responsibility.
 */
export function mixBlock(
  offsets: Float64Array,
  rows: number,
  space: Workspace,
  weights: Float64Array | null = null,
): void {
  const { components, blockRows, responsibilities: r, most, sum, slope } = space
  most.fill(LOWEST)
  sum.fill(0)
  slope.fill(0)
  for (let k = 0; k < components; k++) {
    const at = k * blockRows
    const offset = offsets[k]
    for (let p = 0; p < rows; p++) {
      const a = offset - 0.5 * r[at + p]
      r[at + p] = a
      if (a > most[p]) most[p] = a
    }
  }
  for (let k = 0; k < components; k++) {
    const at = k * blockRows
    for (let p = 0; p < rows; p++) {
      const a = r[at + p] - most[p]
      if (a > SMALLEST_EXPONENT) {
        const e = Math.exp(a)
        r[at + p] = e
        sum[p] += e
        slope[p] += e * a
      } else r[at + p] = 0
    }
  }
  let logLikelihood = 0
  let entropy = 0
  for (let p = 0; p < rows; p++) {
    const total = Math.max(1, sum[p])
    const inverse = 1 / total
    const log = Math.log(total)
    const weight = weights === null ? 1 : weights[p]
    logLikelihood += weight * (most[p] + log)
    entropy += weight * (log - slope[p] * inverse)
    sum[p] = weight * inverse
  }
  for (let k = 0; k < components; k++) {
    const at = k * blockRows
    for (let p = 0; p < rows; p++) r[at + p] *= sum[p]
  }
  space.logLikelihood = logLikelihood
  space.entropy = entropy
}
