export interface Extent {
  low: number
  high: number
}

const known = new WeakMap<Float32Array, Extent>()

/** The smallest and the largest of some values, looked for once; NaN does not count, and of none at all both are NaN. */
export function extentOf(values: Float32Array): Extent {
  const before = known.get(values)
  if (before !== undefined) return before
  let low = Infinity
  let high = -Infinity
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN
    if (value < low) low = value
    if (value > high) high = value
  }
  const extent = low <= high ? { low, high } : { low: NaN, high: NaN }
  known.set(values, extent)
  return extent
}
