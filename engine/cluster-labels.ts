import type { Mixture } from '../core/mixture/types.ts'
import { createWorkControl } from '../workers/control.ts'
import type { Pool } from '../workers/pool.ts'
import type { Fitted } from './fits/fits.ts'
import { labelRows } from './labelling.ts'

/** Labels of a restart for every row of its file: 0-based component, 255 for a row with a missing value. */
export type ClusterLabels = (fitted: Fitted) => Promise<Uint8Array>

/** Labellings kept: those of the restarts that are being looked at and compared. */
const KEPT = 8

/** Labels of the restarts asked for last are kept. */
export function createClusterLabels(pool: Pool): ClusterLabels {
  const kept = new Map<Mixture, Promise<Uint8Array>>()
  return ({ fit, mixture }) => {
    const labels =
      kept.get(mixture) ??
      labelRows(pool, mixture, fit.columns, {}, createWorkControl()).then((labelling) => labelling.labels)
    kept.delete(mixture)
    kept.set(mixture, labels)
    labels.catch(() => kept.delete(mixture))
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    return labels
  }
}
