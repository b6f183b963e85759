/** Mean [d] and covariance [d × d, row-major, divisor the number of rows] of some rows. */
export interface Moments {
  mean: Float64Array
  covariance: Float64Array
}

/** Of the rows `members` of whole columns [d][rows], in two passes; zeros where there are none. */
export function momentsOf(
  columns: readonly Float64Array[],
  members: Uint32Array,
  proceed: () => void = () => undefined,
): Moments {
  const d = columns.length
  const count = Math.max(1, members.length)
  const mean = new Float64Array(d)
  const covariance = new Float64Array(d * d)
  for (let j = 0; j < d; j++) {
    const origin = members.length === 0 ? 0 : columns[j][members[0]]
    let sum = 0
    for (let i = 0; i < members.length; i++) sum += columns[j][members[i]] - origin
    mean[j] = origin + sum / count
    proceed()
  }
  const apart = new Float64Array(d)
  for (let i = 0; i < members.length; i++) {
    if ((i & 0xffff) === 0) proceed()
    for (let j = 0; j < d; j++) apart[j] = columns[j][members[i]] - mean[j]
    for (let j = 0; j < d; j++)
      for (let t = 0; t <= j; t++) covariance[j * d + t] += (apart[j] * apart[t]) / count
  }
  for (let j = 0; j < d; j++) for (let t = 0; t < j; t++) covariance[t * d + j] = covariance[j * d + t]
  return { mean, covariance }
}

/** Standard deviations [d] of some rows, column by column, of the values that each column has in them. */
export function spreadsOf(
  columns: readonly Float64Array[],
  members: Uint32Array,
  proceed: () => void = () => undefined,
): Float64Array {
  return Float64Array.from(columns, (column) => {
    const { covariance } = momentsOf([column], withValues([column], members), proceed)
    return Math.sqrt(covariance[0])
  })
}

/** Those of the rows that have a value in each of the columns. */
export function withValues(columns: readonly Float64Array[], members: Uint32Array): Uint32Array {
  return members.filter((row) => columns.every((column) => Number.isFinite(column[row])))
}
