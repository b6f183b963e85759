/**
 * What is summed over rows to merge clusters, as one array so that runs of rows add up entry by entry:
 * [entropy, rows by cluster [M], what they weigh [M], gains by pair [M × M]]. A gain stands at a · M + b, a < b; it is how much the entropy falls
 * where clusters a and b become one.
 */
export type PairSums = Float64Array

/** Of a mixture whose components stand in clusters: `partition` [K] holds the cluster of each, 0-based, of so many. */
export interface Clusters {
  partition: Uint8Array
  clusters: number
}

const GAINS = (clusters: number) => 1 + 2 * clusters

export const emptySums = (clusters: number): PairSums =>
  new Float64Array(GAINS(clusters) + clusters * clusters)

export const entropyOf = (sums: PairSums): number => sums[0]

export const sizesOf = (sums: PairSums, clusters: number): Float64Array => sums.subarray(1, 1 + clusters)

/** What the rows of each cluster weigh: as many where each counts once. */
export const countsOf = (sums: PairSums, clusters: number): Float64Array =>
  sums.subarray(1 + clusters, 1 + 2 * clusters)

/** [M × M] row-major, filled above the diagonal. */
export const gainsOf = (sums: PairSums, clusters: number): Float64Array => sums.subarray(GAINS(clusters))

/**
 * Adds rows with responsibilities [rows × K] row-major to the sums; rows of NaN are left out. A row's responsibility for a cluster is
 * the sum of those for its components. `fresh`: only pairs with this cluster; −1 for all pairs. `weights` [rows]: how much each row counts
 * in entropy and gains, null where each counts once; rows by cluster stay rows.
 */
export function addPairs(
  sums: PairSums,
  responsibilities: Float64Array,
  rows: number,
  { partition, clusters }: Clusters,
  fresh: number,
  weights: Float64Array | null = null,
): void {
  const components = partition.length
  const shares = new Float64Array(clusters)
  const terms = new Float64Array(clusters)
  const present = new Uint8Array(clusters)
  const gains = GAINS(clusters)
  for (let row = 0; row < rows; row++) {
    const at = row * components
    if (Number.isNaN(responsibilities[at])) continue
    const weight = weights === null ? 1 : weights[row]
    shares.fill(0)
    for (let k = 0; k < components; k++) shares[partition[k]] += responsibilities[at + k]
    let best = 0
    let some = 0
    for (let c = 0; c < clusters; c++) {
      if (shares[c] > shares[best]) best = c
      if (shares[c] === 0) continue
      terms[c] = shares[c] * Math.log(shares[c])
      sums[0] -= weight * terms[c]
      present[some++] = c
    }
    sums[1 + best] += 1
    sums[1 + clusters + best] += weight
    for (let i = 1; i < some; i++) {
      const b = present[i]
      for (let j = 0; j < i; j++) {
        const a = present[j]
        if (fresh >= 0 && a !== fresh && b !== fresh) continue
        const both = shares[a] + shares[b]
        sums[gains + a * clusters + b] += weight * (both * Math.log(both) - terms[a] - terms[b])
      }
    }
  }
}
