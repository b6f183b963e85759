import type { Brake } from '../../linalg/brake.ts'
import { eigenSymmetric } from '../../linalg/eigen.ts'
import type { Parameters } from '../parameters.ts'
import type { Setting } from '../setting.ts'
import { metricCovariance, setFromAxes } from './metric.ts'
import type { AxesAim } from './pair-angle.ts'
import { along, commonAxes, type AxesFound, type AxesSearch, type AxesTask } from './rotation.ts'

const MOST_COLUMNS_FOR_EVERY_START = 12
const FINE: AxesSearch = { settled: 1e-12, wide: true, gain: 0, sweeps: 300 }
const NEAR: AxesSearch = { settled: 1e-12, wide: false, gain: 0, sweeps: 300 }
const COARSE: AxesSearch = { settled: 1e-2, wide: true, gain: 0, sweeps: 300 }
/**
 * With more columns sweeps are long, and after the first few it takes hundreds to gain little. A search may then end early, and
 * the next M-step goes on from there: a generalised EM (Dempster, Laird & Rubin 1977), which never falls either.
 */
const MOST_COLUMNS_FOR_FINE_SEARCH = 20
const THRIFTY_COARSE: AxesSearch = { settled: 1e-12, wide: false, gain: 1e-3, sweeps: 5 }
const THRIFTY: AxesSearch = { settled: 1e-12, wide: false, gain: 1e-6, sweeps: 20 }
const THRIFTY_NEAR: AxesSearch = { settled: 1e-12, wide: false, gain: 1e-6, sweeps: 10 }
const MOST_STARTS = 2
const FLAT = 1e-10

/** VVE: common axes D that minimise Σ n_k ln |diag(Dᵀ W_k D)| (Flury & Gautschi 1986), own variances along them. */
export function commonAxesOwnVariances(setting: Setting, from: Parameters, to: Parameters): void {
  const { components, dimension: d } = setting
  const { axes, variances } = bestAxes(setting, 'volumes', from, to)
  for (let k = 0; k < components; k++) setFromAxes(setting, to, k, axes, variances, k * d)
}

/** EVE: common axes D that minimise Σ |diag(Dᵀ W_k D)|^(1/d) (Browne & McNicholas 2014), own shapes, one volume. */
export function commonAxesEqualVolumes(setting: Setting, from: Parameters, to: Parameters): void {
  const { components, dimension: d, work } = setting
  const { axes, variances } = bestAxes(setting, 'shapes', from, to)
  let common = 0
  for (let k = 0; k < components; k++) {
    let log = 0
    for (let j = 0; j < d; j++) log += Math.log(variances[k * d + j])
    work.volumes[k] = Math.exp(log / d)
    if (work.volumes[k] > 0) common += (work.counts[k] / work.rows) * work.volumes[k]
  }
  for (let k = 0; k < components; k++) {
    for (let j = 0; j < d; j++) variances[k * d + j] *= common / work.volumes[k]
    setFromAxes(setting, to, k, axes, variances, k * d)
  }
}

/**
 * The best common axes. The first M-step after a start, when the components have no axes in common yet, looks at all angles and
 * from several starts: the axes of the pooled covariance, the columns and, with few columns, those of each component. Later ones
 * go downhill from the axes they have, so the log-likelihood never falls and EM does not jump between maxima of the axes. A
 * component of too few rows can make the aim unbounded, at axes along which it is flat; then the best of the maxima that lie
 * downhill from the starts is taken, if one is not flat and none of what was reached is lost.
 */
function bestAxes(setting: Setting, aim: AxesAim, from: Parameters, to: Parameters): AxesFound {
  const { components, dimension: d, work } = setting
  const own = Array.from({ length: components }, (_, k) => metricCovariance(setting, to, k))
  const task: AxesTask = {
    covariances: own.map(floored(setting)),
    counts: work.counts,
    aim,
    dimension: d,
    brake: work.brake,
  }
  const previous = previousAxes(setting, from)
  const look = d > MOST_COLUMNS_FOR_FINE_SEARCH ? thriftySearch : search
  return along({ ...task, covariances: own }, look(task, previous, haveAxes(from)))
}

/** `previous`: the axes before, or null; `settled`: whether they were the components' own, not just a start's. */
function search(task: AxesTask, previous: Float64Array | null, settled: boolean): Float64Array {
  const { covariances, counts, dimension: d, brake } = task
  const near = settled ? previous : null
  const first = near ?? pooledAxes(covariances, counts, d, brake)
  const given = previous === null || settled ? [] : [previous]
  let best = commonAxes(task, first, near === null ? FINE : NEAR)
  if (near === null && counts.length > 1)
    best = betterOf(best, task, d > 2 ? [...given, ...otherStarts(task)] : given)
  if (!isFlat(best, task)) return best.axes
  const most = previous === null ? Infinity : along(task, previous).aim
  for (const start of [first, ...given, ...otherStarts(task)]) {
    const found = commonAxes(task, start, NEAR)
    if (found.aim <= most && !isFlat(found, task) && (isFlat(best, task) || found.aim < best.aim))
      best = found
  }
  return best.axes
}

/** As `search`, with many columns: of the starts only the two of the best aim are followed, and none to the end. */
function thriftySearch(task: AxesTask, previous: Float64Array | null, settled: boolean): Float64Array {
  const near = settled && previous !== null ? commonAxes(task, previous, THRIFTY_NEAR) : null
  if (near !== null && !isFlat(near, task)) return near.axes
  const given = previous === null ? [] : [along(task, previous)]
  const rough = [...given, ...otherStarts(task).map((start) => along(task, start))]
    .sort(byAim)
    .slice(0, MOST_STARTS)
    .map(({ axes }) => commonAxes(task, axes, THRIFTY_COARSE))
    .sort(byAim)
  const best = rough.find((found) => !isFlat(found, task)) ?? rough[0]
  const fine = commonAxes(task, best.axes, THRIFTY)
  const lost = near !== null && (isFlat(fine, task) || fine.aim > given[0].aim)
  return lost ? near.axes : fine.axes
}

const byAim = (left: AxesFound, right: AxesFound) => left.aim - right.aim

/** With the ridge that is to come, under which the aim is bounded: without it rounding would choose the axes of flat components. */
function floored({ dimension: d, ridge, work }: Setting): (matrix: Float64Array) => Float64Array {
  return (matrix) =>
    matrix.map((value, t) => {
      const j = Math.floor(t / d)
      return t === j * (d + 1) ? value + ridge[j] / work.units[j] / work.units[j] : value
    })
}

/** The best of what was found and what these starts lead to; they are first followed coarsely. */
function betterOf(found: AxesFound, task: AxesTask, starts: readonly Float64Array[]): AxesFound {
  let best = found
  for (const start of starts) {
    const rough = commonAxes(task, start, COARSE)
    if (rough.aim >= best.aim) continue
    const fine = commonAxes(task, rough.axes, FINE)
    if (fine.aim < best.aim) best = fine
  }
  return best
}

function otherStarts({ covariances, counts, dimension: d, brake }: AxesTask): Float64Array[] {
  const starts = [columnAxes(covariances, counts, d), pooledAxes(covariances, counts, d, brake)]
  if (d <= MOST_COLUMNS_FOR_EVERY_START)
    for (const matrix of covariances) starts.push(eigenSymmetric(matrix, d, brake).vectors)
  return starts
}

/** Whether a component has next to no variance along an axis, measured against the mean of all components' along it. */
function isFlat({ variances }: AxesFound, { counts, dimension: d }: AxesTask): boolean {
  const rows = counts.reduce((sum, count) => sum + count, 0)
  for (let j = 0; j < d; j++) {
    let mean = 0
    let least = Infinity
    for (let k = 0; k < counts.length; k++) {
      mean += (counts[k] / rows) * variances[k * d + j]
      least = Math.min(least, variances[k * d + j])
    }
    if (!(least > FLAT * mean)) return true
  }
  return false
}

/** Whether the components differ in covariance, as they do after an M-step: a start gives all the same, or none. */
function haveAxes({ components, stride, covariances }: Parameters): boolean {
  let differ = false
  for (let k = 0; k < components; k++) {
    if (!(covariances[k * stride] > 0)) return false
    for (let t = 0; t < stride; t++) differ ||= covariances[k * stride + t] !== covariances[t]
  }
  return differ
}

/** The axes that the covariances of `from` share; null where there are none. */
function previousAxes(setting: Setting, from: Parameters): Float64Array | null {
  const { components, dimension: d, work } = setting
  for (let k = 0; k < components; k++) if (!(from.covariances[k * from.stride] > 0)) return null
  const before = Array.from({ length: components }, (_, k) => metricCovariance(setting, from, k))
  return pooledAxes(before, from.weights, d, work.brake)
}

function pooledAxes(
  matrices: readonly Float64Array[],
  weights: Float64Array,
  d: number,
  brake: Brake,
): Float64Array {
  return eigenSymmetric(pooledMatrix(matrices, weights, d), d, brake).vectors
}

/** The columns, most varied first, so that their order does not matter. */
function columnAxes(matrices: readonly Float64Array[], weights: Float64Array, d: number): Float64Array {
  const sum = pooledMatrix(matrices, weights, d)
  return eigenSymmetric(
    sum.map((value, t) => (t % (d + 1) === 0 ? value : 0)),
    d,
  ).vectors
}

function pooledMatrix(matrices: readonly Float64Array[], weights: Float64Array, d: number): Float64Array {
  const sum = new Float64Array(d * d)
  matrices.forEach((matrix, k) => {
    for (let t = 0; t < sum.length; t++) sum[t] += weights[k] * matrix[t]
  })
  return sum
}
