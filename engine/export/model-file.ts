import type { ModelFile } from '../../contract/schemas.ts'
import type { Fitted } from '../fits/fits.ts'
import { parametersOf } from '../mixture.ts'

/** A restart's model as `basin.model`, version 1, with the program that wrote it. */
export function modelFileOf(
  { fit, restart, logLikelihood, mixture }: Fitted,
  version: string,
): ModelFile & { writer: string } {
  const { columns } = fit.dataset.file
  return {
    format: 'basin.model',
    version: 1,
    writer: `Basin ${version}`,
    columns: fit.names,
    formats: fit.settings.columns.map(
      (column) => columns[column].format ?? { decimal: '.', thousands: '', unit: '' },
    ),
    ...derivedOf(fit),
    scaling: fit.settings.scaling,
    ...(fit.weighting !== null && {
      rowWeights: { column: fit.weighting.column, kind: fit.weighting.kind },
    }),
    ...(mixture.gaps === true && { missing: 'em' as const }),
    covariance: restart.covariance,
    logLikelihood,
    ...parametersOf(mixture),
  }
}

function derivedOf({ dataset, settings }: Fitted['fit']): Pick<ModelFile, 'derived'> {
  const { columns } = dataset.file
  const derived = settings.columns.map((column) => {
    const { derived: how } = columns[column]
    return how === undefined ? null : { of: columns[how.of].name, transform: how.transform }
  })
  return derived.every((how) => how === null) ? {} : { derived }
}

/** The model as the text of a file. */
export function modelText(fitted: Fitted, version: string): string {
  return `${JSON.stringify(modelFileOf(fitted, version), null, 2)}\n`
}
