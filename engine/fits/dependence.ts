import { dependentColumns } from '../../core/mixture/dependence.ts'
import type { Prepared } from '../../core/mixture/types.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { WarningOf } from '../../contract/warning.ts'
import { phrase, told } from '../../contract/words/say.ts'

/** What to say of every solution whose model sees that columns depend on each other (see `seesDependence`). */
export type Dependence = WarningOf<'dependent-columns'>

/** Null where no column of the rows used is told by others to within the regularisation. `names` of the columns of the fit. */
export function dependenceOf(
  prepared: Prepared,
  { columns, regularisation }: Pick<FitSettings, 'columns' | 'regularisation'>,
  names: readonly string[],
): Dependence | null {
  if (prepared.rows === 0) return null
  const dependent = dependentColumns(prepared, regularisation)
  if (dependent.length === 0) return null
  const { rows, dimension } = prepared
  const listed = dependent.map((at) => phrase('“{name}”', { name: names[at] ?? '' }))
  const said =
    rows <= dimension
      ? phrase(
          '{rows, plural, one {# row} other {# rows}} cannot tell the covariance of {columns} columns. How high log-likelihood and BIC of this model are depends on the regularisation: they do not compare with spherical and diagonal models, nor with another regularisation.',
          { rows, columns: dimension },
        )
      : phrase(
          '{count, plural, one {{columns} is a linear function of other columns} other {{columns} are linear functions of other columns}}. How high log-likelihood and BIC of this model are depends on the regularisation: they compare with other numbers of components, but not with spherical and diagonal models, nor with another regularisation.',
          { count: dependent.length, columns: listed },
        )
  return {
    code: 'dependent-columns',
    ...told(said),
    remedies: [{ kind: 'drop-columns', columns: dependent.map((at) => columns[at]) }],
  }
}
