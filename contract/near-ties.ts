import type { DisplayCriterion } from './display-criteria.ts'
import { rankCells, type GridCell, type ValuedCell } from './model-grid.ts'

/** How much the data speak for the lowest of two BICs, by their difference (Kass & Raftery 1995). */
export type Grade = 'barely' | 'positive' | 'strong' | 'very-strong'

export interface RankedCell {
  cell: ValuedCell
  /** 1 for the lowest. */
  rank: number
  /** Its criterion minus the lowest one's. */
  difference: number
  /** Of BIC; null of the lowest, of other criteria and of what is set aside. */
  grade: Grade | null
  /**
   * exp(−Δ/2) as a share of all cells that are not set aside: of BIC the approximate posterior probability where all were as likely
   * before, of AIC and AICc the Akaike weight (Burnham & Anderson 2002). Null of other criteria and of what is set aside.
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
  const likely = ({ value, aside }: ValuedCell) => (aside ? 0 : Math.exp((lowest - value) / 2))
  const total = ranked.reduce((sum, cell) => sum + likely(cell), 0)
  return ranked.map((cell, at) => ({
    cell,
    rank: at + 1,
    difference: cell.value - lowest,
    grade: criterion === 'bic' && at > 0 && !cell.aside ? gradeOf(cell.value - lowest) : null,
    weight: weighed && !cell.aside ? likely(cell) / total : null,
  }))
}

function gradeOf(difference: number): Grade {
  if (difference < 2) return 'barely'
  if (difference < 6) return 'positive'
  return difference < NEAR ? 'strong' : 'very-strong'
}
