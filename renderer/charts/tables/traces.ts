import { say } from '../../../contract/words/say.ts'
import { formatCount, formatFixed, formatGap } from '../../format/number.ts'
import type { CurveScale } from '../curves.ts'
import { numbers, type ChartTable } from './chart-table.ts'

/** A restart as its row says it. */
export interface TracedRestart {
  name: string
  solution: string
  /** Its log-likelihood after every iteration. */
  trace: Float64Array
}

/** The curves of restarts, in the order given: the log-likelihood after a few iterations, or how far it is below `top`. */
export function tableTraces(
  restarts: { count: number; at(row: number): TracedRestart },
  { longest, scale, top, chosen }: { longest: number; scale: CurveScale; top: number; chosen: number | null },
): ChartTable {
  const stops = stopsTo(longest)
  const text = (value: number) => (scale === 'gap' ? formatGap(top - value) : formatFixed(value, 3))
  return {
    label:
      scale === 'gap'
        ? say('Gap to the best of each restart after some iterations')
        : say('Log-likelihood of each restart after some iterations'),
    columns: [
      { name: say('Restart') },
      { name: say('Solution') },
      ...numbers(
        say('Iterations'),
        say('At its end'),
        ...stops.map((stop) => say('After {iterations, number}', { iterations: stop })),
      ),
    ],
    rows: restarts.count,
    cellsOf(row) {
      const { name, solution, trace } = restarts.at(row)
      const after = stops.map((stop) => (stop > trace.length ? '' : text(trace[stop - 1] ?? NaN)))
      const end = trace.length === 0 ? '–' : text(trace.at(-1) ?? NaN)
      return [name, solution, formatCount(trace.length), end, ...after]
    },
    chosen,
  }
}

/** 1, 2, 5, 10, 20, 50 and so on, up to the longest. */
function stopsTo(longest: number): number[] {
  const stops: number[] = []
  for (let decade = 1; decade <= longest; decade *= 10)
    stops.push(...[1, 2, 5].map((step) => step * decade).filter((stop) => stop <= longest))
  return stops
}
