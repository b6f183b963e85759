import { eigenSymmetric } from '../../linalg/eigen.ts'
import { createRandom, type Random } from '../../random/random.ts'
import { prepare } from '../prepare.ts'
import { runRestart } from '../restart.ts'
import type { CovarianceModel, Mixture, Prepared, RestartOutcome, RestartRequest } from '../types.ts'

/** The covariance models that every invariant is tried on. */
export const MODELS: readonly CovarianceModel[] = [
  'EII',
  'VII',
  'EEI',
  'VEI',
  'EVI',
  'VVI',
  'EEE',
  'VEE',
  'EVE',
  'VVE',
  'EEV',
  'VEV',
  'EVV',
  'VVV',
]

/** One random fit: data, a start from labels, and the request that is run. */
export interface Case {
  random: Random
  /** [d][n] */
  columns: Float64Array[]
  labels: Uint16Array
  prepared: Prepared
  request: RestartRequest
}

export interface Run {
  outcome: RestartOutcome
  /** Log-likelihood after each iteration. */
  trace: number[]
}

/** The case of this seed: 12 to 150 rows of 1 to 4 columns round random centres, in random units; every sixth has repeated rows. */
export function drawCase(seed: number): Case {
  const random = createRandom(seed)
  const dimension = 1 + random.below(4)
  const rows = 12 + random.below(139)
  const groups = 1 + random.below(4)
  const units = Array.from({ length: dimension }, () => 10 ** (4 * random.next() - 2))
  const offsets = units.map((unit) => unit * 10 ** (3 * random.next()) * random.normal())
  const centres = Array.from({ length: groups * dimension }, () => 3 * random.normal())
  const tilt = Array.from({ length: groups * dimension * dimension }, () => random.normal())
  const columns = units.map(() => new Float64Array(rows))
  for (let i = 0; i < rows; i++) {
    const group = random.below(groups)
    const noise = units.map(() => random.normal())
    for (let j = 0; j < dimension; j++) {
      let value = centres[group * dimension + j] + 0.3 * noise[j]
      for (let t = 0; t < dimension; t++) value += tilt[(group * dimension + j) * dimension + t] * noise[t]
      columns[j][i] = offsets[j] + units[j] * value
    }
  }
  if (seed % 6 === 0) repeatRows(columns, random)
  const components = 1 + random.below(Math.min(4, Math.floor(rows / (dimension + 2))))
  const labels = Uint16Array.from({ length: rows }, (_, i) => (i < components ? i : random.below(components)))
  const request: RestartRequest = {
    components,
    covariance: MODELS[seed % MODELS.length],
    initialisation: 'given',
    index: 0,
    seed,
    tolerance: 1e-300,
    maxIterations: 1 + random.below(25),
    regularisation: { kind: 'relative', value: random.next() < 0.3 ? 1e-6 : 0 },
    prior: 'none',
    eigenvalueRatio: null,
    acceleration: 'none',
    subsample: false,
    start: { kind: 'labels', labels },
  }
  return { random, columns, labels, prepared: prepare(columns, 'none').prepared, request }
}

/** Runs a request, as it is or changed. */
export function run(prepared: Prepared, request: RestartRequest, change: Partial<RestartRequest> = {}): Run {
  const trace: number[] = []
  const outcome = runRestart(
    prepared,
    { ...request, ...change },
    { stopped: () => false, iterated: (i, logLikelihood) => (trace[i] = logLikelihood) },
  )
  return { outcome, trace }
}

function repeatRows(columns: Float64Array[], random: Random): void {
  const rows = columns[0].length
  for (let i = 0; i < rows / 3; i++) {
    const from = random.below(rows)
    const to = random.below(rows)
    for (const column of columns) column[to] = column[from]
  }
}

/** The largest condition number of a component's covariance, columns in units of their spread. */
export function condition({ components, dimension: d, covariances }: Mixture, spread: Float64Array): number {
  let worst = 1
  for (let k = 0; k < components; k++) {
    const scaled = Float64Array.from(
      { length: d * d },
      (_, at) => covariances[k * d * d + at] / (spread[Math.floor(at / d)] * spread[at % d]),
    )
    const { values } = eigenSymmetric(scaled, d)
    worst = Math.max(worst, values[0] / Math.abs(values[d - 1]))
  }
  return worst
}
