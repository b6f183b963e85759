import { countRows, emptyContingency, type Contingency } from '../core/mixture/partition.ts'
import { inBlocks } from './in-blocks.ts'

/** Counts two labellings of any number of rows against each other without holding the engine's thread. */
export async function contingencyOf(
  a: Uint8Array,
  b: Uint8Array,
  left: number,
  right: number,
): Promise<Contingency> {
  const table = emptyContingency(left, right)
  await inBlocks(a.length, (from, to) => countRows(table, a, b, from, to))
  return table
}
