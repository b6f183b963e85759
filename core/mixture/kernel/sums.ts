const BLOCKS_PER_FLUSH = 64

/**
 * The sums an M-step needs, per component [K × length]: Σ r, then Σ r y [d], then Σ r y yᵀ [stride], with y the whitened
 * row. Blocks add to `recent`; every 64 blocks it is added, compensated, to `values`.
 */
export interface Sums {
  /** Numbers per component: 1 + d + stride. */
  readonly length: number
  readonly values: Float64Array
  readonly recent: Float64Array
  reset(): void
  /** To be called after each block. */
  advance(): void
  /** To be called after the last block. */
  flush(): void
}

export function createSums(components: number, dimension: number, stride: number): Sums {
  const length = 1 + dimension + stride
  const values = new Float64Array(components * length)
  const lost = new Float64Array(components * length)
  const recent = new Float64Array(components * length)
  let blocks = 0

  function flush(): void {
    for (let i = 0; i < values.length; i++) {
      const term = recent[i] - lost[i]
      const next = values[i] + term
      lost[i] = next - values[i] - term
      values[i] = next
    }
    recent.fill(0)
    blocks = 0
  }

  return {
    length,
    values,
    recent,
    reset() {
      values.fill(0)
      lost.fill(0)
      recent.fill(0)
      blocks = 0
    },
    advance() {
      if (++blocks === BLOCKS_PER_FLUSH) flush()
    },
    flush,
  }
}
