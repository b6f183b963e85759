import { DISPLAY_CRITERIA, type DisplayCriterion } from '../display-criteria.ts'
import type { Grade } from '../near-ties.ts'
import { say } from './say.ts'

/** As they are written. */
export const CRITERION_NAMES: Record<DisplayCriterion, string> = {
  bic: 'BIC',
  icl: 'ICL',
  aic: 'AIC',
  aicc: 'AICc',
  entropy: say('Entropy'),
}

/** p parameters, n rows, natural logarithms; sources: docs/numerics.md, section 4. */
export const CRITERION_FORMULAS: Record<DisplayCriterion, string> = {
  bic: 'BIC = p·ln n − 2·logL',
  icl: say('ICL = BIC + 2·entropy'),
  aic: 'AIC = 2p − 2·logL',
  aicc: 'AICc = AIC + 2p(p + 1)/(n − p − 1)',
  entropy: say('entropy = −Σ z·ln z'),
}

/** What is lost on the reader of a value alone. */
export const CRITERION_NOTES: Record<DisplayCriterion, string> = {
  bic: say('Lower is better; mclust prints BIC with the opposite sign.'),
  icl: say('Lower is better; mclust prints ICL with the opposite sign, and from hard labels.'),
  aic: say('Lower is better. For many rows it lets more components through than BIC.'),
  aicc: say('Lower is better. AIC corrected for few rows; none where n is at most p + 1.'),
  entropy: say('Lower means less overlap. It describes and chooses none: one component always has 0.'),
}

/** For a select field, in the order in which they are offered. */
export const CRITERION_CHOICES = DISPLAY_CRITERIA.map((value) => ({ value, text: CRITERION_NAMES[value] }))

/** Whether mclust prints it with the other sign. */
export function hasSign(criterion: DisplayCriterion): boolean {
  return criterion === 'bic' || criterion === 'icl'
}

/** The formula and the direction of a criterion, for its axis: two lines. */
export function axisName({ criterion, mclust }: { criterion: DisplayCriterion; mclust: boolean }): string {
  if (mclust && hasSign(criterion))
    return `${say('−{criterion}, mclust’s sign', { criterion: CRITERION_NAMES[criterion] })}\n${say('higher is better')}`
  const direction = criterion === 'entropy' ? say('lower: less overlap') : say('lower is better')
  return `${CRITERION_FORMULAS[criterion]}\n${direction}`
}

/** Evidence against a higher BIC, in words (Kass & Raftery 1995). */
export const GRADE_NAMES: Record<Grade, string> = {
  barely: say('barely any'),
  positive: say('positive'),
  strong: say('strong'),
  'very-strong': say('very strong'),
}
