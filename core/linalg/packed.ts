/** Entries of the lower triangle of a symmetric matrix of this size, row by row: entry (i, j ≤ i) stands at i(i + 1)/2 + j. */
export function packedLength(size: number): number {
  return (size * (size + 1)) / 2
}

/** A packed symmetric matrix as a full row-major one [size × size], exactly symmetric. */
export function unpack(packed: Float64Array, size: number): Float64Array {
  const full = new Float64Array(size * size)
  for (let i = 0, at = 0; i < size; i++) {
    for (let j = 0; j <= i; j++, at++) {
      full[i * size + j] = packed[at]
      full[j * size + i] = packed[at]
    }
  }
  return full
}
