import type { PlaneComponent } from './ellipse.ts'

/** The density of a mixture in the plane. */
export interface PlaneDensity {
  /** Natural logarithm of the density at a point. */
  at(x: number, y: number): number
  /** The same at every crossing of the lines of a grid, [y × x] row-major, the lines in rising order. */
  onGrid(x: Float64Array, y: Float64Array): Float64Array
}

interface Term {
  x: number
  y: number
  /** Standard deviation along x, and what the regression of y on x leaves. */
  sx: number
  slope: number
  rest: number
  sy: number
  /** Logarithm of weight × density at the mean. */
  peak: number
}

/** Standard deviations beyond which a component's density, e^-32 of its peak, is not added to a grid. */
const REACH = 8
/** Relative to the largest variance along the axis: a component flat in the plane has a density all the same. */
const FLAT = 1e-12
const LOWEST = -700
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** The exact density of a projected mixture: the sum of weight [K] × bivariate normal density of each component. */
export function planeDensity(weights: Float64Array, components: readonly PlaneComponent[]): PlaneDensity {
  const terms = termsOf(weights, components)
  const highest = terms.reduce((most, { peak }) => Math.max(most, peak), -Infinity)
  return {
    at(x, y) {
      let sum = 0
      for (const term of terms) sum += Math.exp(term.peak - highest - distance(term, x, y) / 2)
      return highest + Math.max(LOWEST, Math.log(sum))
    },
    onGrid(x, y) {
      const values = new Float64Array(x.length * y.length)
      for (const term of terms) addTerm(values, term, highest, x, y)
      return values.map((value) => highest + Math.max(LOWEST, Math.log(value)))
    },
  }
}

/**
 * Logarithms of the densities that bound the highest-density regions of a projected mixture: the smallest regions that hold these
 * `probabilities`. The level of p is the (1 − p) quantile of the density at random points of the mixture (Hyndman 1996), here at
 * some thousands of points spread evenly over each component.
 */
export function regionLevels(
  weights: Float64Array,
  components: readonly PlaneComponent[],
  probabilities: readonly number[],
): number[] {
  const each = Math.max(64, Math.ceil(6_000 / components.length))
  const density = planeDensity(weights, components)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const seen: { level: number; mass: number }[] = []
  termsOf(weights, components).forEach(({ x, y, sx, slope, rest }, k) => {
    for (let i = 0; i < each; i++) {
      const radius = Math.sqrt(-2 * Math.log((i + 0.5) / each))
      const [u, v] = [radius * Math.cos(i * GOLDEN_ANGLE), radius * Math.sin(i * GOLDEN_ANGLE)]
      const level = density.at(x + sx * u, y + slope * sx * u + rest * v)
      seen.push({ level, mass: weights[k] / total / each })
    }
  })
  seen.sort((a, b) => b.level - a.level)
  return probabilities.map((probability) => {
    let held = 0
    return seen.find(({ mass }) => (held += mass) >= probability)?.level ?? -Infinity
  })
}

function termsOf(weights: Float64Array, components: readonly PlaneComponent[]): Term[] {
  const widest = (axis: 'xx' | 'yy') =>
    components.reduce((most, { covariance }) => Math.max(most, covariance[axis]), Number.MIN_VALUE)
  const [leastX, leastY] = [FLAT * widest('xx'), FLAT * widest('yy')]
  return components.map(({ x, y, covariance: { xx, xy, yy } }, k) => {
    const variance = Math.max(xx, leastX)
    const slope = xy / variance
    const left = Math.max(yy - slope * xy, leastY)
    const [sx, rest] = [Math.sqrt(variance), Math.sqrt(left)]
    const sy = Math.sqrt(Math.max(yy, left))
    return { x, y, sx, slope, rest, sy, peak: Math.log(weights[k] / (2 * Math.PI * sx * rest)) }
  })
}

function distance({ x, y, sx, slope, rest }: Term, atX: number, atY: number): number {
  const u = (atX - x) / sx
  const v = (atY - y - slope * (atX - x)) / rest
  return u * u + v * v
}

function addTerm(values: Float64Array, term: Term, highest: number, x: Float64Array, y: Float64Array): void {
  const weight = term.peak - highest
  for (let row = 0; row < y.length; row++) {
    if (Math.abs(y[row] - term.y) > REACH * term.sy) continue
    for (let column = 0; column < x.length; column++) {
      if (Math.abs(x[column] - term.x) > REACH * term.sx) continue
      values[row * x.length + column] += Math.exp(weight - distance(term, x[column], y[row]) / 2)
    }
  }
}
