import { groupOf, UNLABELLED } from '../partition.ts'
import { weightAt } from '../row-weights.ts'

/** Responsibilities summed by cluster: [K × K] row-major, of component l over the rows of cluster k at k · K + l. Noise counts as one more. */
export type OverlapSums = Float64Array

export const emptyOverlap = (components: number): OverlapSums => new Float64Array(components * components)

/**
 * Adds rows with labels [rows] and responsibilities [rows × K] row-major to the sums; rows with label 255 are left out. `noise`: its
 * responsibilities [rows], where there is a noise component: the sums then are [K + 1 × K + 1], noise last. `weights` [rows]: how much
 * each row counts, nothing where it is not above 0; null where each counts once.
 */
export function addOverlap(
  sums: OverlapSums,
  labels: Uint8Array,
  responsibilities: Float64Array,
  components: number,
  noise: Float64Array | null = null,
  weights: Float64Array | null = null,
): void {
  const groups = components + (noise === null ? 0 : 1)
  for (let row = 0; row < labels.length; row++) {
    if (labels[row] === UNLABELLED) continue
    const to = groupOf(labels[row], components) * groups
    const from = row * components
    const weight = weightAt(weights, row)
    for (let l = 0; l < components; l++) sums[to + l] += weight * responsibilities[from + l]
    if (noise !== null) sums[to + components] += weight * noise[row]
  }
}

/**
 * The mean responsibility of each component over the rows of each cluster [K × K] row-major; rows sum to 1, NaN for an empty
 * cluster. On the diagonal stands how sure the cluster is.
 */
export function meanResponsibilities(sums: OverlapSums, components: number): Float64Array {
  return sums.map((sum, at) => sum / lineSum(sums, at - (at % components), 1, components))
}

/**
 * The probability that a row of component k is put into cluster l, estimated by the responsibilities of the rows (the
 * misclassification probability of Maitra & Melnykov 2010 with all K clusters to choose from, over the rows in place of the
 * model): [K × K] row-major, k by rows; rows sum to 1, NaN for a component without any responsibility.
 */
export function misclassification(sums: OverlapSums, components: number): Float64Array {
  return sums.map((_, at) => {
    const k = Math.floor(at / components)
    return sums[(at % components) * components + k] / lineSum(sums, k, components, components)
  })
}

function lineSum(sums: OverlapSums, from: number, step: number, components: number): number {
  let total = 0
  for (let i = 0; i < components; i++) total += sums[from + i * step]
  return total
}
