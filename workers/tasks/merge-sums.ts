import { addPairs, emptySums } from '../../core/mixture/merging/pair-sums.ts'
import { blockRows, posteriorOf } from '../block-posterior.ts'
import { workControl } from '../control.ts'
import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['merge-sums']

/** Sums its rows, block by block; what it has summed so far when it is asked to stop. */
export default task((input: Task['input']): Task['output'] => {
  const { mixture, from, to, pass, weights } = input
  const control = workControl(input.control)
  const posterior = posteriorOf(mixture)
  const block = blockRows(mixture)
  const sums = emptySums(pass.clusters)
  const posteriors = new Float64Array(Math.min(block, to - from) * mixture.components)
  for (let start = from; start < to && !control.stopped(); start += block) {
    const rows = Math.min(block, to - start)
    const columns = input.columns.map((column) => column.subarray(start, start + rows))
    posterior.evaluate(columns, 0, rows, { labels: null, uncertainty: null, logDensity: null, posteriors })
    const counted = weights?.subarray(start, start + rows) ?? null
    addPairs(sums, posteriors, rows, pass, pass.fresh, counted)
    control.advance(rows, rows)
  }
  return sums
})
