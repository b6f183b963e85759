import type { DisplayCriterion } from './display-criteria.ts'
import { SAME } from './equal-models.ts'
import { rankCells, type GridCell, type ValuedCell } from './model-grid.ts'

/** How much the data speak for the lowest of two BICs, by their difference (Kass & Raftery 1995). */
export type Grade = 'barely' | 'positive' | 'strong' | 'very-strong'

export interface RankedCell {
  cell: ValuedCell
  /** 1 for the lowest. */
  rank: number
  /** Its criterion minus the lowest one's. */
  difference: number
  /** Of BIC; null of the lowest, of other criteria, of what is set aside and of what another cell stands for. */
  grade: Grade | null
  /**
   * exp(−Δ/2) as a share of all cells that are not set aside: of BIC the approximate posterior probability where all were as likely
   * before, of AIC and AICc the Akaike weight (Burnham & Anderson 2002). Null of other criteria, of what is set aside and of what another
   * cell stands for.
   */
  weight: number | null
}

/** From this difference on the data speak very strongly for the lower BIC (Kass & Raftery 1995). */
export const NEAR = 10

/** All cells with a value by the criterion, lowest first, those set aside last, each with what it lacks to the lowest. */
export function nearTies(cells: readonly GridCell[], criterion: DisplayCriterion): RankedCell[] {
  const ranked = rankCells(cells)
  const lowest = ranked[0]?.value ?? 0
  const weighed = criterion === 'bic' || criterion === 'aic' || criterion === 'aicc'
  const counts = ({ aside, sameAs }: ValuedCell) => !aside && sameAs === null
  const likely = (cell: ValuedCell) => (counts(cell) ? Math.exp((lowest - cell.value) / 2) : 0)
  const total = ranked.reduce((sum, cell) => sum + likely(cell), 0)
  return ranked.map((cell, at) => ({
    cell,
    rank: at + 1,
    difference: Math.abs(cell.value - lowest) <= SAME * (1 + Math.abs(lowest)) ? 0 : cell.value - lowest,
    grade: criterion === 'bic' && at > 0 && counts(cell) ? gradeOf(cell.value - lowest) : null,
    weight: weighed && counts(cell) ? likely(cell) / total : null,
  }))
}

/** Whether it is another model than the lowest, is not set aside, and lies within `NEAR` of it. */
export function isNear({ cell, rank, difference }: RankedCell): boolean {
  return rank > 1 && !cell.aside && cell.sameAs === null && difference < NEAR
}

function gradeOf(difference: number): Grade {
  if (difference < 2) return 'barely'
  if (difference < 6) return 'positive'
  return difference < NEAR ? 'strong' : 'very-strong'
}
