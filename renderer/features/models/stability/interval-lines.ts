import type { ComponentIntervals, Estimate } from '../../../../contract/resampling-views.ts'
import { say } from '../../../../contract/words/say.ts'

/** One parameter of one component, and where its interval is drawn. */
export interface IntervalLine extends Estimate {
  component: number
  /** The number of its cluster. */
  number: string
  name: string
  /** Pixels of 88, on a scale that all components share for this parameter. */
  from: number
  to: number
  at: number
}

const WIDTH = 88
const MARGIN = 4

/** Weight, then means, then standard deviations of each component in this order. */
export function intervalLines(
  intervals: readonly ComponentIntervals[],
  columns: readonly string[],
  order: readonly number[],
  numberOf: (component: number) => string,
): IntervalLine[] {
  const kinds: { name: string; of: (one: ComponentIntervals) => Estimate | undefined }[] = [
    { name: say('weight'), of: ({ weight }) => weight },
    ...columns.map((column, j) => ({
      name: say('mean of {column}', { column }),
      of: (one: ComponentIntervals) => one.means[j],
    })),
    ...columns.map((column, j) => ({
      name: say('std. dev. of {column}', { column }),
      of: (one: ComponentIntervals) => one.deviations[j],
    })),
  ]
  const places = kinds.map(({ of }) => {
    const values = intervals.flatMap((one) => {
      const estimate = of(one)
      return estimate === undefined ? [] : [estimate.value, estimate.low, estimate.high]
    })
    return scale(values.filter(Number.isFinite))
  })
  return order.flatMap((component) =>
    kinds.flatMap(({ name, of }, kind): IntervalLine[] => {
      const one = intervals[component]
      const estimate = one && of(one)
      const place = places[kind]
      if (estimate === undefined || place === undefined) return []
      const { value, low, high } = estimate
      const drawn = { from: place(low), to: place(high), at: place(value) }
      return [{ component, number: numberOf(component), name, value, low, high, ...drawn }]
    }),
  )
}

function scale(values: readonly number[]): (value: number) => number {
  const low = Math.min(...values)
  const span = Math.max(...values) - low
  return (value) =>
    span > 0 && Number.isFinite(value) ? MARGIN + ((value - low) / span) * (WIDTH - 2 * MARGIN) : WIDTH / 2
}

/** The table as text with tabs, numbers in full. */
export function intervalsText(lines: readonly IntervalLine[]): string {
  return [
    [say('component'), say('parameter'), say('estimate'), 'low_2.5', 'high_97.5'].join('\t'),
    ...lines.map(({ number, name, value, low, high }) => [number, name, value, low, high].join('\t')),
    '',
  ].join('\n')
}
