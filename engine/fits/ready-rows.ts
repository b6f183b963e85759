import { prepare, type Preparation } from '../../core/mixture/prepare.ts'
import type { Start } from '../../core/mixture/types.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import { createWorkControl, type WorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import { numericColumns } from '../columns.ts'
import { countedColumns } from '../counted-columns.ts'
import type { Dataset } from '../datasets.ts'
import { checkMagnitude, checkMissing, checkRows, checkVariance, checkVolume } from './checks.ts'
import { readStart } from './start.ts'
import { weightsOf, type FileWeights } from './weighting.ts'

/** The rows of a fit, checked and ready for its restarts. */
export interface ReadyRows extends Preparation {
  /** The chosen columns, whole; without a number in the first where a row is left out for its weight. */
  columns: Float64Array[]
  /** Null where every row counts once. */
  weights: FileWeights | null
  start: Start | null
  /** The fit was stopped before they were ready: there are none. */
  stopped: boolean
}

/** Refuses in words what cannot be fitted; prepares the rows of what can. */
export async function readyRows(
  pool: Pool,
  dataset: Dataset,
  settings: FitSettings,
  signal: AbortSignal | undefined,
): Promise<ReadyRows> {
  await checkMissing(dataset, settings, numericColumns(dataset, settings.columns))
  const weights = await weightsOf(dataset, settings)
  const columns = countedColumns(dataset, settings.columns, settings.weights?.column ?? null)
  const ready = await beforeStop(signal, (control) =>
    pool.run('prepare-rows', {
      columns,
      scaling: settings.scaling,
      weighting: weights,
      gaps: settings.missing === 'em',
      noise: settings.noise,
      control: control.buffer,
    }),
  )
  if (ready === null) return { ...prepare([], 'none'), columns, weights, start: null, stopped: true }
  const { prepared, usedRows } = ready
  checkRows(settings, columns, usedRows)
  checkVariance(dataset, settings, columns, usedRows)
  checkMagnitude(dataset, settings, prepared)
  checkVolume(settings, prepared)
  const start =
    settings.start === undefined
      ? null
      : readStart(settings.start, usedRows, dataset.file.rows, columns.length)
  return { prepared, usedRows, columns, weights, start, stopped: false }
}

/** What the work gives, or null as soon as the signal says to stop; the work is told. */
function beforeStop<T>(
  signal: AbortSignal | undefined,
  work: (control: WorkControl) => Promise<T>,
): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const control = createWorkControl()
    const stop = () => {
      control.stop()
      resolve(null)
    }
    if (signal?.aborted === true) stop()
    signal?.addEventListener('abort', stop, { once: true })
    work(control)
      .then(resolve, reject)
      .finally(() => signal?.removeEventListener('abort', stop))
  })
}
