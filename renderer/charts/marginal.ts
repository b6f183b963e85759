import { gridLines } from '../../core/geometry/grid-lines.ts'
import { extentOf } from './extent.ts'

/** One component seen along one axis. */
export interface Bell {
  weight: number
  mean: number
  variance: number
}

export interface Histogram {
  /** Its outline as an area on the axis: x, y alternating, heights as densities, so that the area is the share of what is counted. */
  outline: Float64Array
  highest: number
}

/** Room above the highest bar for the curves; what is higher is cut. It depends on the rows alone, so that no axis jumps. */
const HEADROOM = 1.4
const MOST_BINS = 60
const LINES = 161
/** Standard deviations from its mean beyond which a component's curve would only lie on the axis. */
const REACH = 3.7

/** The upper end of the density axis of a marginal. */
export function densityTop({ highest }: Histogram): number {
  return highest > 0 ? highest * HEADROOM : 1
}

const known = new WeakMap<Float32Array, Histogram & { centre: number; weights: Float32Array | null }>()

/**
 * Bars over the whole range, about twice the cube root of n (Rice rule), at most 60; of `counted` rows only, if given. Each row counts
 * as much as it weighs, and n is what all weigh; once where no weights are given. All rows are counted at most once.
 */
export function histogramOf(
  values: Float32Array,
  centre: number,
  counted: Uint8Array | null = null,
  weights: Float32Array | null = null,
): Histogram {
  const before = counted === null ? known.get(values) : undefined
  if (before?.centre === centre && before.weights === weights) return before
  const { low, high } = extentOf(values)
  const n = weights === null ? values.length : weights.reduce((sum, weight) => sum + weight, 0)
  const bins = Math.max(1, Math.min(MOST_BINS, Math.ceil(2 * Math.cbrt(n))))
  const width = (high - low) / bins
  if (!(width > 0)) return { outline: new Float64Array(), highest: 0 }
  const counts = new Float64Array(bins)
  let all = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN
    if (Number.isNaN(value)) continue
    const weight = weights === null ? 1 : (weights[i] ?? 0)
    all += weight
    if (counted !== null && counted[i] !== 1) continue
    const bin = Math.min(bins - 1, Math.floor((value - low) / width))
    counts[bin] = (counts[bin] ?? 0) + weight
  }
  const outline = [centre + low, 0]
  counts.forEach((count, bin) => {
    const height = count / all / width
    const from = centre + low + bin * width
    outline.push(from, height, from + width, height)
  })
  outline.push(centre + high, 0)
  const histogram = { outline: Float64Array.from(outline), highest: Math.max(...counts) / all / width }
  if (counted === null) known.set(values, { ...histogram, centre, weights })
  return histogram
}

/** weight × normal density of each component from one end of an axis to the other, and their sum: x, y alternating. */
export function densityCurves(
  bells: readonly Bell[],
  from: number,
  to: number,
): { each: Float64Array[]; sum: Float64Array } {
  const spread = bells.map(({ mean, variance }) => ({ mean, deviation: Math.sqrt(variance) }))
  const lines = gridLines(from, to, LINES, spread)
  const sum = curve(lines, (x) => bells.reduce((total, bell) => total + densityOf(bell, x), 0))
  const each = bells.map((bell) => {
    const reach = REACH * Math.sqrt(bell.variance)
    const own = lines.filter((x) => Math.abs(x - bell.mean) <= reach)
    return curve(own, (x) => densityOf(bell, x))
  })
  return { each, sum }
}

function densityOf({ weight, mean, variance }: Bell, x: number): number {
  return variance > 0
    ? (weight / Math.sqrt(2 * Math.PI * variance)) * Math.exp((-0.5 * (x - mean) ** 2) / variance)
    : 0
}

function curve(lines: Float64Array, height: (x: number, at: number) => number): Float64Array {
  const xy = new Float64Array(2 * lines.length)
  lines.forEach((x, at) => {
    xy[2 * at] = x
    xy[2 * at + 1] = height(x, at)
  })
  return xy
}
