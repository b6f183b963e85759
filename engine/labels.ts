import type { LabelsView } from '../contract/views.ts'
import { createWorkControl } from '../workers/control.ts'
import type { Pool } from '../workers/pool.ts'
import type { Fitted } from './fits/fits.ts'
import { labelRows } from './labelling.ts'
import { gather, sampleRows, usableRows } from './sample-rows.ts'

/** Labels, uncertainties and log densities of the rows that `points` draws for the fit's columns under the same limit. */
export async function labelsOf(pool: Pool, { fit, mixture }: Fitted, limit: number): Promise<LabelsView> {
  const rows = sampleRows(usableRows(fit.columns), limit)
  const columns = fit.columns.map((column) => gather(column, rows))
  const wanted = { uncertainty: true, logDensity: true }
  const { labels, uncertainty, logDensity } = await labelRows(
    pool,
    mixture,
    columns,
    wanted,
    createWorkControl(),
  )
  return {
    labels: labels.slice(),
    uncertainty: Float32Array.from(uncertainty ?? []),
    logDensity: Float32Array.from(logDensity ?? []),
  }
}
