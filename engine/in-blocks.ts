import { setImmediate } from 'node:timers/promises'

/** Rows between two breaths: a few milliseconds of counting. */
const ROWS = 200_000

/** Visits rows [0, rows) run by run, and lets whatever waits for the engine's thread in between. */
export async function inBlocks(rows: number, visit: (from: number, to: number) => void): Promise<void> {
  for (let from = 0; from < rows; from += ROWS) {
    if (from > 0) await setImmediate()
    visit(from, Math.min(from + ROWS, rows))
  }
}
