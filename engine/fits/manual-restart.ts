import type { Start } from '../../core/mixture/types.ts'
import type { More } from '../../contract/extension.ts'
import type { Addition } from './addition.ts'
import { cellName } from './cells.ts'
import { checkModels } from './check-models.ts'
import { checkRows, checkVariance } from './checks.ts'
import type { ReadyRows } from './ready-rows.ts'
import type { Fit } from './run.ts'

/** A restart from a start of the person's own, under the settings of the fit; in a cell of its own where there is none. */
export function manualRestart(
  fit: Fit,
  { components, covariance }: Extract<More, { kind: 'manual' }>,
  start: Start,
  { columns, usedRows }: ReadyRows,
): Addition {
  const settings: Fit['settings'] = {
    ...fit.settings,
    components: { from: components, to: components },
    covariances: [covariance],
    strategy: 'full',
    refinements: 0,
  }
  delete settings.start
  checkModels(settings)
  checkRows(settings, columns, usedRows)
  checkVariance(fit.dataset, settings, columns, usedRows)
  const name = cellName({ components, covariance })
  const index = fit.plan.filter((restart) => cellName(restart) === name && restart.start !== undefined).length
  const id = `${name}-given-${index}`
  return {
    planned: [{ id, components, covariance, index, seed: 0, initialisation: 'given', start }],
    settings,
    past: fit,
    ordered: false,
    inParts: false,
    closed: (records) => ({ ...records, extension: { kind: 'manual', restart: id } }),
  }
}
