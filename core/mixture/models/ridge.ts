import type { Parameters } from '../parameters.ts'
import type { Setting } from '../setting.ts'

/** Adds the ridge to the diagonal of every covariance. */
export function addRidge({ components, dimension: d, family, ridge }: Setting, to: Parameters): void {
  const { stride, covariances } = to
  for (let k = 0; k < components; k++) {
    for (let j = 0, at = k * stride; j < d; j++) {
      covariances[at] += ridge[j]
      at += family === 'full' ? j + 2 : 1
    }
  }
}
