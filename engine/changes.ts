import { matchedLabel, matchPartitions } from '../core/mixture/matching.ts'
import { UNLABELLED } from '../core/mixture/partition.ts'
import { createRankedRows } from '../core/mixture/ranked-rows.ts'
import type { ChangesView } from '../contract/views.ts'
import { createWorkControl } from '../workers/control.ts'
import type { Pool } from '../workers/pool.ts'
import { contingencyOf } from './contingency-of.ts'
import type { Fitted } from './fits/fits.ts'
import { inBlocks } from './in-blocks.ts'
import { labelRows } from './labelling.ts'

const LISTED = 500

/** The rows that two restarts of one fit do not agree on, those that both are sure of first. */
export async function changes(pool: Pool, left: Fitted, right: Fitted): Promise<ChangesView> {
  const control = createWorkControl()
  const sides = [left, right].map(({ fit, mixture }) =>
    labelRows(pool, mixture, fit.columns, { uncertainty: true }, control),
  )
  const [a, b] = await Promise.all(sides)
  const rows = a.labels.length
  const [p, q] = [left.mixture.components, right.mixture.components]
  const match = matchPartitions(await contingencyOf(a.labels, b.labels, p, q))
  const sureOf = ({ uncertainty }: typeof a, row: number) => 1 - (uncertainty?.[row] ?? NaN)

  const ranked = createRankedRows(LISTED)
  let changed = 0
  await inBlocks(rows, (from, to) => {
    for (let row = from; row < to; row++) {
      const own = a.labels[row]
      if (own === UNLABELLED || matchedLabel(match, own) === b.labels[row]) continue
      changed++
      ranked.offer(row, Math.min(sureOf(a, row), sureOf(b, row)))
    }
  })
  const listed = Uint32Array.from(ranked.list(), ({ row }) => row)
  return {
    changed,
    rows: listed,
    left: Uint8Array.from(listed, (row) => a.labels[row]),
    right: Uint8Array.from(listed, (row) => b.labels[row]),
    leftResponsibility: Float64Array.from(listed, (row) => sureOf(a, row)),
    rightResponsibility: Float64Array.from(listed, (row) => sureOf(b, row)),
  }
}
