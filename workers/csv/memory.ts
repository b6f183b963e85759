import { EngineError } from '../../contract/errors.ts'
import { phrase, type Phrase } from '../../contract/words/say.ts'
import { freeMemory } from '../free-memory.ts'
import type { RowCollector } from './rows.ts'

/** Follows how much memory a table will need, from what its rows so far take. */
export interface MemoryWatch {
  /** `done` is the share of the table that has been read. Throws where the rest will not fit. */
  see(done: number): void
}

/** Checks are this far apart, as shares of the table. */
const STEP = 1 / 32
/** Rows that tell how many more there will be, and how wide. */
const ENOUGH_ROWS = 1000
/** Rows may be shorter further down. */
const SPARE = 1.1
/** What the column at hand takes besides, to be profiled: a copy of it, and room to count its different numbers. */
const PROFILE_COLUMNS = 2

/** `free` tells the bytes that this process may still take. */
export function watchMemory(name: string, table: RowCollector, free: () => number = freeMemory): MemoryWatch {
  let next = 0
  return {
    see(done) {
      if (done < next || table.rows < ENOUGH_ROWS) return
      next = done + STEP
      const rows = table.rows / done
      table.expected.rows = Math.ceil(rows * SPARE)
      const needed = table.bytes / done + rows * PROFILE_COLUMNS * Float64Array.BYTES_PER_ELEMENT
      const there = table.bytes + free()
      if (needed > there) throw tooLarge(name, needed, there)
    },
  }
}

function tooLarge(name: string, needed: number, there: number): EngineError {
  return new EngineError(
    'too-large',
    phrase(
      'The columns of “{name}” need about {needed} of memory, and {there} are there: {missing} are missing.',
      { name, needed: amount(needed), there: amount(there), missing: amount(needed - there) },
    ),
    phrase('Close other programs, or export fewer rows or columns and open that file.'),
  )
}

function amount(bytes: number): Phrase {
  const gigabytes = bytes / 2 ** 30
  return gigabytes < 1
    ? phrase('{size, number} MB', { size: Math.round(bytes / 2 ** 20) })
    : phrase('{size, number} GB', { size: Math.round(gigabytes * 10) / 10 })
}
