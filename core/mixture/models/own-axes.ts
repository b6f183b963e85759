import { eigenSymmetric } from '../../linalg/eigen.ts'
import type { Parameters } from '../parameters.ts'
import type { Setting } from '../setting.ts'
import { metricCovariance, setFromAxes } from './metric.ts'
import { fitProportional } from './proportional.ts'
import { settleNullAxes } from './null-axes.ts'

/** EEV: own axes; the variances along them, largest first, are the mean of all components' in the units of the metric. */
export function ownAxes(setting: Setting, _: Parameters, to: Parameters): void {
  const { components, dimension: d, work } = setting
  const { axes, variances } = decompose(setting, to)
  const shared = new Float64Array(d)
  for (let k = 0; k < components; k++) {
    const share = work.counts[k] / work.rows
    for (let j = 0; j < d; j++) shared[j] += share * variances[k * d + j]
  }
  axes.forEach((own, k) => setFromAxes(setting, to, k, own, shared))
}

/** VEV: as EEV, but that the components' variances are only proportional to each other. */
export function ownAxesAndVolumes(setting: Setting, _: Parameters, to: Parameters): void {
  const { dimension: d } = setting
  const { axes, variances } = decompose(setting, to)
  fitProportional(setting.work, variances, d)
  axes.forEach((own, k) => setFromAxes(setting, to, k, own, variances, k * d))
}

/** Principal axes of each component, as rows, and the variances along them, largest first [K × d]. */
function decompose(setting: Setting, to: Parameters): { axes: Float64Array[]; variances: Float64Array } {
  const { components, dimension: d, work } = setting
  const own = Array.from({ length: components }, (_, k) => metricCovariance(setting, to, k))
  const axes: Float64Array[] = []
  const variances = new Float64Array(components * d)
  own.forEach((matrix, k) => {
    const { values, vectors } = eigenSymmetric(matrix, d, work.brake)
    settleNullAxes(values, vectors, own, work, d)
    axes.push(vectors)
    for (let j = 0; j < d; j++) variances[k * d + j] = Math.max(0, values[j])
  })
  return { axes, variances }
}
