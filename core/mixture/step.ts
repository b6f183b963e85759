import { spend } from '../linalg/brake.ts'
import type { Work } from './models/work.ts'
import type { Parameters } from './parameters.ts'

/**
 * How far one M-step moved the parameters, squared, in units of log-likelihood: rows × Σ over components of w |U Δmu|² +
 * ½ w |U ΔS Uᵀ|² + Δw² / w, to second order, with U the inverse Cholesky factor before the step. Free of units. Of no use
 * where the brake is pulled.
 */
export function stepEnergy(from: Parameters, to: Parameters, rows: number, work: Work): number {
  let energy = 0
  for (let k = 0; k < from.components; k++) {
    const weight = from.weights[k]
    const moved = from.family === 'full' ? fullStep(from, to, k, work) : diagonalStep(from, to, k)
    energy += weight * moved + (to.weights[k] - weight) ** 2 / weight
  }
  if (from.noise)
    energy +=
      (to.weights[from.components] - from.weights[from.components]) ** 2 / from.weights[from.components]
  return rows * energy
}

function fullStep(from: Parameters, to: Parameters, k: number, { brake, step: turned }: Work): number {
  const { dimension: d, stride, means, whiteners } = from
  const base = k * stride
  let sum = 0
  for (let i = 0; i < d; i++) {
    if (spend(brake, (i * i) / 2)) break
    const row = base + (i * (i + 1)) / 2
    turned.fill(0, 0, i)
    turned[i] = -1
    let shift = 0
    for (let t = 0, other = base; t <= i; other += ++t) {
      const weight = whiteners[row + t]
      shift += weight * (to.means[k * d + t] - means[k * d + t])
      for (let j = 0; j <= t; j++) turned[j] += weight * to.factors[other + j]
    }
    for (let j = 0; j < i; j++) sum += turned[j] * turned[j]
    sum += 2 * turned[i] * turned[i]
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
