/** Log-likelihoods per restart, growing while the fit runs. Kept out of reactivity: `revision` says when to look again. */
export interface Traces {
  /** What was there from `from` on is replaced. */
  append(restart: string, from: number, values: Float64Array): void
  /** A view of what is there; empty for an unknown restart. */
  of(restart: string): Float64Array
}

const NONE = new Float64Array(0)

export function createTraces(): Traces {
  const held = new Map<string, { values: Float64Array; length: number }>()
  return {
    append: (restart, from, values) => {
      const entry = held.get(restart) ?? { values: new Float64Array(64), length: 0 }
      const length = from + values.length
      if (length > entry.values.length) entry.values = grown(entry.values, length)
      entry.values.set(values, from)
      entry.length = length
      held.set(restart, entry)
    },
    of: (restart) => {
      const entry = held.get(restart)
      return entry === undefined ? NONE : entry.values.subarray(0, entry.length)
    },
  }
}

function grown(values: Float64Array, least: number): Float64Array {
  const larger = new Float64Array(Math.max(least, values.length * 2))
  larger.set(values)
  return larger
}
