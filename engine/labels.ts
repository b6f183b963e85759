import type { LabelsView } from '../contract/views.ts'
import { createWorkControl } from '../workers/control.ts'
import type { Pool } from '../workers/pool.ts'
import type { Fitted } from './fits/fits.ts'
import { labelRows } from './labelling.ts'
import { gather, sampleRows, usableRows } from './sample-rows.ts'

/** Labels and uncertainties of the rows that `points` draws for the fit's columns under the same limit. */
export async function labelsOf(pool: Pool, { fit, mixture }: Fitted, limit: number): Promise<LabelsView> {
  const rows = sampleRows(usableRows(fit.columns), limit)
  const columns = fit.columns.map((column) => gather(column, rows))
  const result = await labelRows(pool, mixture, columns, { uncertainty: true }, createWorkControl())
  return { labels: result.labels.slice(), uncertainty: Float32Array.from(result.uncertainty ?? []) }
}
