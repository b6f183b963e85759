import type { Asked, Looked } from '../../core/mixture/preflight/concern.ts'
import { restartSeed } from '../../core/random/seed.ts'
import { dealInitialisation } from '../../core/mixture/deal.ts'
import type { RestartRequest } from '../../core/mixture/types.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { ForecastView } from '../../contract/views.ts'
import type { WorkControl } from '../../workers/control.ts'
import { freeMemory } from '../../workers/free-memory.ts'
import type { Pool } from '../../workers/pool.ts'
import { numericColumns } from '../columns.ts'
import type { Dataset } from '../datasets.ts'
import { triesOf } from '../fits/cell-improvement.ts'
import { checkModels } from '../fits/check-models.ts'
import { fitBytes } from '../fits/fit-bytes.ts'
import { planRestarts } from '../fits/plan.ts'
import { requestOf } from '../fits/request.ts'
import { estimateSeconds, trialCells } from './estimate.ts'
import { memoryWarning, warningsOf } from './warnings.ts'

/** What can be known of a fit without running it. Throws `invalid-input` where its columns or models do not go together. */
export async function forecast(
  pool: Pool,
  dataset: Dataset,
  settings: FitSettings,
  trials: boolean,
  control: WorkControl,
): Promise<ForecastView> {
  checkModels(settings)
  const values = numericColumns(dataset, settings.columns)
  const columns = settings.columns.map((index, j): Looked => {
    const { type, reason } = dataset.file.columns[index]
    return { index, identifier: type === 'identifier' ? reason : '', values: values[j] }
  })
  const [weights = null] = settings.weights === null ? [] : numericColumns(dataset, [settings.weights.column])
  const cells = trials ? trialCells(settings) : []
  const requests = cells.map((cell) => trialOf(cell, settings))
  const { foresight, pilots } = await pool.run('look-ahead', {
    columns,
    weights,
    asked: askedOf(settings),
    requests,
    control: control.buffer,
  })
  const { rowsUsed, concerns } = foresight
  const tried = cells.flatMap((cell, i) => {
    const pilot = pilots[i]
    return pilot === null ? [] : [{ ...cell, pilot }]
  })
  const plan = planRestarts(settings)
  const refined = plan.some(({ components }) => triesOf(settings, components) > 0)
  const { rows, curves, found, labels } = fitBytes(
    rowsUsed,
    settings,
    plan,
    plan.length + (refined ? pool.threads : 0),
  )
  const bytes = rows + curves + found + labels
  const freeBytes = freeMemory()
  return {
    rowsUsed,
    warnings: [
      ...memoryWarning(bytes, freeBytes, curves, settings.restarts),
      ...warningsOf(concerns, dataset, settings),
    ],
    seconds: estimateSeconds(settings, tried, rowsUsed, pool.threads),
    bytes,
    freeBytes,
  }
}

function askedOf({
  covariances,
  components,
  scaling,
  prior,
  eigenvalueRatio,
  regularisation,
  missing,
}: FitSettings): Asked {
  const gaps = missing === 'em'
  return { covariances, components, scaling, prior, eigenvalueRatio, regularisation, gaps }
}

/** The first restart of a cell. A start of the person's own is not tried: it may be of other rows. */
function trialOf(
  { covariance, components }: ReturnType<typeof trialCells>[number],
  settings: FitSettings,
): RestartRequest {
  const planned = {
    id: '',
    covariance,
    components,
    index: 0,
    seed: restartSeed(settings.seed, components, covariance, 0),
    initialisation: dealInitialisation(settings.initialisation, 0),
  }
  return requestOf(planned, settings)
}
