import { cholesky } from '../linalg/cholesky.ts'
import { invertTriangular } from '../linalg/triangular.ts'
import { STOPPED, type Failure } from './collapse.ts'
import { isNarrow } from './narrowness.ts'
import type { Parameters } from './parameters.ts'
import { isShared, type Setting } from './setting.ts'

const NARROWEST = 1e-8

/**
 * Fills factors, whiteners and offsets from weights and covariances. Returns the first component whose covariance is singular
 * or, measured against that of all rows, flatter than 1e-8; or that it was stopped; else null.
 */
export function factorise(setting: Setting, parameters: Parameters): Failure | null {
  const { components, dimension: d, family, covariance, work } = setting
  const { stride, weights, covariances, factors, whiteners, offsets } = parameters
  const normal = (d / 2) * Math.log(2 * Math.PI)
  const shared = isShared(covariance)
  if (setting.noise !== null) offsets[components] = Math.log(weights[components]) + setting.noise
  for (let k = 0; k < components; k++) {
    const from = k * stride
    if (shared && k > 0) {
      factors.copyWithin(from, 0, stride)
      whiteners.copyWithin(from, 0, stride)
      offsets[k] = offsets[0] + Math.log(weights[k]) - Math.log(weights[0])
      continue
    }
    if (family === 'full') {
      if (cholesky(covariances, factors, d, from, work.brake) >= 0)
        return { kind: 'collapse', component: k, cause: 'singular' }
      invertTriangular(factors, whiteners, d, from, work.brake)
    } else {
      for (let j = from; j < from + d; j++) {
        if (!(covariances[j] > 0)) return { kind: 'collapse', component: k, cause: 'singular' }
        factors[j] = Math.sqrt(covariances[j])
        whiteners[j] = 1 / factors[j]
      }
    }
    let offset = Math.log(weights[k]) - normal
    for (let j = 0, at = from; j < d; j++) {
      offset += Math.log(whiteners[at])
      at += family === 'full' ? j + 2 : 1
    }
    offsets[k] = offset
    const narrow = isNarrow(setting, parameters, k, NARROWEST, work.brake)
    if (work.brake.pulled) return STOPPED
    if (narrow) return { kind: 'collapse', component: k, cause: 'flat' }
  }
  return null
}
