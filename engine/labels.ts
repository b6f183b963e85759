import type { LabelsView } from '../contract/views.ts'
import { createWorkControl, type WorkControl } from '../workers/control.ts'
import type { Pool } from '../workers/pool.ts'
import type { ClusterLabels } from './cluster-labels.ts'
import type { DrawnRowsOf } from './drawn-rows.ts'
import type { Fitted } from './fits/fits.ts'
import { labelRows } from './labelling.ts'
import { gather } from './sample-rows.ts'

/** Values that are copied before the threads are given them: bounds memory, and how long the engine's thread is taken. */
const GATHERED = 1 << 19

const WANTED = { uncertainty: true, logDensity: true }

/** Labels alone of the rows that `points` draws: taken from those of all rows, which sizes and counterparts are counted from too. */
export async function labelsAlone(
  clusterLabels: (fitted: Pick<Fitted, 'fit' | 'mixture'>) => Promise<Uint8Array>,
  drawnRows: DrawnRowsOf,
  fitted: Pick<Fitted, 'fit' | 'mixture'>,
  limit: number,
): Promise<LabelsView> {
  const { rows } = drawnRows(fitted.fit.columns, limit)
  const all = await clusterLabels(fitted)
  const labels = new Uint8Array(rows.length)
  if (rows.length === all.length) labels.set(all)
  else for (let i = 0; i < rows.length; i++) labels[i] = all[rows[i]]
  return { labels, uncertainty: null, logDensity: null }
}

/**
 * Labels, uncertainties and log densities of the rows that `points` draws for the fit's columns under the same limit. Where those
 * are all rows of the file, their labels are promised to `keep` at once.
 */
export async function labelsOf(
  pool: Pool,
  drawnRows: DrawnRowsOf,
  { fit, mixture }: Pick<Fitted, 'fit' | 'mixture'>,
  limit: number,
  {
    control = createWorkControl(),
    keep,
    partition = null,
    densities = true,
  }: {
    control?: WorkControl
    keep?: ClusterLabels['keep']
    partition?: Uint8Array | null
    densities?: boolean
  } = {},
): Promise<LabelsView> {
  const { rows } = drawnRows(fit.columns, limit)
  const all = rows.length === fit.columns[0]?.length
  const size = all ? rows.length : Math.ceil(GATHERED / fit.columns.length)
  const labels = new Uint8Array(rows.length)
  const uncertainty = densities ? new Float32Array(rows.length) : null
  const logDensity = densities ? new Float32Array(rows.length) : null
  for (let from = 0; from < rows.length; from += size) {
    const columns = all
      ? fit.columns
      : fit.columns.map((column) => gather(column, rows.subarray(from, from + size)))
    const labelling = labelRows(pool, mixture, columns, densities ? WANTED : {}, control, partition)
    if (all && partition === null)
      keep?.(
        mixture,
        labelling.then((each) => each.labels),
      )
    const part = await labelling
    labels.set(part.labels, from)
    uncertainty?.set(part.uncertainty ?? [], from)
    logDensity?.set(part.logDensity ?? [], from)
  }
  return { labels, uncertainty, logDensity }
}
