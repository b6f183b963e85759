import { createPosterior, type Posterior } from '../../core/mixture/posterior.ts'
import type { Mixture } from '../../core/mixture/types.ts'
import { EngineError } from '../../contract/errors.ts'
import { workControl } from '../control.ts'
import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['label-rows']

/** Numbers that go into a row's densities between two looks at the wish to stop: a few tens of milliseconds. */
const WORK = 8_000_000
const MOST_ROWS = 16_384

/** Labels its share of the rows, block by block; leaves the rest as it is when it is asked to stop. */
export default task((input: Task['input']): Task['output'] => {
  const { mixture, columns, from, to, labels, uncertainty, logDensity, posteriors } = input
  const control = workControl(input.control)
  const posterior = posteriorOf(mixture)
  const block = blockRows(mixture)
  for (let start = from; start < to && !control.stopped(); start += block) {
    const end = Math.min(start + block, to)
    posterior.evaluate(columns, start, end, { labels, uncertainty, logDensity, posteriors })
    control.advance(end - start, end - start)
  }
  return null
})

function blockRows({ components, dimension }: Mixture): number {
  return Math.min(MOST_ROWS, Math.ceil(WORK / (components * (dimension * dimension + 8))))
}

function posteriorOf(mixture: Mixture): Posterior {
  try {
    return createPosterior(mixture)
  } catch {
    throw new EngineError(
      'no-usable-model',
      'This model cannot label rows: some of its columns are so nearly copies of each other that a covariance is singular to working precision.',
      'Leave out one of those columns, or set Regularisation above 0.',
    )
  }
}
