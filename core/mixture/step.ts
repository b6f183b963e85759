import type { Parameters } from './parameters.ts'

/**
 * How far one M-step moved the parameters, squared, in units of log-likelihood: rows × Σ over components of w |U Δmu|² +
 * ½ w |U ΔS Uᵀ|² + Δw² / w, to second order, with U the inverse Cholesky factor before the step. Free of units.
 */
export function stepEnergy(from: Parameters, to: Parameters, rows: number): number {
  let energy = 0
  for (let k = 0; k < from.components; k++) {
    const weight = from.weights[k]
    const moved = from.family === 'full' ? fullStep(from, to, k) : diagonalStep(from, to, k)
    energy += weight * moved + (to.weights[k] - weight) ** 2 / weight
  }
  return rows * energy
}

function fullStep(from: Parameters, to: Parameters, k: number): number {
  const { dimension: d, stride, means, whiteners } = from
  const base = k * stride
  let sum = 0
  for (let i = 0; i < d; i++) {
    const row = base + (i * (i + 1)) / 2
    let shift = 0
    for (let j = 0; j <= i; j++) {
      shift += whiteners[row + j] * (to.means[k * d + j] - means[k * d + j])
      let turned = i === j ? -1 : 0
      for (let t = j; t <= i; t++) turned += whiteners[row + t] * to.factors[base + (t * (t + 1)) / 2 + j]
      sum += (i === j ? 2 : 1) * turned * turned
    }
    sum += shift * shift
  }
  return sum
}

function diagonalStep(from: Parameters, to: Parameters, k: number): number {
  const d = from.dimension
  let sum = 0
  for (let at = k * d; at < (k + 1) * d; at++) {
    const shift = from.whiteners[at] * (to.means[at] - from.means[at])
    const stretched = from.whiteners[at] * to.factors[at] - 1
    sum += shift * shift + 2 * stretched * stretched
  }
  return sum
}
