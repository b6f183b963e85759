import { createRandom } from '../random/random.ts'

/** How rows are drawn again: as many with repeats (Efron 1979), or a share of them without. */
export type ResamplingScheme = 'bootstrap' | 'subsample'

/** Share of the rows in a subsample. */
export const SUBSAMPLE_SHARE = 0.8

/** Rows drawn again from others: which of them, and how. */
export interface Resampling {
  /** Row indices, ascending. */
  rows: Uint32Array
  scheme: ResamplingScheme
  /** Unsigned 32-bit; the same seed draws the same rows. */
  seed: number
}

/**
 * The rows of one replicate, ascending, with repeats under `bootstrap`; over shared memory. A subsample has round(0.8 n) of the n
 * rows, at least one, drawn by selection sampling (Knuth 1981, algorithm S).
 */
export function resample({ rows, scheme, seed }: Resampling): Uint32Array {
  const random = createRandom(seed)
  const total = rows.length
  if (scheme === 'bootstrap') {
    const times = new Uint32Array(total)
    for (let i = 0; i < total; i++) times[random.below(total)]++
    const drawn = sharedRows(total)
    for (let i = 0, at = 0; i < total; i++) for (let t = times[i]; t > 0; t--) drawn[at++] = rows[i]
    return drawn
  }
  const wanted = Math.min(total, Math.max(1, Math.round(SUBSAMPLE_SHARE * total)))
  const drawn = sharedRows(wanted)
  for (let i = 0, at = 0; at < wanted; i++)
    if (random.next() * (total - i) < wanted - at) drawn[at++] = rows[i]
  return drawn
}

function sharedRows(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT))
}
