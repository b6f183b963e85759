import { mergedPosterior } from '../../core/mixture/merging/merged-posterior.ts'
import { blockRows, posteriorOf } from '../block-posterior.ts'
import { workControl } from '../control.ts'
import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['label-rows']

/** Labels its share of the rows, block by block; leaves the rest as it is when it is asked to stop. */
export default task((input: Task['input']): Task['output'] => {
  const { mixture, partition, columns, from, to, labels, uncertainty, logDensity, posteriors, noise } = input
  const control = workControl(input.control)
  const components = posteriorOf(mixture)
  const posterior = partition === null ? components : mergedPosterior(components, partition)
  const block = blockRows(mixture)
  for (let start = from; start < to && !control.stopped(); start += block) {
    const end = Math.min(start + block, to)
    posterior.evaluate(columns, start, end, { labels, uncertainty, logDensity, posteriors, noise })
    control.advance(end - start, end - start)
  }
  return null
})
