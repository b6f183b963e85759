import { goodSolutions } from '../../contract/good-solutions.ts'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import type { Fits, Fitted } from '../fits/fits.ts'

/** A restart and the good solutions of its cell, by their best restarts, with their votes. */
export interface Electorate {
  reference: Fitted
  solutions: { id: string; fitted: Fitted; weight: number }[]
  total: number
  gap: number
}

/** Who votes on the clusters of a restart. Throws `no-usable-model` where no solution of its cell is good. */
export function electorateOf(fits: Fits, fit: string, restart: string, gap: number): Electorate {
  const { summary } = fits.get(fit)
  const reference = fits.restart(fit, restart)
  const solutions = goodSolutions(summary.solutions, reference.restart, gap).map(({ solution, weight }) => ({
    id: solution.id,
    fitted: fits.restart(fit, solution.restarts[0]),
    weight,
  }))
  if (solutions.length === 0)
    throw new EngineError(
      'no-usable-model',
      phrase(
        'Every solution with this covariance model and number of components is set aside, so none can agree with another.',
      ),
      phrase('Run more restarts, or choose another model.'),
    )
  return { reference, solutions, total: solutions.reduce((sum, { weight }) => sum + weight, 0), gap }
}
