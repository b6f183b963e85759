import type { Concern } from './concern.ts'

/** The upper tail is heavy from this many times the lower on. */
const HEAVY = 4
/** A column whose upper quantile is not so many times its median spans too little for a log to change its shape. */
const SPAN = 3
const FEWEST_ROWS = 10

/**
 * Whether a column has a heavy upper tail that a log would mend. By Hinkley's measure of asymmetry (1975), the distance from the
 * median up to a quantile over that down to the opposite one, here of 1 %, of up to 100 values the second of either end: above 4 as
 * read, and at most half as far from symmetry in logs. Outliers beyond have no say, so a single one never has. `values` are of a
 * sample of the rows, `least` of all.
 */
export function heavyTail(index: number, values: Float64Array, least: number): Concern[] {
  if (values.length < FEWEST_ROWS) return []
  const ordered = Float64Array.from(values).sort()
  const end = Math.max(0.01, 1 / (values.length - 1))
  const [low, middle, high] = [end, 0.5, 1 - end].map((p) => quantile(ordered, p))
  const ratio = asymmetry(low, middle, high)
  if (!(middle > 0 && high >= SPAN * middle && ratio > HEAVY)) return []
  if (least > 0) {
    const mended = asymmetry(Math.log(low), Math.log(middle), Math.log(high))
    if (!(Math.max(mended, 1 / mended) <= ratio / 2)) return []
  }
  return [{ kind: 'heavy-tail', column: index, ratio, least }]
}

const asymmetry = (low: number, middle: number, high: number) => (high - middle) / (middle - low)

/** Type 7. */
function quantile(ordered: Float64Array, probability: number): number {
  const position = probability * (ordered.length - 1)
  const below = Math.floor(position)
  const low = ordered[below]
  return low + (position - below) * (ordered[Math.min(below + 1, ordered.length - 1)] - low)
}
