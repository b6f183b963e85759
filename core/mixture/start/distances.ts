import type { Prepared } from '../types.ts'

/** Squared Euclidean distances of all rows from one centre (`centres` at `at`, d numbers) in the prepared units. */
export function squaredDistances(rows: Prepared, centres: Float64Array, at: number, out: Float64Array): void {
  const { dimension, blockRows, blocks } = rows
  for (let from = 0; from < rows.rows; from += blockRows) {
    const used = Math.min(blockRows, rows.rows - from)
    out.fill(0, from, from + used)
    for (let j = 0; j < dimension; j++) {
      const x = from * dimension + j * blockRows
      const c = centres[at + j]
      for (let p = 0; p < used; p++) {
        const gap = blocks[x + p] - c
        out[from + p] += gap * gap
      }
    }
  }
}

/**
 * The nearest of K centres [K × d] for each row, into `labels`; ties to the lower. `nearest` and `scratch` hold n numbers.
 * `stopped` is asked once per centre; false if it was stopped.
 */
export function assignNearest(
  rows: Prepared,
  centres: Float64Array,
  labels: Uint8Array,
  nearest: Float64Array,
  scratch: Float64Array,
  stopped: () => boolean,
): boolean {
  const components = centres.length / rows.dimension
  nearest.fill(Infinity)
  for (let k = 0; k < components; k++) {
    if (stopped()) return false
    squaredDistances(rows, centres, k * rows.dimension, scratch)
    for (let i = 0; i < rows.rows; i++) {
      if (scratch[i] < nearest[i]) {
        nearest[i] = scratch[i]
        labels[i] = k
      }
    }
  }
  return true
}
