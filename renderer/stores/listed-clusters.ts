import type { Clustering } from './frames.ts'
import { useIdentityStore } from './identity.ts'
import { mergedStyles } from './merged-clusters.ts'
import type { Mode } from './mode.ts'
import { inOrder } from './numbering.ts'
import { useRowsStore } from './rows.ts'

/** The components of a clustering as tables list them: by their numbers, with their names, and what selects their rows. */
export interface ListedClusters {
  order: number[]
  nameOf(component: number): string
  /** Selects the rows of the component at a place of the order. */
  select(place: number, mode: Mode): void
}

export function useListedClusters(): (clustering: Clustering | null) => ListedClusters {
  const identity = useIdentityStore()
  const rows = useRowsStore()

  return (clustering) => {
    const { restart, merged } = clustering ?? {}
    const own = restart === undefined ? [] : identity.styles(restart)
    const styles = merged === undefined ? own : mergedStyles(own, merged)
    const order = inOrder(styles)
    return {
      order,
      nameOf(component) {
        const style = styles[component] ?? component
        const part = merged === undefined ? '' : `, component ${(own[component] ?? component) + 1}`
        return `${style + 1} ${identity.nameOf(style)}`.trim() + part
      },
      select(place, mode) {
        const component = order[place] ?? 0
        const number = styles[component] ?? component
        const cluster = merged?.partition[component]
        if (restart === undefined) return
        if (merged === undefined || cluster === undefined) void rows.selectCluster(restart, component, mode)
        else void rows.selectMerged(restart, { clusters: merged.clusters, cluster, number }, mode)
      },
    }
  }
}
