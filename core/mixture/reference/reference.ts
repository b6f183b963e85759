import type { CovarianceModel, Mixture } from '../types.ts'

/** Parameters as a reference file stores them; see README.md beside this file. */
export interface ReferenceParameters {
  weights: number[]
  means: number[]
  covariances: number[]
}

export interface ReferenceFit {
  covariance: CovarianceModel
  components: number
  regularisation: number
  start: 'kmeans' | 'quantile' | 'soft'
  status: 'converged' | 'singular' | 'maxit'
  /** Log-likelihood after the M-step of this number. */
  trace: Record<string, number>
  after1?: ReferenceParameters
  after5?: ReferenceParameters
  final?: ReferenceParameters
  logLikelihood?: number
  bic?: number
  aic?: number
  icl?: number
}

/** One reference file, parsed. */
export interface Reference {
  dataset: string
  columns: string[]
  /** One digit per row (1-based label) by `components:name`. */
  starts: Record<string, string>
  fits: ReferenceFit[]
}

/** Numeric columns of a plain CSV by name. */
export function columnsOf(text: string, names: readonly string[]): Float64Array[] {
  const [header = '', ...lines] = text.trim().split(/\r?\n/)
  const places = names.map((name) => header.split(',').indexOf(name))
  const cells = lines.map((line) => line.split(','))
  return places.map((place) => Float64Array.from(cells, (row) => Number(row[place])))
}

/** The start called `soft`: responsibilities [rows × K] row-major. */
export function softStart(rows: number, components: number): Float64Array {
  const z = new Float64Array(rows * components)
  for (let i = 0; i < rows; i++) {
    let sum = 0
    for (let k = 0; k < components; k++)
      sum += z[i * components + k] = 1 + ((31 * i + 17 * k + 7 * i * k) % 101)
    for (let k = 0; k < components; k++) z[i * components + k] /= sum
  }
  return z
}

/** Stored parameters with full covariance matrices, components as they stand. */
export function expand(stored: ReferenceParameters, covariance: CovarianceModel): Mixture {
  const components = stored.weights.length
  const d = stored.means.length / components
  const covariances = new Float64Array(components * d * d)
  const diagonal = covariance.endsWith('I')
  const spherical = covariance === 'EII' || covariance === 'VII'
  const shared = covariance === 'EII' || covariance === 'EEI' || covariance === 'EEE'
  const length = spherical ? 1 : diagonal ? d : (d * (d + 1)) / 2
  for (let k = 0; k < components; k++) {
    const from = shared ? 0 : k * length
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) {
        const packed = i >= j ? (i * (i + 1)) / 2 + j : (j * (j + 1)) / 2 + i
        const place = from + (spherical ? 0 : diagonal ? i : packed)
        covariances[(k * d + i) * d + j] = diagonal && i !== j ? 0 : stored.covariances[place]
      }
    }
  }
  return {
    components,
    dimension: d,
    weights: Float64Array.from(stored.weights),
    means: Float64Array.from(stored.means),
    covariances,
  }
}
