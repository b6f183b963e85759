import { UNLABELLED } from '../../core/mixture/partition.ts'
import { createRankedRows } from '../../core/mixture/ranked-rows.ts'
import type { AgreementView } from '../../contract/views.ts'
import { createWorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import type { DrawnRowsOf } from '../drawn-rows.ts'
import { inBlocks } from '../in-blocks.ts'
import { labelRows } from '../labelling.ts'
import { gather } from '../sample-rows.ts'
import type { Votes } from './votes.ts'

const LISTED = 500

/** What a page shows of the votes: how many rows have how many, those drawn, and the rows agreed on least. */
export async function agreementView(
  pool: Pool,
  drawnRows: DrawnRowsOf,
  counted: Votes,
  limit: number,
): Promise<AgreementView> {
  const { electorate, labels, votes } = counted
  const { solutions, total, reference } = electorate
  const counts = new Uint32Array(total + 1)
  const ranked = createRankedRows(LISTED)
  await inBlocks(labels.length, (from, to) => {
    for (let row = from; row < to; row++) {
      if (labels[row] === UNLABELLED) continue
      counts[votes[row]] += 1
      if (votes[row] < total) ranked.offer(row, -votes[row])
    }
  })
  const rows = Uint32Array.from(ranked.list(), ({ row }) => row)
  const drawn = drawnRows(reference.fit.columns, limit).rows
  return {
    solutions: solutions.map(({ id }) => id),
    total,
    counts,
    drawn: Float32Array.from(drawn, (row) => votes[row] / total),
    fragile: {
      rows,
      votes: Uint32Array.from(rows, (row) => votes[row]),
      cluster: Uint8Array.from(rows, (row) => labels[row]),
      elsewhere: await elsewhereOf(pool, counted, rows),
    },
  }
}

/** For some rows the cluster that has the most votes of those that are not their own, the lower where two have as many. */
async function elsewhereOf(pool: Pool, counted: Votes, rows: Uint32Array): Promise<Uint8Array> {
  const { electorate, labels, matches } = counted
  const { components } = electorate.reference.mixture
  const columns = electorate.reference.fit.columns.map((column) => gather(column, rows))
  const votes = new Float64Array(rows.length * components)
  for (const [s, { fitted, weight }] of electorate.solutions.entries()) {
    const theirs = await labelRows(pool, fitted.mixture, columns, {}, createWorkControl())
    theirs.labels.forEach((label, i) => {
      votes[i * components + matches[s][label]] += weight
    })
  }
  return Uint8Array.from(rows, (row, i) => {
    let best = -1
    for (let k = 0; k < components; k++) {
      if (k === labels[row]) continue
      if (best < 0 || votes[i * components + k] > votes[i * components + best]) best = k
    }
    return best
  })
}
