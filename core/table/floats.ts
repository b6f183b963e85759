/** Little: a table can have as many columns as another has rows. */
const FIRST_CHUNK = 32
const LARGEST_CHUNK = 1 << 17
const BYTES = Float64Array.BYTES_PER_ELEMENT

/** How many rows a table is thought to have, with some to spare; 0 as long as nobody knows. Shared by its columns. */
export interface ExpectedRows {
  rows: number
}

/** Numbers collected one at a time, without knowing how many will come. */
export interface FloatCollector {
  push(value: number): void
  /** Values [from, to). */
  pushAll(values: Float64Array, from: number, to: number): void
  /** What the numbers collected take in memory. */
  readonly bytes: number
  /** All of them in shared memory, after `before` NaNs. Leaves the collector empty. */
  toShared(before?: number): Float64Array
}

/** Once `expected` is known the numbers are where they will stay; without it they are copied at the end. */
export function collectFloats(expected: ExpectedRows = { rows: 0 }): FloatCollector {
  let full: Float64Array[] = []
  let chunk: Float64Array = new Float64Array(FIRST_CHUNK)
  let used = 0
  let earlier = 0

  function begin(): void {
    full.push(chunk)
    earlier += used
    used = 0
    if (expected.rows <= earlier) {
      chunk = new Float64Array(Math.min(2 * chunk.length, LARGEST_CHUNK))
      return
    }
    chunk = joined(expected.rows, 0)
    used = earlier
    full = []
    earlier = 0
  }

  function joined(length: number, place: number): Float64Array<SharedArrayBuffer> {
    const all = new Float64Array(new SharedArrayBuffer(length * BYTES))
    let next = place
    for (const part of full) {
      all.set(part, next)
      next += part.length
    }
    return all
  }

  function behind(before: number): Float64Array {
    const length = before + earlier + used
    if (full.length === 0 && chunk.buffer instanceof SharedArrayBuffer && length <= chunk.length)
      return new Float64Array(chunk.buffer, 0, length).copyWithin(before, 0, used)
    const all = joined(length, before)
    all.set(chunk.subarray(0, used), before + earlier)
    return all
  }

  return {
    push(value) {
      if (used === chunk.length) begin()
      chunk[used++] = value
    },
    pushAll(values, from, to) {
      for (let next = from; next < to;) {
        if (used === chunk.length) begin()
        const end = Math.min(to, next + chunk.length - used)
        chunk.set(values.subarray(next, end), used)
        used += end - next
        next = end
      }
    },
    get bytes() {
      return (earlier + used) * BYTES
    },
    toShared(before = 0) {
      const all = behind(before).fill(Number.NaN, 0, before)
      full = []
      chunk = new Float64Array(FIRST_CHUNK)
      used = 0
      earlier = 0
      return all
    },
  }
}
