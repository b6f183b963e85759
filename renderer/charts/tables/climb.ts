import { say } from '../../../contract/words/say.ts'
import type { ReplayView } from '../../../contract/views.ts'
import { formatCount, formatFixed } from '../../format/number.ts'
import { numbers, type ChartTable } from './chart-table.ts'

/** The climb of restarts that play in step: the log-likelihood at every iteration that any of them keeps. */
export function tableClimb(
  replays: readonly { name: string; replay: ReplayView }[],
  iteration: number,
): ChartTable & { iterations: readonly number[] } {
  const iterations = [...new Set(replays.flatMap(({ replay }) => [...replay.iterations]))].sort(
    (a, b) => a - b,
  )
  return {
    label: say('Log-likelihood at each iteration'),
    columns: numbers(say('Iteration'), ...replays.map(({ name }) => name)),
    rows: iterations.length,
    iterations,
    cellsOf(row) {
      const at = iterations[row] ?? 0
      const heights = replays.map(({ replay }) => replay.logLikelihoods[replay.iterations.indexOf(at)])
      return [
        formatCount(at),
        ...heights.map((height) => (height === undefined ? '' : formatFixed(height, 4))),
      ]
    },
    chosen: iterations.indexOf(iteration),
  }
}
