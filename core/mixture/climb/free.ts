import type { Parameters } from '../parameters.ts'

/** Numbers in the free form of parameters of this shape: K + K d + K × stride, and 1 for the noise. */
export function freeLength({ components, dimension, stride, weights }: Parameters): number {
  return weights.length + components * (dimension + stride)
}

/**
 * Parameters in a form without constraints, where any numbers are a mixture: logarithms of the weights, the means, and Cholesky
 * factors with the logarithm of their diagonal (Pinheiro & Bates 1996). Reads weights, means and factors.
 */
export function toFree(parameters: Parameters, free: Float64Array): void {
  const { family, components, dimension: d, stride, weights, means, factors } = parameters
  const shares = weights.length
  for (let k = 0; k < shares; k++) free[k] = Math.log(weights[k])
  for (let i = 0; i < means.length; i++) free[shares + i] = means[i]
  const start = shares + components * d
  for (let i = 0; i < factors.length; i++) free[start + i] = factors[i]
  for (let k = 0; k < components; k++) {
    for (let j = 0; j < d; j++) {
      const at = start + k * stride + (family === 'full' ? (j * (j + 3)) / 2 : j)
      free[at] = Math.log(free[at])
    }
  }
}

/** The parameters of a free form: writes weights, which sum to one, means and covariances; factors are left as scratch. */
export function fromFree(free: Float64Array, parameters: Parameters): void {
  const { family, components, dimension: d, stride, weights, means, factors, covariances } = parameters
  let most = -Infinity
  const shares = weights.length
  for (let k = 0; k < shares; k++) if (free[k] > most) most = free[k]
  let sum = 0
  for (let k = 0; k < shares; k++) sum += weights[k] = Math.exp(free[k] - most)
  for (let k = 0; k < shares; k++) weights[k] /= sum
  for (let i = 0; i < means.length; i++) means[i] = free[shares + i]
  const start = shares + components * d
  for (let i = 0; i < factors.length; i++) factors[i] = free[start + i]
  for (let k = 0; k < components; k++) {
    const base = k * stride
    for (let i = 0; i < d; i++) {
      const diagonal = base + (family === 'full' ? (i * (i + 3)) / 2 : i)
      factors[diagonal] = Math.exp(factors[diagonal])
    }
    if (family === 'full') squareFactor(factors, covariances, base, d)
    else for (let i = base; i < base + d; i++) covariances[i] = factors[i] * factors[i]
  }
}

function squareFactor(factors: Float64Array, covariances: Float64Array, base: number, d: number): void {
  for (let i = 0, at = base; i < d; i++) {
    const row = base + (i * (i + 1)) / 2
    for (let j = 0; j <= i; j++, at++) {
      const other = base + (j * (j + 1)) / 2
      let sum = 0
      for (let t = 0; t <= j; t++) sum += factors[row + t] * factors[other + t]
      covariances[at] = sum
    }
  }
}
