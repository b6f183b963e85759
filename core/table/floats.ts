const CHUNK = 1 << 16

/** Numbers collected one at a time, without knowing how many will come. */
export interface FloatCollector {
  readonly length: number
  push(value: number): void
  /** All of them in shared memory, after `before` NaNs. */
  toShared(before?: number): Float64Array
}

export function collectFloats(): FloatCollector {
  const full: Float64Array[] = []
  let chunk = new Float64Array(CHUNK)
  let used = 0
  return {
    get length() {
      return full.length * CHUNK + used
    },
    push(value) {
      if (used === CHUNK) {
        full.push(chunk)
        chunk = new Float64Array(CHUNK)
        used = 0
      }
      chunk[used++] = value
    },
    toShared(before = 0) {
      const length = before + full.length * CHUNK + used
      const all = new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT))
      all.fill(Number.NaN, 0, before)
      full.forEach((part, i) => all.set(part, before + i * CHUNK))
      all.set(chunk.subarray(0, used), before + full.length * CHUNK)
      return all
    },
  }
}
