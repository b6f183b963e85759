import type { MergeStep } from '../../contract/views.ts'

/** Clusters that the components of a restart are merged into, as plots show them. */
export interface MergedClusters {
  clusters: number
  /** The cluster of each component. */
  partition: readonly number[]
  /** Rows of each cluster. */
  sizes: readonly number[]
  /** What these rows weigh. */
  counts: readonly number[]
  /** The heaviest component of each cluster, which gives it number, colour and name. */
  heads: readonly number[]
}

export function mergedClusters({ clusters, partition, sizes, counts }: MergeStep): MergedClusters {
  return { clusters, partition, sizes, counts, heads: sizes.map((_, cluster) => partition.indexOf(cluster)) }
}

/** The number of each component: that of the head of its cluster. */
export function mergedStyles(styles: readonly number[], { partition, heads }: MergedClusters): number[] {
  return partition.map((cluster) => {
    const head = heads[cluster] ?? 0
    return styles[head] ?? head
  })
}

/** Labels of clusters as those of their heads; 255 stays. */
export function headLabels(labels: Uint8Array, { heads }: MergedClusters): Uint8Array {
  return labels.map((cluster) => heads[cluster] ?? cluster)
}
