/**
 * The sums an M-step needs, per component [K × length]: Σ r, then Σ r y [d], then Σ r y yᵀ [stride], with y the whitened
 * row. With a noise component, behind them all its Σ r.
 */
export interface Sums {
  /** Numbers per component: 1 + d + stride. */
  readonly length: number
  readonly values: Float64Array
}

export function createSums(components: number, dimension: number, stride: number, noise = false): Sums {
  const length = 1 + dimension + stride
  return { length, values: new Float64Array(components * length + Number(noise)) }
}
