import type { Pool } from '../workers/pool.ts'

/** The same threads, of which no more are counted on than is wanted now. */
export function limitedPool(pool: Pool, wanted: () => number | null): Pool {
  return {
    get threads() {
      return Math.min(pool.threads, wanted() ?? pool.threads)
    },
    run: pool.run,
    close: pool.close,
  }
}
