import { criteria, parameterCount } from '../criteria.ts'
import { createPosterior } from '../posterior.ts'
import type { CovarianceModel, Mixture } from '../types.ts'
import { condition, type Case, type Run } from './case.ts'
import type { Violations } from './climb-invariants.ts'

/** I2: weights. I4: covariances symmetric with positive diagonals (that they are definite the posterior needs). */
export function proper(_: Case, { outcome: { mixture } }: Run): Violations {
  if (mixture === null) return []
  const { components, dimension: d, weights, covariances } = mixture
  const found: Violations = []
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (!(Math.abs(sum - 1) <= 1e-12) || weights.some((weight) => !(weight > 0))) found.push(`I2: sum ${sum}`)
  for (let k = 0; k < components; k++)
    for (let i = 0; i < d; i++)
      for (let j = 0; j <= i; j++) {
        const value = covariances[(k * d + i) * d + j]
        const other = covariances[(k * d + j) * d + i]
        if (value !== other || (i === j && !(value > 0))) found.push(`I4: ${value} and ${other}`)
      }
  return found
}

const SHARED: readonly CovarianceModel[] = ['EII', 'EEI', 'EEE']
const FULL_MOMENTS: readonly CovarianceModel[] = ['EEE', 'VVV']

/** I5: after an M-step without regularisation the mixture has the data's mean and as much of their covariance as the model fits. */
export function balanced({ request, columns }: Case, { outcome }: Run): Violations {
  const { mixture, iterations } = outcome
  if (mixture === null || iterations === 0 || request.regularisation.value > 0) return []
  const { components, dimension: d, weights, means, covariances } = mixture
  const rows = columns[0].length
  const centre = columns.map((column) => compensated(column) / rows)
  const spread = columns.map((column, j) =>
    Math.sqrt(column.reduce((s, v) => s + (v - centre[j]) ** 2, 0) / rows),
  )
  const found: Violations = []
  const moment = (i: number, j: number, row: (i: number, j: number) => number) =>
    Math.abs(row(i, j) / (spread[i] * spread[j]))
  for (let j = 0; j < d; j++) {
    let mean = -centre[j]
    for (let k = 0; k < components; k++) mean += weights[k] * means[k * d + j]
    if (!(Math.abs(mean) <= 1e-10 * (spread[j] + Math.abs(centre[j]) * 1e-5)))
      found.push(`I5: mean off by ${mean}`)
  }
  const excess = (i: number, j: number) => {
    let sum = 0
    for (let k = 0; k < components; k++)
      sum +=
        weights[k] *
        (covariances[(k * d + i) * d + j] + (means[k * d + i] - centre[i]) * (means[k * d + j] - centre[j]))
    let data = 0
    for (let r = 0; r < rows; r++) data += (columns[i][r] - centre[i]) * (columns[j][r] - centre[j])
    return sum - data / rows
  }
  const whole = FULL_MOMENTS.includes(request.covariance)
  const diagonal = whole || ['EEI', 'VVI'].includes(request.covariance)
  for (let i = 0; i < d; i++)
    for (let j = 0; j <= i; j++)
      if ((whole || (diagonal && i === j)) && !(moment(i, j, excess) <= 1e-9))
        found.push(`I5: second moment (${i}, ${j}) off by ${moment(i, j, excess)} of its scale`)
  if (['EII', 'VII'].includes(request.covariance)) {
    let trace = 0
    let scale = 0
    for (let j = 0; j < d; j++) {
      trace += excess(j, j)
      scale += spread[j] ** 2
    }
    if (!(Math.abs(trace) <= 1e-9 * scale)) found.push(`I5: trace off by ${trace / scale} of its scale`)
  }
  return found
}

/** I6: the covariances have the structure that their model's name says, exactly. */
export function structured({ request, columns }: Case, { outcome: { mixture } }: Run): Violations {
  if (mixture === null) return []
  const { components, dimension: d, covariances } = mixture
  const name = request.covariance
  const found: Violations = []
  const at = (k: number, i: number, j: number) => covariances[(k * d + i) * d + j]
  for (let k = 0; k < components; k++)
    for (let i = 0; i < d; i++)
      for (let j = 0; j <= i; j++) {
        if (name.endsWith('I') && i !== j && at(k, i, j) !== 0) found.push('I6: not along the axes')
        if (SHARED.includes(name) && at(k, i, j) !== at(0, i, j)) found.push('I6: not shared')
        if (name.endsWith('II') && i === j && !(Math.abs(at(k, i, i) / at(k, 0, 0) - 1) <= 1e-12))
          found.push(`I6: not a sphere in ${columns.length} columns`)
      }
  return found
}

/**
 * I3: responsibilities. I7: labels. I8: the log-likelihood is the sum of log densities, to 1e-12 for condition numbers up to
 * 2.5e5, in proportion above. I9: criteria.
 */
export function posterior({ request, columns, prepared }: Case, { outcome }: Run): Violations {
  const { mixture, logLikelihood, entropy } = outcome
  if (mixture === null || logLikelihood === null || entropy === null) return []
  const found: Violations = []
  const { logDensity, faults, entropyOfRows } = evaluated(mixture, columns)
  found.push(...faults)
  const total = compensated(logDensity)
  const slack = Math.max(1, condition(mixture, prepared.spread) / 2.5e5)
  if (!(Math.abs(total - logLikelihood) <= 1e-12 * slack * sumOfSizes(logDensity)))
    found.push(`I8: ${total}, not ${logLikelihood}`)
  if (!(Math.abs(entropyOfRows - entropy) <= 1e-9 * slack * (1 + entropy)))
    found.push(`I9: entropy ${entropy}, not ${entropyOfRows}`)
  const rows = columns[0].length
  const parameters = parameterCount(request.covariance, request.components, columns.length)
  const { bic, aic, icl } = criteria(logLikelihood, parameters, rows, entropy)
  if (!(Math.abs(bic - aic - parameters * (Math.log(rows) - 2)) <= 1e-9 * (1 + Math.abs(bic))))
    found.push('I9: BIC − AIC')
  if (!(icl >= bic)) found.push('I9: ICL below BIC')
  return found
}

function evaluated(mixture: Mixture, columns: Float64Array[]) {
  const rows = columns[0].length
  const { components } = mixture
  const labels = new Uint8Array(rows)
  const logDensity = new Float64Array(rows)
  const posteriors = new Float64Array(rows * components)
  createPosterior(mixture).evaluate(columns, 0, rows, { labels, uncertainty: null, logDensity, posteriors })
  const faults: Violations = []
  let entropyOfRows = 0
  for (let i = 0; i < rows; i++) {
    const z = posteriors.subarray(i * components, (i + 1) * components)
    const sum = z.reduce((total, value) => total + value, 0)
    if (!(Math.abs(sum - 1) <= 1e-12) || z.some((value) => !(value >= 0 && value <= 1)))
      faults.push(`I3: row ${i} sums to ${sum}`)
    if (z[labels[i]] !== Math.max(...z)) faults.push(`I7: row ${i}`)
    for (const value of z) if (value > 0) entropyOfRows -= value * Math.log(value)
  }
  return { logDensity, faults, entropyOfRows }
}

function compensated(values: Float64Array): number {
  let sum = 0
  let lost = 0
  for (const value of values) {
    const next = sum + (value - lost)
    lost = next - sum - (value - lost)
    sum = next
  }
  return sum
}

const sumOfSizes = (values: Float64Array) => values.reduce((sum, value) => sum + 1 + Math.abs(value), 0)
