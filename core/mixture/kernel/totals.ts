/** Running sums of many numbers at once, each carrying its rounding errors along (Neumaier 1974). */
export interface Totals {
  reset(): void
  /** Adds `terms[from]`, `terms[from + 1]`, … to the sums. */
  add(terms: Float64Array, from: number): void
  /** The sums, written to the beginning of `out`. */
  write(out: Float64Array): void
}

export function createTotals(size: number): Totals {
  const memory = new Float64Array(2 * size)
  const sums = memory.subarray(0, size)
  const lost = memory.subarray(size)
  return {
    reset() {
      sums.fill(0)
      lost.fill(0)
    },
    add(terms, from) {
      for (let i = 0; i < size; i++) {
        const sum = sums[i]
        const term = terms[from + i]
        const next = sum + term
        lost[i] += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum
        sums[i] = next
      }
    },
    write(out) {
      for (let i = 0; i < size; i++) out[i] = sums[i] + lost[i]
    },
  }
}
