import { LIMITS } from '../../../contract/limits.ts'
import { formatCount, readTyped } from '../../format/number.ts'

/** How many restarts what was typed asks for, or a sentence that says what to type. `there`: those that each cell has. */
export function readMore(typed: string, there: number): { count: number } | { error: string } {
  const count = readTyped(typed)
  const room = roomFor(there)
  if (room === 0)
    return { error: `There are ${formatCount(LIMITS.restarts)} restarts, and no more can be kept.` }
  if (!Number.isInteger(count) || count < 1 || count > room)
    return { error: `Type a whole number from 1 to ${formatCount(room)}.` }
  return { count }
}

/** How many more a cell may have. */
export const roomFor = (there: number): number => Math.max(0, LIMITS.restarts - there)
