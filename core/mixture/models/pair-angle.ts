/** What common axes D minimise, with f_k = diag(Dᵀ S_k D): `volumes` Σ n_k ln |f_k| (VVE), `shapes` Σ n_k |f_k|^(1/d) (EVE). */
export type AxesAim = 'volumes' | 'shapes'

const MOST_STEPS = 100
const SMALLEST_SHARE = 1e-16
/** Of a component's largest variance: a flat axis holds no less, so that it is not lost sight of where rounding leaves zero. */
const SMALLEST_VARIANCE = 1e-17

/**
 * Two axes and how the aim depends on the angle t between them and where they are to go. The product of a component's variances
 * along both, over what it is now, is floor + swing sin²((4t − turn) / 2).
 */
export interface Pair {
  counts: Float64Array
  aim: AxesAim
  dimension: number
  /** [K] each. */
  floor: Float64Array
  swing: Float64Array
  turn: Float64Array
  weight: Float64Array
  /** No variance of a component is above this, whatever the axes: twice their sum [K]. */
  most: Float64Array
  /** Slope and curvature of the aim where it was looked at last. */
  slope: number
  curvature: number
  /** How far the last angle moved, in units of the aim's own width there. */
  moved: number
}

export function createPair(counts: Float64Array, aim: AxesAim, dimension: number): Pair {
  const room = () => new Float64Array(counts.length)
  return {
    counts,
    aim,
    dimension,
    floor: room(),
    swing: room(),
    turn: room(),
    weight: room(),
    most: room(),
    slope: 0,
    curvature: 0,
    moved: 0,
  }
}

/** Weighs the components by what they add to the slope of the aim: their rows, times |f_k|^(1/d) / d for `shapes`. */
export function weigh(pair: Pair, turned: readonly Float64Array[]): void {
  const { counts, aim, dimension: d, weight, most } = pair
  let total = 0
  for (let k = 0; k < counts.length; k++) {
    weight[k] = counts[k]
    most[k] = 0
    for (let j = 0; j < d; j++) most[k] += 2 * Math.abs(turned[k][j * d + j])
    if (aim === 'shapes') {
      let log = 0
      const least = SMALLEST_VARIANCE * largest(turned[k], d)
      for (let j = 0; j < d; j++) log += Math.log(Math.max(least, turned[k][j * d + j]))
      weight[k] *= Math.exp(log / d) / d
    }
    total += weight[k]
  }
  for (let k = 0; k < counts.length; k++) weight[k] = total > 0 ? weight[k] / total : 0
}

function largest(matrix: Float64Array, d: number): number {
  let most = 0
  for (let j = 0; j < d; j++) most = Math.max(most, matrix[j * d + j])
  return most
}

/** Looks at axes p and q of covariances in the present axes [d × d each]. */
export function readPair(pair: Pair, turned: readonly Float64Array[], p: number, q: number): void {
  const { counts, dimension: d, floor, swing, turn, most } = pair
  for (let k = 0; k < counts.length; k++) {
    let a = turned[k][p * d + p]
    let b = turned[k][q * d + q]
    if (!(Math.min(a, b) > SMALLEST_VARIANCE * most[k])) {
      const least = SMALLEST_VARIANCE * largest(turned[k], d)
      a = Math.max(least, a)
      b = Math.max(least, b)
    }
    const off = turned[k][p * d + q]
    const half = (a - b) / 2
    const product = a * b
    const seen = product > 0
    floor[k] = seen ? Math.max(SMALLEST_SHARE, (product - off * off) / product) : 1
    swing[k] = seen ? (half * half + off * off) / product : 0
    turn[k] = off === 0 ? 0 : 2 * Math.atan(off / half)
  }
}

/**
 * The angle by which to turn the first axis towards the second: the nearest minimum downhill from 0, or the best of those that
 * lie downhill from any component's own principal axes.
 */
export function pairAngle(pair: Pair, everywhere: boolean): number {
  const staying = pair.aim === 'volumes' ? 0 : pair.dimension
  let best = descend(pair, 0, false)
  let least = aimAt(pair, best)
  if (!(least <= staying + 1e-14)) {
    best = descend(pair, 0, true)
    least = aimAt(pair, best)
  }
  if (everywhere) {
    for (const start of pair.turn) {
      const found = descend(pair, start, false)
      const value = aimAt(pair, found)
      if (value < least - 1e-14) {
        least = value
        best = found
      }
    }
  }
  look(pair, best)
  if (pair.aim === 'shapes' && best !== 0) reweigh(pair, best)
  best -= 2 * Math.PI * Math.round(best / (2 * Math.PI))
  pair.moved = Math.abs(best) * Math.sqrt(Math.max(0, pair.curvature))
  return best / 4
}

/** The rotation changes the products of the variances, and with them the weights of `shapes`. */
function reweigh({ dimension, floor, swing, turn, weight }: Pair, angle: number): void {
  for (let k = 0; k < weight.length; k++) {
    const half = Math.sin((angle - turn[k]) / 2)
    weight[k] *= (floor[k] + swing[k] * half * half) ** (1 / dimension)
  }
}

/**
 * The minimum downhill from `start`: out to where the slope turns, then Newton's method inside the bracket. Where components are nearly
 * flat there are several valleys, and the steps may lead over a ridge into one that lies higher than the start; a careful descent
 * watches the aim besides the slope, so that it never rises.
 */
function descend(pair: Pair, start: number, careful: boolean): number {
  look(pair, start)
  if (pair.slope === 0) return start
  const way = pair.slope > 0 ? -1 : 1
  let step = pair.curvature > 0 ? Math.min(1, Math.abs(pair.slope) / pair.curvature) : 0.1
  let down = start
  let low = careful ? aimAt(pair, start) : Infinity
  const falls = (angle: number) => {
    if (!(pair.slope * way < 0)) return false
    const value = careful ? aimAt(pair, angle) : -Infinity
    if (value > low) return false
    if (careful) low = value
    return true
  }
  let up = start + way * step
  look(pair, up)
  while (falls(up) && Math.abs(up - start) < 2 * Math.PI) {
    down = up
    step *= 2
    up += way * step
    look(pair, up)
  }
  let at = up
  let width = Math.abs(up - down)
  for (let i = 0; i < MOST_STEPS && pair.slope !== 0; i++) {
    const falling = falls(at)
    if (falling) down = at
    else up = at
    const newton = at - pair.slope / pair.curvature
    const trusted = pair.curvature > 0 && (falling || !careful)
    const inside = trusted && (newton - down) * (newton - up) < 0
    const next = inside && Math.abs(newton - at) < width / 2 ? newton : (down + up) / 2
    width = Math.abs(next - at)
    if (next === at || width <= 1e-17) break
    at = next
    look(pair, at)
  }
  return careful && aimAt(pair, at) > low ? down : at
}

function look(pair: Pair, angle: number): void {
  const { aim, dimension, floor, swing, turn, weight } = pair
  const power = aim === 'volumes' ? 0 : 1 / dimension
  pair.slope = 0
  pair.curvature = 0
  for (let k = 0; k < weight.length; k++) {
    const half = Math.sin((angle - turn[k]) / 2)
    const value = floor[k] + swing[k] * half * half
    const slope = (0.5 * swing[k] * Math.sin(angle - turn[k])) / value
    const curvature = (0.5 * swing[k] * Math.cos(angle - turn[k])) / value
    const scale = weight[k] * (power === 0 ? 1 : value ** power)
    pair.slope += scale * slope
    pair.curvature += scale * (curvature + (power - 1) * slope * slope)
  }
}

function aimAt({ aim, dimension, floor, swing, turn, weight }: Pair, angle: number): number {
  let sum = 0
  for (let k = 0; k < weight.length; k++) {
    const half = Math.sin((angle - turn[k]) / 2)
    const value = floor[k] + swing[k] * half * half
    sum += weight[k] * (aim === 'volumes' ? Math.log(value) : dimension * value ** (1 / dimension))
  }
  return sum
}
