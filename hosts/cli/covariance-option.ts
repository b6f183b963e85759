import { COVARIANCE_MODELS, type FitSettings } from '../../contract/schemas.ts'
import { UsageError } from './usage-error.ts'

type Covariance = FitSettings['covariances'][number]

const ALIASES: Record<string, Covariance> = { full: 'VVV', tied: 'EEE', diag: 'VVI', spherical: 'VII' }

/** Covariance models by mclust's or scikit-learn's names, with commas, once each; `all` of them. Throws UsageError. */
export function covariancesOf(list: string): Covariance[] {
  const words = list.split(',').map((name) => name.trim())
  if (words.includes('all')) return [...COVARIANCE_MODELS]
  const models = words.map((word) => {
    const model = Object.hasOwn(ALIASES, word) ? ALIASES[word] : COVARIANCE_MODELS.find((one) => one === word)
    if (model !== undefined) return model
    throw new UsageError(
      `--covariance: there is no model “${word}”. There are ${COVARIANCE_MODELS.join(', ')}; full (VVV), tied (EEE), diag (VVI), spherical (VII); or all of them (all).`,
    )
  })
  return [...new Set(models)]
}
