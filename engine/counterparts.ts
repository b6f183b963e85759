import { EngineError } from '../contract/errors.ts'
import { phrase } from '../contract/words/say.ts'
import type { CounterpartsView } from '../contract/views.ts'
import { matchPartitions } from '../core/mixture/matching.ts'
import { contingency } from '../core/mixture/partition.ts'
import type { Pool } from '../workers/pool.ts'
import type { ClusterLabels } from './cluster-labels.ts'
import type { DrawnRowsOf } from './drawn-rows.ts'
import type { Fitted } from './fits/fits.ts'
import { createSampledLabels } from './sampled-labels.ts'

/** Rows on which components are matched: enough for clusters of a thousandth of them. */
const MATCHED_ROWS = 20_000

/** Which component of the left each one of the right is, by the rows they share. */
export type Counterparts = (left: Fitted, right: Fitted) => Promise<CounterpartsView>

export function createCounterparts(
  pool: Pool,
  drawnRows: DrawnRowsOf,
  clusterLabels: ClusterLabels,
): Counterparts {
  const sampled = createSampledLabels(pool, drawnRows, MATCHED_ROWS, clusterLabels)
  return async (left, right) => {
    refuseOtherColumns(left, right)
    const { labels } = sampled(right.fit.columns)
    const [theirs, ours] = await Promise.all([labels(left.mixture), labels(right.mixture)])
    const table = contingency(ours, theirs, right.mixture.components, left.mixture.components)
    const match = matchPartitions(table)
    return {
      counterparts: Array.from(match, (of, component) =>
        of >= 0 && table.counts[component * table.right + of] > 0 ? of : -1,
      ),
    }
  }
}

function refuseOtherColumns(left: Fitted, right: Fitted): void {
  const [a, b] = [left.fit.settings.columns, right.fit.settings.columns]
  const same = a.length === b.length && a.every((column, j) => column === b[j])
  if (left.fit.dataset.id === right.fit.dataset.id && same) return
  throw new EngineError(
    'invalid-input',
    phrase('Components of fits of other columns cannot be matched.'),
    phrase('Fit the same columns of the same file.'),
  )
}
