import { rowEntropy } from '../../core/mixture/certainty/entropy.ts'
import { addOverlap, emptyOverlap } from '../../core/mixture/certainty/overlap.ts'
import { blockRows, posteriorOf } from '../block-posterior.ts'
import { workControl } from '../control.ts'
import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['rate-rows']

/** Rates its share of the rows, block by block; leaves the rest as it is when it is asked to stop. */
export default task((input: Task['input']): Task['output'] => {
  const { mixture, from, to, weights } = input
  const { components } = mixture
  const control = workControl(input.control)
  const posterior = posteriorOf(mixture)
  const block = blockRows(mixture)
  const noise = mixture.noise === undefined ? null : new Float64Array(Math.min(block, to - from))
  const sums = emptyOverlap(components + (noise === null ? 0 : 1))
  const posteriors = new Float64Array(Math.min(block, to - from) * components)
  for (let start = from; start < to && !control.stopped(); start += block) {
    const end = Math.min(start + block, to)
    const columns = input.columns.map((column) => column.subarray(start, end))
    const labels = input.labels.subarray(start, end)
    const uncertainty = input.uncertainty.subarray(start, end)
    const logDensity = input.logDensity.subarray(start, end)
    posterior.evaluate(columns, 0, end - start, { labels, uncertainty, logDensity, posteriors, noise })
    for (let row = 0; row < end - start; row++)
      input.entropy[start + row] = rowEntropy(posteriors, row, components, noise?.[row])
    const counted = weights?.subarray(start, end) ?? null
    addOverlap(sums, labels, posteriors, components, noise, counted)
    control.advance(end - start, end - start)
  }
  return sums
})
