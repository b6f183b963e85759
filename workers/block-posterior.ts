import { createPosterior, type Posterior } from '../core/mixture/posterior.ts'
import type { Mixture } from '../core/mixture/types.ts'
import { EngineError } from '../contract/errors.ts'
import { phrase } from '../contract/words/say.ts'

/** Numbers that go into a row's densities between two looks at the wish to stop: a few tens of milliseconds. */
const WORK = 8_000_000
const MOST_ROWS = 16_384

/** Rows that are evaluated between two looks at the wish to stop. */
export function blockRows({ components, dimension }: Mixture): number {
  return Math.min(MOST_ROWS, Math.ceil(WORK / (components * (dimension * dimension + 8))))
}

/** Throws `no-usable-model` where a covariance is singular to working precision. */
export function posteriorOf(mixture: Mixture): Posterior {
  try {
    return createPosterior(mixture)
  } catch {
    throw new EngineError(
      'no-usable-model',
      phrase(
        'This model cannot label rows: some of its columns are so nearly copies of each other that a covariance is singular to working precision.',
      ),
      phrase('Leave out one of those columns, or set Regularisation above 0.'),
    )
  }
}
