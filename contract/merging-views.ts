import type { Elbow } from '../core/mixture/merging/elbow.ts'
import type { MergeStep } from '../core/mixture/merging/merge-tree.ts'

export type { Elbow, MergeStep }

/** Components of a restart merged into clusters by the entropy of the responsibilities (Baudry et al. 2010). */
export interface MergeView {
  /** From one cluster per component to one cluster of all. */
  steps: MergeStep[]
  /** Rows used, which entropies are sums over. */
  rows: number
  /** Two lines through entropy against clusters, from 1 cluster on; null for fewer than three components. */
  elbow: Elbow | null
  /** The same against what the rows merged so far weigh, added up from one cluster on as mclust does. */
  elbowByRows: Elbow | null
  /** Clusters at the elbow; the components where there is none. */
  suggestion: number
}
