import { contains } from './nesting.ts'
import { solutionGap } from './solutions.ts'
import type { CovarianceModel } from './types.ts'

/** What was reached in one cell: one covariance model with one number of components. */
export interface ReachedCell {
  components: number
  covariance: CovarianceModel
  /** Highest log-likelihood of what is not set aside; null where there is none. */
  best: number | null
  /** Highest log-likelihood of any maximum, spurious ones too, but neither saddles nor what has an emptied component; null where there is none. */
  highest: number | null
}

/**
 * The cell with the highest `best` of those whose mixtures are all mixtures of this cell too, where that is higher than anything
 * found in this one; null where there is none. The best log-likelihood of maximum likelihood falls neither with more components (one
 * can be two halves that coincide) nor with a model that contains the other, so a cell that has such a one was searched too little.
 * Differences below `solutionGap` do not count. One component has one optimum and is never searched too little, unless
 * there is `noise` beside it.
 */
export function outdoneBy<Cell extends ReachedCell>(
  cell: Cell,
  cells: readonly Cell[],
  noise: boolean,
): Cell | null {
  if (cell.components === 1 && !noise) return null
  const highest = cell.highest ?? -Infinity
  let by: Cell | null = null
  for (const other of cells) {
    if (other === cell || other.best === null || !isInside(other, cell)) continue
    if (other.best < highest + solutionGap(other.best)) continue
    if (by?.best == null || other.best > by.best) by = other
  }
  return by
}

/** Whether every mixture of one cell is one of another too. */
function isInside(inner: ReachedCell, outer: ReachedCell): boolean {
  return inner.components <= outer.components && contains(outer.covariance, inner.covariance)
}
