import { createRandom } from '../core/random/random.ts'

const SEED = 20_260_101

/** Rows with a finite number in every column, in the file's order. */
export function usableRows(columns: readonly Float64Array[]): Uint32Array {
  const total = columns[0]?.length ?? 0
  const lacking = new Uint8Array(total)
  for (const column of columns) {
    for (let row = 0; row < total; row++) if (!Number.isFinite(column[row])) lacking[row] = 1
  }
  const usable = new Uint32Array(total)
  let count = 0
  for (let row = 0; row < total; row++) if (lacking[row] === 0) usable[count++] = row
  return usable.subarray(0, count)
}

/**
 * At most `limit` of the rows, in their order, each with the same chance (selection sampling, Fan, Muller & Rezucha 1962),
 * and always the same ones for the same rows and limit.
 */
export function sampleRows(rows: Uint32Array, limit: number): Uint32Array {
  if (rows.length <= limit) return rows.slice()
  const random = createRandom(SEED)
  const sample = new Uint32Array(limit)
  let taken = 0
  for (let i = 0; taken < limit; i++)
    if ((rows.length - i) * random.next() < limit - taken) sample[taken++] = rows[i]
  return sample
}

/** The values of a column at some rows, over shared memory. */
export function gather(column: Float64Array, rows: Uint32Array): Float64Array {
  const values = new Float64Array(new SharedArrayBuffer(rows.length * Float64Array.BYTES_PER_ELEMENT))
  for (let i = 0; i < rows.length; i++) values[i] = column[rows[i]]
  return values
}
