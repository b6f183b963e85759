import { factorise } from '../factorise.ts'
import { isSpherical, meanRatio } from '../setting.ts'
import { distinctPoints, rowStart } from './sample.ts'
import type { StartMethod } from './context.ts'

/** Random rows at different points as means; every covariance that of all rows × K^(−2/d); equal weights. */
export const randomRows: StartMethod = ({ em, random }, to) => {
  const { setting, rows } = em
  const { components, dimension: d, family, total, ridge, shape } = setting
  const shrink = components ** (-2 / d)
  const variances = Float64Array.from(shape, (_, j) => total[(j * (j + 3)) / 2] * shrink)
  if (isSpherical(setting.covariance)) {
    const variance = meanRatio(variances, shape)
    for (let j = 0; j < d; j++) variances[j] = variance * shape[j]
  }
  distinctPoints(rows, components, random).forEach((row, k) => {
    const from = rowStart(rows, row)
    to.weights[k] = 1 / components
    for (let j = 0; j < d; j++) to.means[k * d + j] = rows.blocks[from + j * rows.blockRows]
    const base = k * to.stride
    if (family === 'full') for (let t = 0; t < to.stride; t++) to.covariances[base + t] = total[t] * shrink
    for (let j = 0; j < d; j++) {
      const at = base + (family === 'full' ? (j * (j + 3)) / 2 : j)
      to.covariances[at] = variances[j] + ridge[j]
    }
  })
  return factorise(setting, to)
}
