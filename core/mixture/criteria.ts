import type { CovarianceModel, Criterion } from './types.ts'

/**
 * Free parameters: covariance part + K·d means + K − 1 weights (Celeux & Govaert 1995). A noise component has two more, its weight
 * and its volume, as in mclust.
 */
export function parameterCount(
  covariance: CovarianceModel,
  components: number,
  dimension: number,
  noise = false,
): number {
  const gaussians = covariancePart(covariance, components, dimension) + components * dimension
  return gaussians + components - 1 + (noise ? 2 : 0)
}

function covariancePart(covariance: CovarianceModel, components: number, dimension: number): number {
  const [volume, shape, orientation] = covariance
  const each = (letter: string | undefined, count: number) =>
    letter === 'V' ? components * count : letter === 'E' ? count : 0
  return each(volume, 1) + each(shape, dimension - 1) + each(orientation, (dimension * (dimension - 1)) / 2)
}

/**
 * BIC = p ln n − 2 logL (Schwarz 1978), AIC = 2p − 2 logL (Akaike 1974), ICL = BIC + 2 entropy (Biernacki, Celeux &
 * Govaert 2000). Lower is better for all three; mclust prints BIC with the other sign. `entropy` is −Σ z ln z in nats,
 * `rows` the rows used.
 */
export function criteria(
  logLikelihood: number,
  parameters: number,
  rows: number,
  entropy: number,
): Record<Criterion, number> {
  const bic = parameters * Math.log(rows) - 2 * logLikelihood
  return { bic, aic: 2 * parameters - 2 * logLikelihood, icl: bic + 2 * entropy }
}

/**
 * AICc = AIC + 2p(p + 1)/(n − p − 1) (Hurvich & Tsai 1989): AIC corrected for few rows. Null where n ≤ p + 1, where it is not defined.
 */
export function smallSampleAic(aic: number, parameters: number, rows: number): number | null {
  const spare = rows - parameters - 1
  return spare > 0 ? aic + (2 * parameters * (parameters + 1)) / spare : null
}
