const FIRST_CHUNK = 256
const LARGEST_CHUNK = 1 << 17

/** Numbers collected one at a time, without knowing how many will come. */
export interface FloatCollector {
  push(value: number): void
  /** Values [from, to). */
  pushAll(values: Float64Array, from: number, to: number): void
  /** All of them in shared memory, after `before` NaNs. Leaves the collector empty. */
  toShared(before?: number): Float64Array
}

export function collectFloats(): FloatCollector {
  let full: Float64Array[] = []
  let chunk = new Float64Array(FIRST_CHUNK)
  let used = 0
  let earlier = 0

  function begin(): void {
    full.push(chunk)
    earlier += used
    chunk = new Float64Array(Math.min(2 * used, LARGEST_CHUNK))
    used = 0
  }

  return {
    push(value) {
      if (used === chunk.length) begin()
      chunk[used++] = value
    },
    pushAll(values, from, to) {
      for (let i = from; i < to; i++) {
        if (used === chunk.length) begin()
        chunk[used++] = values[i]
      }
    },
    toShared(before = 0) {
      const bytes = (before + earlier + used) * Float64Array.BYTES_PER_ELEMENT
      const all = new Float64Array(new SharedArrayBuffer(bytes))
      all.fill(Number.NaN, 0, before)
      let place = before
      for (const part of [...full, chunk.subarray(0, used)]) {
        all.set(part, place)
        place += part.length
      }
      full = []
      chunk = new Float64Array(FIRST_CHUNK)
      used = 0
      earlier = 0
      return all
    },
  }
}
