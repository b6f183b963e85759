import type { Parameters } from '../parameters.ts'
import type { Setting } from '../setting.ts'

/**
 * What the ridge takes from the log-likelihood to make the objective that regularised EM climbs: ½ n Σ w tr(S⁻¹ R), with R the
 * ridge. Free of units; 0 without a ridge.
 */
export function penalty(setting: Setting, parameters: Parameters, rows: number): number {
  const { family, components, dimension: d, stride, weights, whiteners } = parameters
  const { ridge } = setting
  let sum = 0
  for (let k = 0; k < components; k++) {
    let trace = 0
    for (let i = 0; i < d; i++) {
      const row = k * stride + (family === 'full' ? (i * (i + 1)) / 2 : 0)
      for (let j = family === 'full' ? 0 : i; j <= i; j++) trace += whiteners[row + j] ** 2 * ridge[j]
    }
    sum += weights[k] * trace
  }
  return (rows / 2) * sum
}
