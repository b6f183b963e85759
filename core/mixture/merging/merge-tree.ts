import {
  countsOf,
  emptySums,
  entropyOf,
  gainsOf,
  sizesOf,
  type Clusters,
  type PairSums,
} from './pair-sums.ts'

/** Clusters that components stand in after some merges. */
export interface MergeStep {
  clusters: number
  /** Of the responsibilities for the clusters: −Σ t ln t over rows and clusters, natural logarithm. */
  entropy: number
  /** Components (0-based) of the two clusters that became one in this step; null of the components as they are. */
  joined: [number[], number[]] | null
  /** Rows labelled with the cluster that came of it; 0 of the components as they are. */
  mergedRows: number
  /** What those rows weigh: as many where each counts once. */
  mergedCount: number
  /** The cluster of each component [K], 0-based by decreasing sum of the weights. */
  partition: number[]
  /** Rows labelled with each cluster: those whose largest responsibility is the one for it. */
  sizes: number[]
  /** What those rows weigh. */
  counts: number[]
}

/** What the next pass over the rows has to sum. */
export interface Pass extends Clusters {
  /** The cluster that is new, whose pairs alone are unknown; −1 where all are. */
  fresh: number
}

/** Hierarchical merging, one pass over the rows at a time. */
export interface MergeTree {
  /** Null when there is nothing left to sum. */
  next(): Pass | null
  /** Takes the sums over all rows that `next` asked for. */
  take(sums: PairSums): void
  /** From one cluster per component to one cluster of all. Complete once `next` is null. */
  readonly steps: MergeStep[]
}

/**
 * Merges the pair of clusters whose merging lowers the entropy of the responsibilities most, until one is left (Baudry, Raftery, Celeux,
 * Lo & Gottardo 2010). `weights` [K] order the clusters; of pairs with equal gains the first is merged.
 */
export function createMergeTree(weights: Float64Array): MergeTree {
  const steps: MergeStep[] = []
  let members = Array.from(weights, (_, component) => [component])
  let fresh = -1
  let joined: MergeStep['joined'] = null
  let gains: Float64Array = gainsOf(emptySums(members.length), members.length)

  function take(sums: PairSums): void {
    const clusters = members.length
    const summed = gainsOf(sums, clusters)
    for (let a = 0; a < clusters; a++)
      for (let b = a + 1; b < clusters; b++)
        if (fresh < 0 || a === fresh || b === fresh) gains[a * clusters + b] = summed[a * clusters + b]
    const held = { sizes: sizesOf(sums, clusters), counts: countsOf(sums, clusters) }
    steps.push(stepOf(members, weights, entropyOf(sums), joined, fresh, held))
    if (clusters > 1) merge(...bestPair(gains, clusters))
    if (clusters === 2) {
      const all = ([a, b]: Float64Array) => Float64Array.of(a + b)
      steps.push(
        stepOf(members, weights, 0, joined, fresh, { sizes: all(held.sizes), counts: all(held.counts) }),
      )
    }
  }

  function merge(a: number, b: number): void {
    joined = [members[a], members[b]]
    const before = members.length
    const kept = Array.from({ length: before }, (_, cluster) => cluster).filter((cluster) => cluster !== b)
    const next = new Float64Array((before - 1) ** 2)
    kept.forEach((from, i) =>
      kept.forEach((to, j) => {
        next[i * (before - 1) + j] = gains[from * before + to]
      }),
    )
    const both = [...members[a], ...members[b]].sort((one, other) => one - other)
    members = kept.map((cluster) => (cluster === a ? both : members[cluster]))
    gains = next
    fresh = a
  }

  return {
    steps,
    take,
    next: () =>
      members.length > 1 || steps.length === 0
        ? { partition: partitionOf(members, weights.length), clusters: members.length, fresh }
        : null,
  }
}

function bestPair(gains: Float64Array, clusters: number): [number, number] {
  let best: [number, number] = [0, 1]
  for (let a = 0; a < clusters; a++)
    for (let b = a + 1; b < clusters; b++)
      if (gains[a * clusters + b] > gains[best[0] * clusters + best[1]]) best = [a, b]
  return best
}

function partitionOf(members: readonly number[][], components: number): Uint8Array {
  const partition = new Uint8Array(components)
  members.forEach((own, cluster) => own.forEach((component) => (partition[component] = cluster)))
  return partition
}

function stepOf(
  members: readonly number[][],
  weights: Float64Array,
  entropy: number,
  joined: MergeStep['joined'],
  fresh: number,
  { sizes, counts }: { sizes: Float64Array; counts: Float64Array },
): MergeStep {
  const weightOf = (cluster: number) =>
    members[cluster].reduce((sum, component) => sum + weights[component], 0)
  const order = Array.from(members.keys()).sort((a, b) => weightOf(b) - weightOf(a) || a - b)
  const partition = partitionOf(
    order.map((cluster) => members[cluster]),
    weights.length,
  )
  return {
    clusters: members.length,
    entropy,
    joined,
    mergedRows: joined === null ? 0 : sizes[fresh],
    mergedCount: joined === null ? 0 : counts[fresh],
    partition: Array.from(partition),
    sizes: order.map((cluster) => sizes[cluster]),
    counts: order.map((cluster) => counts[cluster]),
  }
}
