import { usableRows } from '../sample-rows.ts'

/** The rows that a fit used, ascending, over shared memory: every replicate draws from them. */
export function populationOf(columns: readonly Float64Array[]): Uint32Array {
  const rows = usableRows(columns)
  const copy = new Uint32Array(new SharedArrayBuffer(rows.length * Uint32Array.BYTES_PER_ELEMENT))
  copy.set(rows)
  return copy
}
