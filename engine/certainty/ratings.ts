import { emptyOverlap, type OverlapSums } from '../../core/mixture/certainty/overlap.ts'
import { lowestShare, lowestShareByWeight } from '../../core/mixture/certainty/status.ts'
import { UNLABELLED } from '../../core/mixture/partition.ts'
import { weightAt } from '../../core/mixture/row-weights.ts'
import type { Mixture } from '../../core/mixture/types.ts'
import type { WorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import type { Fitted } from '../fits/fits.ts'
import { createLabelling, shared } from '../labelling.ts'
import { rowWeightsOf } from '../row-weights.ts'
import { cancelled } from '../work.ts'

/** What a mixture makes of every row of a file. Arrays over shared memory. */
export interface Rating {
  components: number
  /** Of the overlap: the components, and the noise behind them where there is one. */
  groups: number
  /** 0-based component; 254 for noise, 255 for a row that is not used. */
  labels: Uint8Array
  /** NaN for a row that is not used, as the log density. */
  uncertainty: Float64Array
  logDensity: Float64Array
  /** In nats. */
  entropy: Float64Array
  overlap: OverlapSums
  /** What each row of the file counts for; null where each counts once. */
  weights: Float64Array | null
  /** Rows used. */
  rows: number
  /** What they count for in all. */
  count: number
  /** The log density that rows of at most this share of what all count for are below; sorted once. */
  lowest(share: number): Promise<number>
}

export interface Rated {
  mixture: Mixture
  columns: readonly Float64Array[]
  weights: Float64Array | null
}

export interface Ratings {
  (fitted: Pick<Fitted, 'fit' | 'mixture'>, control: WorkControl): Promise<Rating>
  /** Lets go of all. */
  clear(): void
}

/** Ratings kept: those of the restart looked at and the one before. */
const KEPT = 2

/** Rows rated by one task. Sums of segments are added in their order, so that they do not depend on the number of threads. */
const SEGMENT = 32_768

export function createRatings(pool: Pool): Ratings {
  const kept: { mixture: Mixture; rating: Rating }[] = []
  const ratings = async (
    { fit, mixture }: Pick<Fitted, 'fit' | 'mixture'>,
    control: WorkControl,
  ): Promise<Rating> => {
    const before = kept.find((each) => each.mixture === mixture)
    if (before !== undefined) return before.rating
    const rating = await rate(pool, { mixture, columns: fit.columns, weights: rowWeightsOf(fit) }, control)
    kept.unshift({ mixture, rating })
    kept.length = Math.min(kept.length, KEPT)
    return rating
  }
  return Object.assign(ratings, { clear: () => void (kept.length = 0) })
}

/** Rates all rows of the columns. */
export async function rate(
  pool: Pool,
  { mixture, columns, weights }: Rated,
  control: WorkControl,
): Promise<Rating> {
  const { components } = mixture
  const rows = columns[0].length
  control.report(0, rows, 0)
  const { labels } = createLabelling(rows, components, {})
  const [uncertainty, logDensity, entropy] = [shared(rows), shared(rows), shared(rows)]
  const room = { labels, uncertainty, logDensity, entropy }
  const segments = await Promise.all(
    Array.from({ length: Math.ceil(rows / SEGMENT) }, (_, at) =>
      pool.run('rate-rows', {
        mixture,
        columns: [...columns],
        weights,
        from: at * SEGMENT,
        to: Math.min((at + 1) * SEGMENT, rows),
        ...room,
        control: control.buffer,
      }),
    ),
  )
  if (control.stopped()) throw cancelled()
  const groups = components + (mixture.noise === undefined ? 0 : 1)
  const overlap = emptyOverlap(groups)
  for (const sums of segments) for (let i = 0; i < sums.length; i++) overlap[i] += sums[i]
  let [used, count] = [0, 0]
  for (let row = 0; row < rows; row++) {
    if (labels[row] === UNLABELLED) continue
    used++
    count += weightAt(weights, row)
  }
  const lowest = lowestOf(pool, logDensity, used, weights)
  return { components, groups, ...room, overlap, weights, rows: used, count, lowest }
}

function lowestOf(
  pool: Pool,
  logDensity: Float64Array,
  rows: number,
  weights: Float64Array | null,
): Rating['lowest'] {
  let sorting: Promise<{ sorted: Float64Array; ends: Float64Array | null }> | null = null
  const sort = async () => {
    const sorted = shared(logDensity.length)
    sorted.set(logDensity)
    return { sorted, ends: await pool.run('sort-numbers', { numbers: sorted, weights }) }
  }
  return async (share) => {
    sorting ??= sort()
    sorting.catch(() => (sorting = null))
    const { sorted, ends } = await sorting
    return ends === null ? lowestShare(sorted, rows, share) : lowestShareByWeight(sorted, ends, share)
  }
}
