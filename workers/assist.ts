import type { Prepared } from '../core/mixture/types.ts'
import type { Desk } from './desk.ts'
import type { Pool } from './pool.ts'

/** What a helper needs of the restart it helps. */
export interface Assisted {
  prepared: Prepared
  /** The fit's shared block. */
  memory: SharedArrayBuffer
  desk: Desk
}

/**
 * Helps a running restart on one thread of the pool; resolves when the restart has ended, the helper was dismissed or its
 * thread died, in which case the restart goes on alone. Never rejects.
 */
export async function assist(pool: Pool, restart: Assisted, signal?: AbortSignal): Promise<void> {
  const { prepared, memory, desk } = restart
  desk.join()
  try {
    await pool.run('assist-restart', { prepared, memory, desk: desk.buffer }, signal && { signal })
  } catch {
    desk.close()
  } finally {
    desk.part()
  }
}
