/** Distinct texts that one table remembers in all its columns: 16 to 32 bytes each, so at most 64 MB. */
export const DISTINCT_LIMIT = 1 << 21

/** How many more distinct texts a table may remember; shared by its columns. */
export interface DistinctBudget {
  left: number
}

/** The budget of one table. */
export function distinctBudget(): DistinctBudget {
  return { left: DISTINCT_LIMIT }
}

/** Counts different texts without keeping them. */
export interface DistinctTexts {
  add(text: string): void
  /** Exact until the budget is used up, a lower bound from then on. */
  readonly count: number
}

const FIRST_SLOTS = 64

/**
 * Texts are told apart by 53 bits of hash in a table with open addressing: a million of them are counted wrong by one
 * with a chance of 1 in 18,000.
 */
export function countDistinct(budget: DistinctBudget): DistinctTexts {
  let slots = new Float64Array(FIRST_SLOTS)
  let count = 0

  function placeOf(hash: number): number {
    const mask = slots.length - 1
    let place = hash & mask
    while (slots[place] !== 0 && slots[place] !== hash) place = (place + 1) & mask
    return place
  }

  function grow(): void {
    const full = slots
    slots = new Float64Array(2 * full.length)
    for (let i = 0; i < full.length; i++) if (full[i] !== 0) slots[placeOf(full[i])] = full[i]
  }

  return {
    add(text) {
      if (budget.left === 0) return
      const hash = hash53(text)
      const place = placeOf(hash)
      if (slots[place] === hash) return
      slots[place] = hash
      budget.left--
      if (++count > slots.length / 2) grow()
    },
    get count() {
      return count
    },
  }
}

/** From 1 to 2⁵³; two streams of multiply and xor with the finaliser of MurmurHash3 (Appleby 2011). */
function hash53(text: string): number {
  let low = 0x9e3779b9
  let high = 0x85ebca6b
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    low = Math.imul(low ^ code, 0x9e3779b1)
    high = Math.imul(high ^ code, 0x5f356495)
  }
  low = finalise(low ^ (high >>> 15) ^ text.length)
  high = finalise(high ^ (low >>> 13))
  return (high & 0x1fffff) * 4294967296 + low + 1
}

function finalise(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
