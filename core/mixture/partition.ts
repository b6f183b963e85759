/** Label of a row that belongs to no cluster, in arrays of labels. */
export const UNLABELLED = 255

/** Label of a row that is noise, in arrays of labels: above every component. */
export const NOISE_LABEL = 254

/** Whether a label is a cluster: neither noise nor unlabelled. */
export const isCluster = (label: number): boolean => label < NOISE_LABEL

/** The place of a label where noise counts as one more group behind so many components. Of rows that have a label. */
export const groupOf = (label: number, components: number): number =>
  label === NOISE_LABEL ? components : label

/** Rows by (left cluster, right cluster). */
export interface Contingency {
  left: number
  right: number
  /** [left × right] row-major. */
  counts: Float64Array
  leftSizes: Float64Array
  rightSizes: Float64Array
  rows: number
}

/** Counts two labellings (0-based, equal length) against each other. Rows that either leaves unlabelled (255) or takes for noise (254) are left out. */
export function contingency(a: Uint8Array, b: Uint8Array, left: number, right: number): Contingency {
  const table = emptyContingency(left, right)
  countRows(table, a, b, 0, a.length)
  return table
}

/** A table of so many clusters with no rows in it. */
export function emptyContingency(left: number, right: number): Contingency {
  return {
    left,
    right,
    counts: new Float64Array(left * right),
    leftSizes: new Float64Array(left),
    rightSizes: new Float64Array(right),
    rows: 0,
  }
}

/** Adds rows [from, to) of two labellings to a table; those that either leaves unlabelled (255) or takes for noise (254) are left out. */
export function countRows(table: Contingency, a: Uint8Array, b: Uint8Array, from: number, to: number): void {
  const { counts, leftSizes, rightSizes, right } = table
  for (let i = from; i < to; i++) {
    const p = a[i]
    const q = b[i]
    if (!isCluster(p) || !isCluster(q)) continue
    counts[p * right + q] += 1
    leftSizes[p] += 1
    rightSizes[q] += 1
    table.rows++
  }
}

/** Adjusted Rand index (Hubert & Arabie 1985): 1 for equal partitions, about 0 for unrelated ones. */
export function adjustedRandIndex(table: Contingency): number {
  const together = pairs(table.counts)
  const left = pairs(table.leftSizes)
  const right = pairs(table.rightSizes)
  const all = (table.rows * (table.rows - 1)) / 2
  const expected = all > 0 ? (left / all) * right : 0
  const most = (left + right) / 2
  return most === expected ? 1 : (together - expected) / (most - expected)
}

/** Variation of information H(A) + H(B) − 2 I(A, B) in nats (Meila 2007): 0 for equal partitions, a metric. */
export function variationOfInformation(table: Contingency): number {
  let sum = 0
  for (let a = 0; a < table.left; a++) {
    for (let b = 0; b < table.right; b++) {
      const shared = table.counts[a * table.right + b]
      if (shared === 0) continue
      const odds = Math.log(shared / table.leftSizes[a]) + Math.log(shared / table.rightSizes[b])
      sum -= (shared / table.rows) * odds
    }
  }
  return Math.max(0, sum)
}

function pairs(counts: Float64Array): number {
  return counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
}
