/** The middle of the range, so that what is drawn is offset by at most half of it; NaN entries do not count. */
export function middleOf(values: Float64Array): number {
  let low = Infinity
  let high = -Infinity
  for (let i = 0; i < values.length; i++) {
    if (values[i] < low) low = values[i]
    if (values[i] > high) high = values[i]
  }
  return low <= high ? low + (high - low) / 2 : 0
}

/** Values as offsets from a centre, so that Float32 keeps their digits. */
export function about(centre: number, values: Float64Array): Float32Array {
  const out = new Float32Array(values.length)
  for (let i = 0; i < values.length; i++) out[i] = values[i] - centre
  return out
}
