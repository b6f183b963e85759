import { eigenSymmetric } from '../../linalg/eigen.ts'
import type { Parameters } from '../parameters.ts'
import { isSpherical, type Setting } from '../setting.ts'
import { metricCovariance, setFromAxes } from './metric.ts'
import { setSphere, ownVariance } from './spherical.ts'
import { truncationBound } from './truncation.ts'

/**
 * Holds the eigenvalues of all covariances, in the units of the metric, within [m, ratio × m] at the m that leaves the expected
 * log-likelihood highest (Ingrassia & Rocci 2007; García-Escudero et al. 2008; exact by Fritz et al. 2013). VVV, VVI, VII.
 */
export function boundEigenvalues(setting: Setting, ratio: number, to: Parameters): void {
  const { components, dimension: d, family, work } = setting
  const axes: Float64Array[] = []
  const values = new Float64Array(components * d)
  for (let k = 0; k < components; k++) {
    if (family === 'full') {
      const eigen = eigenSymmetric(metricCovariance(setting, to, k), d, work.brake)
      axes.push(eigen.vectors)
      values.set(eigen.values, k * d)
    } else if (isSpherical(setting.covariance)) {
      values.fill(ownVariance(setting, to, k), k * d, (k + 1) * d)
    } else {
      for (let j = 0; j < d; j++)
        values[k * d + j] = to.covariances[k * d + j] / work.units[j] / work.units[j]
    }
  }
  for (let i = 0; i < values.length; i++) values[i] = Math.max(0, values[i])
  if (Math.max(...values) <= ratio * Math.min(...values)) return
  const bound = truncationBound(
    values,
    values.map((_, i) => work.counts[Math.floor(i / d)]),
    ratio,
    work.brake,
  )
  for (let i = 0; i < values.length; i++) values[i] = Math.min(Math.max(values[i], bound), ratio * bound)
  for (let k = 0; k < components; k++) {
    if (family === 'full') setFromAxes(setting, to, k, axes[k], values, k * d)
    else if (isSpherical(setting.covariance)) setSphere(setting, to, k, values[k * d])
    else
      for (let j = 0; j < d; j++)
        to.covariances[k * d + j] = values[k * d + j] * work.units[j] * work.units[j]
  }
}
