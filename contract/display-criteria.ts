import type { SolutionView } from './views.ts'

/**
 * What solutions can be compared by on the screen. Lower is better but for `entropy`, which describes how much the components of a
 * solution overlap and chooses none: that of one component is always 0.
 */
export const DISPLAY_CRITERIA = ['bic', 'icl', 'aic', 'aicc', 'entropy'] as const
export type DisplayCriterion = (typeof DISPLAY_CRITERIA)[number]

/** Whether the lowest value says which model to take. */
export function chooses(criterion: DisplayCriterion): boolean {
  return criterion !== 'entropy'
}

/** The value of a solution; null where it has none: AICc with too few rows. */
export function valueOf(solution: SolutionView, criterion: DisplayCriterion): number | null {
  return solution[criterion]
}
