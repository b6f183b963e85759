import type { Case, Model } from './cases.ts'

/** How many times as fast as a peer Basin is to be; of the C, at most how many times as long it may take. */
export interface Goal {
  factor: number
  kind: 'faster' | 'within'
}

/** The peer whose speed is what the machine gives: of it we tell how many times as long we take. */
export const YARDSTICK = 'AVX2 C'

/** The goal against a peer per iteration, or null where there is none. */
export function iterationGoal(
  peer: string,
  { rows, dimension }: Pick<Case, 'rows' | 'dimension'>,
  model: Model,
): Goal | null {
  if (model === 'VVI') return null
  if (peer === YARDSTICK) return { factor: 2.2, kind: 'within' }
  if (peer === 'scikit-learn')
    return { factor: rows === 272 ? 40 : dimension <= 8 ? 8 : dimension <= 32 ? 4 : 2, kind: 'faster' }
  if (dimension > 8) return null
  if (peer === 'Armadillo') return { factor: 8, kind: 'faster' }
  if (peer === 'mclust') return { factor: 25, kind: 'faster' }
  return null
}

export const JOB_GOAL: Goal = { factor: 20, kind: 'faster' }

/** As "12.3×, goal 8: met". `ratio` is the peer's time over ours; for a goal of the kind `within`, its inverse. */
export function verdict(ratio: number, goal: Goal | null): string {
  const text = `${ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(1)}×`
  if (goal === null) return text
  const met = goal.kind === 'within' ? ratio <= goal.factor : ratio >= goal.factor
  return `${text}, goal ${goal.factor}: ${met ? 'met' : 'short'}`
}
