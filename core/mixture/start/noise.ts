import type { Failure } from '../collapse.ts'
import type { Em } from '../em.ts'
import { factorise } from '../factorise.ts'
import { toMixture } from '../outcome.ts'
import { copyParameters, type Parameters } from '../parameters.ts'
import { countOf } from '../row-weights.ts'
import type { Prepared } from '../types.ts'
import { columnsOf, posteriorOf } from './promise.ts'

/** The rows, by weight, that a start takes for noise. */
export const NOISE_SHARE = 0.05

/**
 * A start of Gaussians alone gets its noise: the twentieth of the rows where its density is least are noise, and the M-step is made
 * from them and from the responsibilities of the others. Where that leaves a component without enough of them, the Gaussians stay as
 * they are beside a noise of that share.
 */
export function withNoise(em: Em, to: Parameters): Failure | null {
  const { components } = em.setting
  const order = Array.from({ length: components }, (_, k) => k)
  const { centre, spread } = em.rows
  const posterior = posteriorOf(toMixture(to, { centre, spread }, order))
  const rows = em.rows.rows
  const posteriors = new Float64Array(rows * components)
  const logDensity = new Float64Array(rows)
  posterior?.evaluate(columnsOf(em.rows), 0, rows, {
    labels: null,
    uncertainty: null,
    logDensity,
    posteriors,
  })
  const stray = leastDense(logDensity, em.rows)
  const next = em.create()
  const failure = em.begin((from, count, out, stride) => {
    for (let p = 0; p < count; p++) {
      const isNoise = stray[from + p] === 1
      for (let k = 0; k < components; k++)
        out[k * stride + p] = isNoise ? 0 : posteriors[(from + p) * components + k]
      out[components * stride + p] = isNoise ? 1 : 0
    }
  }, next)
  if (posterior !== null && failure?.kind !== 'collapse') {
    if (failure === null) copyParameters(next, to)
    return failure
  }
  for (let k = 0; k < components; k++) to.weights[k] *= 1 - NOISE_SHARE
  to.weights[components] = NOISE_SHARE
  return factorise(em.setting, to)
}

/** 1 for the rows of least density that weigh the share of the noise together. */
function leastDense(logDensity: Float64Array, rows: Prepared): Uint8Array {
  const stray = new Uint8Array(logDensity.length)
  let left = NOISE_SHARE * countOf(rows)
  for (const row of Uint32Array.from(logDensity, (__, i) => i).sort(
    (a, b) => logDensity[a] - logDensity[b],
  )) {
    left -= rows.weights?.values[row] ?? 1
    if (left < 0) break
    stray[row] = 1
  }
  return stray
}
