import type { Mixture } from '../core/mixture/types.ts'
import { createWorkControl } from '../workers/control.ts'
import type { Pool } from '../workers/pool.ts'
import type { Fitted } from './fits/fits.ts'
import { labelRows } from './labelling.ts'

/** Labels of restarts for every row of their file: 0-based component, 255 for a row with a missing value. Those asked for last are kept. */
export interface ClusterLabels {
  (fitted: Pick<Fitted, 'fit' | 'mixture'>): Promise<Uint8Array>
  /** What is kept, or on its way. */
  known(mixture: Mixture): Promise<Uint8Array> | undefined
  /** Keeps labels that are found for another purpose. */
  keep(mixture: Mixture, labels: Promise<Uint8Array>): void
  /** Lets go of all. */
  clear(): void
}

/** Labellings kept: those of the restarts that are being looked at and compared. */
const KEPT = 8

export function createClusterLabels(pool: Pool): ClusterLabels {
  const kept = new Map<Mixture, Promise<Uint8Array>>()

  function keep(mixture: Mixture, labels: Promise<Uint8Array>): void {
    kept.delete(mixture)
    kept.set(mixture, labels)
    labels.catch(() => kept.delete(mixture))
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  }

  function clusterLabels({ fit, mixture }: Pick<Fitted, 'fit' | 'mixture'>): Promise<Uint8Array> {
    const labels =
      kept.get(mixture) ??
      labelRows(pool, mixture, fit.columns, {}, createWorkControl()).then((labelling) => labelling.labels)
    keep(mixture, labels)
    return labels
  }

  return Object.assign(clusterLabels, {
    known: (mixture: Mixture) => kept.get(mixture),
    keep,
    clear: () => kept.clear(),
  })
}
