import { emptyOverlap, type OverlapSums } from '../../core/mixture/certainty/overlap.ts'
import { lowestShare } from '../../core/mixture/certainty/status.ts'
import { UNLABELLED } from '../../core/mixture/partition.ts'
import type { Mixture } from '../../core/mixture/types.ts'
import type { WorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import type { Fitted } from '../fits/fits.ts'
import { createLabelling, shared } from '../labelling.ts'
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
  /** Rows used. */
  rows: number
  /** The log density that at most this share of the rows used is below; sorted once. */
  lowest(share: number): Promise<number>
}

type Rated = Pick<Fitted, 'mixture'> & { fit: { columns: readonly Float64Array[] } }

export interface Ratings {
  (fitted: Rated, control: WorkControl): Promise<Rating>
  /** Lets go of all. */
  clear(): void
}

/** Ratings kept: those of the restart looked at and the one before. */
const KEPT = 2

/** Rows rated by one task. Sums of segments are added in their order, so that they do not depend on the number of threads. */
const SEGMENT = 32_768

export function createRatings(pool: Pool): Ratings {
  const kept: { mixture: Mixture; rating: Rating }[] = []
  const ratings = async ({ fit, mixture }: Rated, control: WorkControl): Promise<Rating> => {
    const before = kept.find((each) => each.mixture === mixture)
    if (before !== undefined) return before.rating
    const rating = await rate(pool, mixture, fit.columns, control)
    kept.unshift({ mixture, rating })
    kept.length = Math.min(kept.length, KEPT)
    return rating
  }
  return Object.assign(ratings, { clear: () => void (kept.length = 0) })
}

async function rate(
  pool: Pool,
  mixture: Mixture,
  columns: readonly Float64Array[],
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
  const used = labels.reduce((sum, label) => (label === UNLABELLED ? sum : sum + 1), 0)
  return { components, groups, ...room, overlap, rows: used, lowest: lowestOf(pool, logDensity, used) }
}

function lowestOf(pool: Pool, logDensity: Float64Array, rows: number): Rating['lowest'] {
  let sorting: Promise<Float64Array> | null = null
  const sort = async () => {
    const sorted = shared(logDensity.length)
    sorted.set(logDensity)
    await pool.run('sort-numbers', sorted)
    return sorted
  }
  return async (share) => {
    sorting ??= sort()
    sorting.catch(() => (sorting = null))
    return lowestShare(await sorting, rows, share)
  }
}
