import type { MergeView } from '../../contract/views.ts'

/** How components were merged into so many clusters, for files: components and clusters count from 1. */
export function mergingRecord({ steps, suggestion }: MergeView, clusters: number): object {
  const step = steps.find((each) => each.clusters === clusters)
  const counted = (components: readonly number[]) => components.map((component) => component + 1)
  return {
    method: 'entropy (Baudry, Raftery, Celeux, Lo & Gottardo 2010)',
    clusters,
    suggestion,
    clusterOfComponent: counted(step?.partition ?? []),
    sizes: step?.sizes ?? [],
    steps: steps.map((each) => ({
      clusters: each.clusters,
      entropy: each.entropy,
      merged: each.joined?.map(counted) ?? null,
      mergedRows: each.mergedRows,
    })),
  }
}
