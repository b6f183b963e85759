/** Different numbers that one table in the nearest cache holds. */
const FEW = 2048
/** Numbers of one part, on average: few enough for that table. */
const PART = 1024
/** As a power of two: more would fall out of the nearest cache while they are dealt. */
const MOST_PARTS = 12

/** How many different numbers there are, exactly. NaN is left out, and −0 is 0. */
export function countDistinctNumbers(values: Float64Array): number {
  const set = numberSet(values.length)
  const end = set.addAll(values, 0, values.length, FEW)
  return end === values.length ? set.count : countByParts(values)
}

/** Numbers are dealt by their hashes into parts that have none in common: a table of all of them would miss every cache. */
function countByParts(values: Float64Array): number {
  const parts = 2 ** Math.min(MOST_PARTS, Math.ceil(Math.log2(values.length / PART)))
  const halves = halvesOf(values)
  const places = new Uint32Array(parts + 1)
  for (let i = 0; i < values.length; i++) {
    if (values[i] === values[i]) places[hashOf(halves[2 * i], halves[2 * i + 1]) & (parts - 1)]++
  }
  let sum = 0
  for (let part = 0; part <= parts; part++) {
    const count = places[part]
    places[part] = sum
    sum += count
  }
  const dealt = new Float64Array(sum)
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (value === value) dealt[places[hashOf(halves[2 * i], halves[2 * i + 1]) & (parts - 1)]++] = value
  }
  const set = numberSet(FEW)
  let distinct = 0
  let from = 0
  for (let part = 0; part < parts; part++) {
    set.clear()
    set.addAll(dealt, from, places[part], Infinity)
    distinct += set.count
    from = places[part]
  }
  return distinct
}

/** Open addressing, at most half full; NaN is a free slot. `most` numbers need no growing, as far as they are few. */
function numberSet(most: number) {
  let slots = new Float64Array(2 ** Math.ceil(Math.log2(2 * Math.max(8, Math.min(FEW, most))))).fill(
    Number.NaN,
  )
  let count = 0

  function grow(): void {
    const full = slots
    slots = new Float64Array(2 * full.length).fill(Number.NaN)
    count = 0
    addAll(full, 0, full.length, Infinity)
  }

  /** Adds numbers until there are `most` different ones; gives the place behind the last. */
  function addAll(values: Float64Array, from: number, to: number, most: number): number {
    const halves = halvesOf(values)
    let table = slots
    let mask = table.length - 1
    for (let i = from; i < to; i++) {
      const value = values[i]
      if (value !== value) continue
      let place = (hashOf(halves[2 * i], halves[2 * i + 1]) >>> 12) & mask
      let held = table[place]
      while (held === held && held !== value) {
        place = (place + 1) & mask
        held = table[place]
      }
      if (held === value) continue
      table[place] = value
      if (++count >= most) return i + 1
      if (2 * count > table.length) {
        grow()
        table = slots
        mask = table.length - 1
      }
    }
    return to
  }

  return {
    get count() {
      return count
    },
    addAll,
    clear() {
      slots.fill(Number.NaN)
      count = 0
    },
  }
}

/** Low half first: the processors we run on are little-endian. */
function halvesOf(values: Float64Array): Uint32Array {
  return new Uint32Array(values.buffer, values.byteOffset, 2 * values.length)
}

/** Of the bits without the sign, for −0 equals 0; by the finaliser of MurmurHash3 (Appleby 2011). */
function hashOf(low: number, high: number): number {
  let mixed = Math.imul(low, 0x9e3779b1) ^ (high & 0x7fffffff)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
