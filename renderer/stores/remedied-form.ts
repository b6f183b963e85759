import type { CovarianceModel } from '../../core/mixture/types.ts'
import { COVARIANCE_MODELS } from '../../contract/covariance-models.ts'
import type { Remedy } from '../../contract/remedies.ts'
import type { SettingsForm } from './settings-form.ts'

/** The fields that a remedy changes, as they are typed; null where it changes none. */
export function remediedForm(form: Readonly<SettingsForm>, remedy: Remedy): Partial<SettingsForm> | null {
  switch (remedy.kind) {
    case 'regularise':
      return { regularisationKind: 'relative', regularisation: remedy.value.toExponential() }
    case 'covariance':
      return withModel(form, remedy.from, remedy.covariance)
    case 'covariances':
      return alone(remedy.covariances)
    case 'columns':
      return { columns: remedy.columns }
    case 'drop-columns':
      return { columns: form.columns.filter((column) => !remedy.columns.includes(column)) }
    case 'components':
      return {
        components: remedy.from === remedy.to ? String(remedy.to) : `${remedy.from}-${remedy.to}`,
      }
    case 'scale':
      return { scaling: remedy.scaling }
    case 'restarts':
      return { restarts: String(remedy.restarts) }
    case 'iterations':
      return { maxIterations: String(remedy.maxIterations) }
    case 'derive':
    case 'continue':
      return null
  }
}

function alone(covariances: CovarianceModel[]): Partial<SettingsForm> {
  const [only] = covariances
  return covariances.length === 1 && only !== undefined
    ? { covariance: only }
    : { covariance: 'several', covariances }
}

/** Of several models the one at fault alone gives way. */
function withModel(
  { covariance, covariances }: Readonly<SettingsForm>,
  from: CovarianceModel,
  to: CovarianceModel,
): Partial<SettingsForm> {
  if (covariance !== 'all' && covariance !== 'several') return { covariance: to }
  const ticked = covariance === 'all' ? COVARIANCE_MODELS : covariances
  return {
    covariance: 'several',
    covariances: COVARIANCE_MODELS.filter((each) => each === to || (each !== from && ticked.includes(each))),
  }
}
