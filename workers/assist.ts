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
 * Helps a running restart on one thread of the pool. Ends when the restart has ended, the helper was dismissed or its thread
 * died, in which case the restart goes on alone. Never rejects; resolves to the segments that were summed.
 */
export async function assist(pool: Pool, restart: Assisted, signal?: AbortSignal): Promise<number> {
  const { prepared, memory, desk } = restart
  desk.join()
  try {
    const input = { prepared, memory, desk: desk.buffer }
    const { segments } = await pool.run('assist-restart', input, signal && { signal })
    return segments
  } catch {
    desk.close()
    return 0
  } finally {
    desk.part()
  }
}
