import { spend, type Brake } from '../../linalg/brake.ts'
import { createPair, pairAngle, readPair, weigh, type AxesAim } from './pair-angle.ts'

const MOST_COLUMNS_FOR_EVERY_ANGLE = 16
/** Multiplications that the best angle of one pair takes as long as, for each component. */
const COST_OF_ANGLE = 300

export interface AxesFound {
  /** Unit axes as rows [d × d]. */
  axes: Float64Array
  /** Variances of each component along them [K × d]. */
  variances: Float64Array
  /** What they came to; less is better. */
  aim: number
}

/** Covariances S_k [d × d each] that are to share axes, how many rows each stands for, and what is best. */
export interface AxesTask {
  covariances: readonly Float64Array[]
  counts: Float64Array
  aim: AxesAim
  dimension: number
  brake: Brake
}

/**
 * How far to look: `settled` is the move at which it ends, `wide` whether to look for the best of all angles as well. It also ends
 * when a sweep gains no more than `gain` of the aim, for `volumes` of the number of rows; 0 for no such end; and
 * after that many sweeps.
 */
export interface AxesSearch {
  settled: number
  wide: boolean
  gain: number
  sweeps: number
}

/**
 * Common axes from a start, by rotations of two axes at a time, each to its best angle, in sweeps over all pairs until no rotation
 * moves (Flury & Gautschi 1986). Wide, and with few columns, the first sweep and a last one look for the best of all angles; the
 * others go down from the angle they have, so the aim never rises.
 */
export function commonAxes(task: AxesTask, start: Float64Array, search: AxesSearch): AxesFound {
  const { covariances, counts, aim, dimension: d, brake } = task
  const { settled, wide, gain, sweeps } = search
  const axes = start.slice()
  const turned = covariances.map((matrix) => congruence(matrix, axes, d, brake))
  const pair = createPair(counts, aim, d)
  const few = wide && d <= MOST_COLUMNS_FOR_EVERY_ANGLE
  let everywhere = few
  let before = gain > 0 ? found(task, axes, turned).aim : Infinity
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let moved = 0
    weigh(pair, turned)
    for (let p = 0; p < d; p++) {
      for (let q = p + 1; q < d; q++) {
        if (spend(brake, workOfPair(task, everywhere))) return found(task, axes, turned)
        readPair(pair, turned, p, q)
        const angle = pairAngle(pair, everywhere)
        if (angle !== 0) rotate(axes, turned, p, q, angle, d)
        moved = Math.max(moved, pair.moved)
      }
    }
    if (gain > 0) {
      const now = found(task, axes, turned).aim
      if (!(before - now > gain * unitOf(task, now))) break
      before = now
    }
    if (moved > settled) everywhere = false
    else if (everywhere || !few) break
    else everywhere = true
  }
  return found(task, axes, turned)
}

/** An angle for every component and, looking everywhere, from each one's own axes; and the rotation of all. */
function workOfPair({ covariances, dimension: d }: AxesTask, everywhere: boolean): number {
  const starts = everywhere ? covariances.length + 1 : 1
  return covariances.length * (COST_OF_ANGLE * starts + 8 * d)
}

/** What these axes come to, as they are. */
export function along(task: AxesTask, axes: Float64Array): AxesFound {
  return found(
    task,
    axes,
    task.covariances.map((matrix) => congruence(matrix, axes, task.dimension, task.brake)),
  )
}

function found(
  { counts, aim, dimension: d }: AxesTask,
  axes: Float64Array,
  turned: readonly Float64Array[],
): AxesFound {
  const variances = new Float64Array(turned.length * d)
  turned.forEach((matrix, k) => {
    for (let j = 0; j < d; j++) variances[k * d + j] = matrix[j * d + j]
  })
  return { axes, variances, aim: aimAt(variances, counts, aim, d) }
}

function unitOf({ counts, aim }: AxesTask, value: number): number {
  return aim === 'volumes' ? counts.reduce((sum, count) => sum + count, 0) : value
}

function aimAt(variances: Float64Array, counts: Float64Array, aim: AxesAim, d: number): number {
  let sum = 0
  for (let k = 0; k < counts.length; k++) {
    let log = 0
    for (let j = 0; j < d; j++) log += Math.log(Math.max(0, variances[k * d + j]))
    sum += counts[k] * (aim === 'volumes' ? log : Math.exp(log / d))
  }
  return sum
}

function rotate(
  axes: Float64Array,
  turned: readonly Float64Array[],
  p: number,
  q: number,
  angle: number,
  d: number,
): void {
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  mixRows(axes, p, q, c, s, d)
  for (const matrix of turned) {
    mixRows(matrix, p, q, c, s, d)
    for (let i = 0; i < d; i++) {
      const left = matrix[i * d + p]
      const right = matrix[i * d + q]
      matrix[i * d + p] = c * left + s * right
      matrix[i * d + q] = c * right - s * left
    }
  }
}

function mixRows(matrix: Float64Array, p: number, q: number, c: number, s: number, d: number): void {
  for (let i = 0; i < d; i++) {
    const left = matrix[p * d + i]
    const right = matrix[q * d + i]
    matrix[p * d + i] = c * left + s * right
    matrix[q * d + i] = c * right - s * left
  }
}

/** D S Dᵀ for axes as rows of D. */
function congruence(matrix: Float64Array, axes: Float64Array, d: number, brake: Brake): Float64Array {
  const half = new Float64Array(d * d)
  const out = new Float64Array(d * d)
  for (let i = 0; i < d; i++) {
    if (spend(brake, d * d)) return out
    for (let t = 0; t < d; t++) {
      const weight = axes[i * d + t]
      for (let j = 0; j < d; j++) half[i * d + j] += weight * matrix[t * d + j]
    }
  }
  for (let i = 0; i < d; i++) {
    if (spend(brake, i * d)) return out
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let t = 0; t < d; t++) sum += half[i * d + t] * axes[j * d + t]
      out[i * d + j] = sum
      out[j * d + i] = sum
    }
  }
  return out
}
