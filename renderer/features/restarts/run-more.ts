import { LIMITS } from '../../../contract/limits.ts'
import { say } from '../../../contract/words/say.ts'
import { readTyped } from '../../format/number.ts'

/** How many restarts what was typed asks for, or a sentence that says what to type. `there`: those that each cell has. */
export function readMore(typed: string, there: number): { count: number } | { error: string } {
  const count = readTyped(typed)
  const room = roomFor(there)
  if (room === 0)
    return {
      error: say('There are {most, number} restarts, and no more can be kept.', { most: LIMITS.restarts }),
    }
  if (!Number.isInteger(count) || count < 1 || count > room)
    return { error: say('Type a whole number from 1 to {most, number}.', { most: room }) }
  return { count }
}

/** How many more a cell may have. */
export const roomFor = (there: number): number => Math.max(0, LIMITS.restarts - there)
