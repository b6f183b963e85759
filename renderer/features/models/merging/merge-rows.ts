import type { MergeView } from '../../../../contract/views.ts'

/** One step of merging, as the table lists it. */
export interface MergeRow {
  clusters: number
  entropy: number
  /** How much the entropy fell by this merge; null of the components as they are. */
  fall: number | null
  /** Components of the two clusters that became one. */
  joined: [number[], number[]] | null
  mergedRows: number
  mergedCount: number
  isSuggestion: boolean
}

/** The steps from one cluster per component to one of all. */
export function mergeRows({ steps, suggestion, elbow }: MergeView): MergeRow[] {
  return steps.map(({ clusters, entropy, joined, mergedRows, mergedCount }, at) => ({
    clusters,
    entropy,
    fall: at === 0 ? null : (steps[at - 1]?.entropy ?? entropy) - entropy,
    joined,
    mergedRows,
    mergedCount,
    isSuggestion: elbow !== null && clusters === suggestion,
  }))
}
