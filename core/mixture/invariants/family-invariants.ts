import { eigenSymmetric } from '../../linalg/eigen.ts'
import type { Random } from '../../random/random.ts'
import { adjustedRandIndex, contingency, variationOfInformation } from '../partition.ts'
import { createPosterior } from '../posterior.ts'
import type { CovarianceModel, Mixture } from '../types.ts'
import { run, type Case, type Run } from './case.ts'
import type { Violations } from './climb-invariants.ts'

const CLOSED: readonly CovarianceModel[] = ['VVV', 'EEE', 'VEE', 'EVE', 'VVE', 'EEV', 'VEV', 'EVV']

/** I13: one component has the closed form −n/2 (d ln 2π + ln |S| + d) with S the covariance of the rows. */
export function closedForm({ prepared, request }: Case): Violations {
  const plain = { kind: 'relative', value: 0 } as const
  const labels = new Uint16Array(prepared.rows)
  const change = {
    components: 1,
    regularisation: plain,
    maxIterations: 100,
    start: { kind: 'labels', labels },
  } as const
  const { logLikelihood, status } = run(prepared, request, change).outcome
  if (status === 'collapsed' || logLikelihood === null || !CLOSED.includes(request.covariance)) return []
  const d = prepared.dimension
  const square = new Float64Array(d * d)
  for (let i = 0, at = 0; i < d; i++)
    for (let j = 0; j <= i; j++, at++) square[i * d + j] = square[j * d + i] = prepared.total[at]
  const { values } = eigenSymmetric(square, d)
  let half = d * Math.log(2 * Math.PI) + d
  for (let j = 0; j < d; j++) half += Math.log(values[j]) + 2 * Math.log(prepared.spread[j])
  const wanted = (-prepared.rows / 2) * half
  // The eigenvalues of a nearly singular covariance are themselves known to 1e-16 of the largest only.
  const limit = 1e-12 * (1 + Math.abs(wanted)) + (prepared.rows * d * 1e-15 * values[0]) / values[d - 1]
  return Math.abs(logLikelihood - wanted) <= limit ? [] : [`I13: ${logLikelihood}, not ${wanted}`]
}

/** Every model with the smallest of those that contain it. */
const WIDER: Partial<Record<CovarianceModel, CovarianceModel[]>> = {
  EII: ['VII', 'EEI'],
  VII: ['VEI'],
  EEI: ['VEI', 'EVI', 'EEE'],
  VEI: ['VVI', 'VEE'],
  EVI: ['VVI', 'EVE'],
  VVI: ['VVE'],
  EEE: ['VEE', 'EVE', 'EEV'],
  VEE: ['VVE', 'VEV'],
  EVE: ['VVE', 'EVV'],
  VVE: ['VVV'],
  EEV: ['VEV', 'EVV'],
  VEV: ['VVV'],
  EVV: ['VVV'],
}

/** I14: from a solution, neither a wider model nor one more component ends lower. */
export function nested(drawn: Case, { outcome }: Run): Violations {
  const { prepared, request, random } = drawn
  const { mixture, logLikelihood, status } = outcome
  if (status === 'collapsed' || mixture === null || logLikelihood === null) return []
  if (request.regularisation.value > 0) return []
  const found: Violations = []
  const least = logLikelihood - 1e-6 - 1e-10 * Math.abs(logLikelihood)
  const wider = WIDER[request.covariance]
  if (wider !== undefined) {
    const covariance = wider[random.below(wider.length)]
    const start = { kind: 'parameters', mixture } as const
    const more = run(prepared, request, { covariance, start }).outcome
    if (more.status !== 'collapsed' && !((more.logLikelihood ?? NaN) >= least))
      found.push(`I14: ${covariance} ${more.logLikelihood} below ${request.covariance} ${logLikelihood}`)
  }
  const start = { kind: 'parameters', mixture: doubled(mixture, random) } as const
  const components = request.components + 1
  const more = run(prepared, request, { components, start }).outcome
  if (more.status !== 'collapsed' && !((more.logLikelihood ?? NaN) >= least))
    found.push(`I14: ${components} components ${more.logLikelihood} below ${logLikelihood}`)
  return found
}

/** The same density, with one component as two of unequal weight. */
function doubled(mixture: Mixture, random: Random): Mixture {
  const { components, dimension: d } = mixture
  const k = random.below(components)
  const share = 0.2 + 0.6 * random.next()
  const weights = Float64Array.of(...mixture.weights, mixture.weights[k] * (1 - share))
  weights[k] *= share
  const means = Float64Array.of(...mixture.means, ...mixture.means.subarray(k * d, (k + 1) * d))
  const covariances = Float64Array.of(
    ...mixture.covariances,
    ...mixture.covariances.subarray(k * d * d, (k + 1) * d * d),
  )
  return { components: components + 1, dimension: d, weights, means, covariances }
}

/** I19: from the true parameters EM only gains. */
export function aboveTruth(drawn: Case): Violations {
  const { columns, prepared, request } = drawn
  const truth = run(prepared, request, { maxIterations: 1, covariance: 'VVV' }).outcome.mixture
  if (truth === null || request.covariance !== 'VVV' || request.regularisation.value > 0) return []
  const logDensity = new Float64Array(columns[0].length)
  createPosterior(truth).evaluate(columns, 0, logDensity.length, {
    labels: null,
    uncertainty: null,
    logDensity,
    posteriors: null,
  })
  const before = logDensity.reduce((sum, value) => sum + value, 0)
  const after = run(prepared, request, { start: { kind: 'parameters', mixture: truth } }).outcome
  return after.status === 'collapsed' ||
    (after.logLikelihood ?? NaN) >= before - 1e-10 * (1 + Math.abs(before))
    ? []
    : [`I19: ${after.logLikelihood} below ${before}`]
}

/** I18: the density integrates to 1, in one and two columns. */
export function normalised({ request }: Case, { outcome: { mixture } }: Run): Violations {
  if (mixture === null || mixture.dimension > 2 || request.seed % 10 !== 0) return []
  const total = mixture.dimension === 1 ? integral(mixture, 4000) : integral(mixture, 160)
  return Math.abs(total - 1) <= 1e-3 ? [] : [`I18: the density integrates to ${total}`]
}

/** Sum over components of each one's integral on a grid along its own principal axes, to 9 standard deviations. */
function integral(mixture: Mixture, steps: number): number {
  const { components, dimension: d } = mixture
  let total = 0
  for (let k = 0; k < components; k++) {
    const alone: Mixture = {
      components: 1,
      dimension: d,
      weights: Float64Array.of(1),
      means: mixture.means.slice(k * d, (k + 1) * d),
      covariances: mixture.covariances.slice(k * d * d, (k + 1) * d * d),
    }
    total += mixture.weights[k] * integralOfOne(alone, steps)
  }
  return total
}

function integralOfOne(alone: Mixture, steps: number): number {
  const d = alone.dimension
  const { values, vectors } = eigenSymmetric(alone.covariances, d)
  const sd = Array.from(values, (value) => Math.sqrt(Math.max(value, 0)))
  const points = steps ** d
  const columns = Array.from({ length: d }, () => new Float64Array(points))
  for (let p = 0; p < points; p++)
    for (let axis = 0; axis < d; axis++) {
      const step = axis === 0 ? p % steps : Math.floor(p / steps)
      const along = (18 * (step + 0.5)) / steps - 9
      for (let j = 0; j < d; j++)
        columns[j][p] += (axis === 0 ? alone.means[j] : 0) + along * sd[axis] * vectors[axis * d + j]
    }
  const logDensity = new Float64Array(points)
  createPosterior(alone).evaluate(columns, 0, points, {
    labels: null,
    uncertainty: null,
    logDensity,
    posteriors: null,
  })
  const cell = sd.reduce((product, one) => product * ((18 * one) / steps), 1)
  return logDensity.reduce((sum, value) => sum + Math.exp(value), 0) * cell
}

/** I20: agreement of partitions. */
export function agreeing({ random }: Case): Violations {
  const rows = 3 + random.below(60)
  const groups = 1 + random.below(5)
  const draw = () => Uint8Array.from({ length: rows }, () => random.below(groups))
  const [a, b, c] = [draw(), draw(), draw()]
  const table = (left: Uint8Array, right: Uint8Array) => contingency(left, right, groups, groups)
  const rand = (left: Uint8Array, right: Uint8Array) => adjustedRandIndex(table(left, right))
  const information = (left: Uint8Array, right: Uint8Array) => variationOfInformation(table(left, right))
  const renamed = a.map((label) => groups - 1 - label)
  const found: Violations = []
  if (!(Math.abs(rand(a, b) - rand(b, a)) <= 1e-12)) found.push('I20: ARI is not symmetric')
  if (!(Math.abs(information(a, b) - information(b, a)) <= 1e-12)) found.push('I20: VI is not symmetric')
  if (!(Math.abs(rand(a, b) - rand(renamed, b)) <= 1e-12)) found.push('I20: ARI depends on names')
  if (!(Math.abs(information(a, b) - information(renamed, b)) <= 1e-12))
    found.push('I20: VI depends on names')
  if (!(Math.abs(rand(a, a) - 1) <= 1e-12) || !(Math.abs(information(a, a)) <= 1e-12))
    found.push('I20: not itself')
  if (!(information(a, c) <= information(a, b) + information(b, c) + 1e-12)) found.push('I20: triangle')
  return found
}
