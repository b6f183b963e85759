const MOST_GROUPS = 3
const MOST_ROWS = 8

/** The equal rows among some rows. */
export interface EqualRows {
  distinct: number
  /** Those that equal another one, in the order of `members`. */
  repeated: Uint32Array
  /** The largest groups, largest first, and the first rows of each. */
  groups: number[][]
}

/** Which of the rows `members` of whole columns [d][rows] are equal in every column, gaps included. One pass with a hash table of rows. */
export function equalRows(
  columns: readonly Float64Array[],
  members: Uint32Array,
  proceed: () => void = () => undefined,
): EqualRows {
  const size = 1 << Math.ceil(Math.log2(Math.max(2, 2 * members.length)))
  const table = new Int32Array(size).fill(-1)
  const firsts = new Int32Array(members.length)
  const counts = new Uint32Array(members.length)
  const bits = new DataView(new ArrayBuffer(8))
  let distinct = 0
  for (let i = 0; i < members.length; i++) {
    if ((i & 0xffff) === 0) proceed()
    let at = hashOf(columns, members[i], bits) & (size - 1)
    while (table[at] >= 0 && !areEqual(columns, members[table[at]], members[i])) at = (at + 1) & (size - 1)
    if (table[at] < 0) {
      table[at] = i
      distinct++
    }
    firsts[i] = table[at]
    counts[firsts[i]]++
  }
  const repeated = members.filter((_, i) => counts[firsts[i]] > 1)
  return { distinct, repeated, groups: groupsOf(members, firsts, counts) }
}

function groupsOf(members: Uint32Array, firsts: Int32Array, counts: Uint32Array): number[][] {
  const largest: number[] = []
  for (let i = 0; i < counts.length; i++) {
    if (counts[i] < 2 || (largest.length === MOST_GROUPS && counts[i] <= counts[largest[MOST_GROUPS - 1]]))
      continue
    largest.push(i)
    largest.sort((a, b) => counts[b] - counts[a] || a - b)
    largest.length = Math.min(largest.length, MOST_GROUPS)
  }
  return largest.map((first) => {
    const rows: number[] = []
    for (let i = first; i < members.length && rows.length < MOST_ROWS; i++)
      if (firsts[i] === first) rows.push(members[i])
    return rows
  })
}

/** FNV-1a over the bits of the values; −0 and 0 are equal and hash alike, and so do gaps. */
function hashOf(columns: readonly Float64Array[], row: number, bits: DataView): number {
  let hash = 0x811c9dc5
  for (let j = 0; j < columns.length; j++) {
    const value = columns[j][row]
    bits.setFloat64(0, Number.isNaN(value) ? Infinity : value + 0)
    hash = Math.imul(hash ^ bits.getUint32(0), 0x01000193)
    hash = Math.imul(hash ^ bits.getUint32(4), 0x01000193)
    hash ^= hash >>> 15
  }
  return hash >>> 0
}

function areEqual(columns: readonly Float64Array[], a: number, b: number): boolean {
  for (let j = 0; j < columns.length; j++) if (!sameCell(columns[j][a], columns[j][b])) return false
  return true
}

const sameCell = (a: number, b: number) => a === b || (Number.isNaN(a) && Number.isNaN(b))
