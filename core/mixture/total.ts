/** A running sum that carries its rounding errors along (Neumaier 1974). */
export interface Total {
  add(term: number): void
  value(): number
  reset(): void
}

export function createTotal(): Total {
  let sum = 0
  let lost = 0
  return {
    add(term) {
      const next = sum + term
      lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum
      sum = next
    },
    value: () => sum + lost,
    reset() {
      sum = 0
      lost = 0
    },
  }
}
