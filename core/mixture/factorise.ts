import { cholesky } from '../linalg/cholesky.ts'
import { invertTriangular } from '../linalg/triangular.ts'
import type { Collapse } from './collapse.ts'
import { isNarrow } from './narrowness.ts'
import type { Parameters } from './parameters.ts'
import type { Setting } from './setting.ts'

const NARROWEST = 1e-8

/**
 * Fills factors, whiteners and offsets from weights and covariances. Returns the first component whose covariance is singular
 * or, measured against that of all rows, flatter than 1e-8; else null.
 */
export function factorise(setting: Setting, parameters: Parameters): Collapse | null {
  const { components, dimension: d, family, covariance } = setting
  const { stride, weights, covariances, factors, whiteners, offsets } = parameters
  const normal = (d / 2) * Math.log(2 * Math.PI)
  for (let k = 0; k < components; k++) {
    const from = k * stride
    if (covariance === 'EEE' && k > 0) {
      factors.copyWithin(from, 0, stride)
      whiteners.copyWithin(from, 0, stride)
    } else if (family === 'full') {
      const factor = factors.subarray(from, from + stride)
      if (cholesky(covariances.subarray(from, from + stride), factor, d) >= 0) {
        return { kind: 'collapse', component: k, cause: 'singular' }
      }
      invertTriangular(factor, whiteners.subarray(from, from + stride), d)
    } else {
      for (let j = from; j < from + d; j++) {
        if (!(covariances[j] > 0)) return { kind: 'collapse', component: k, cause: 'singular' }
        factors[j] = Math.sqrt(covariances[j])
        whiteners[j] = 1 / factors[j]
      }
    }
    let offset = Math.log(weights[k]) - normal
    for (let j = 0; j < d; j++)
      offset += Math.log(whiteners[from + (family === 'full' ? (j * (j + 3)) / 2 : j)])
    offsets[k] = offset
    if ((covariance !== 'EEE' || k === 0) && isNarrow(setting, parameters, k, NARROWEST)) {
      return { kind: 'collapse', component: k, cause: 'flat' }
    }
  }
  return null
}
