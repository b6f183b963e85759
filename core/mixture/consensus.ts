import { matchedLabel } from './matching.ts'
import { UNLABELLED } from './partition.ts'

/**
 * Adds `weight` to the votes of each row of [from, to) that a labelling puts into the cluster that matches the row's own
 * one of the reference (votes after matching: Dudoit & Fridlyand 2003). `match[b]` is the reference's cluster of cluster b.
 * Noise matches noise. Rows that the reference leaves unlabelled (255) get none.
 */
export function addVotes(
  votes: Uint32Array,
  reference: Uint8Array,
  labels: Uint8Array,
  match: Int32Array,
  weight: number,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row++) {
    const own = reference[row]
    if (own !== UNLABELLED && matchedLabel(match, labels[row]) === own) votes[row] += weight
  }
}

/** How often rows are put together (co-association: Fred & Jain 2005), by the distinct ways in which they are labelled. */
export interface Coassignment {
  /** [rows]; rows with equal labels in every labelling share a pattern. */
  pattern: Uint32Array
  /** A row of each pattern. */
  example: number[]
}

/** The distinct patterns of labels over several labellings of the same rows. */
export function labelPatterns(labellings: readonly Uint8Array[], rows: number): Coassignment {
  const known = new Map<string, number>()
  const example: number[] = []
  const pattern = new Uint32Array(rows)
  for (let row = 0; row < rows; row++) {
    const key = labellings.map((labels) => labels[row]).join(' ')
    let at = known.get(key)
    if (at === undefined) {
      at = example.push(row) - 1
      known.set(key, at)
    }
    pattern[row] = at
  }
  return { pattern, example }
}

/** Fills one row of the matrix of patterns [patterns]: the share of all weights whose labellings put both into one cluster. */
export function coassign(
  labellings: readonly Uint8Array[],
  weights: readonly number[],
  { example }: Coassignment,
  at: number,
  out: Float32Array,
): void {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const own = example[at]
  for (let other = 0; other < example.length; other++) {
    let together = 0
    for (let s = 0; s < labellings.length; s++)
      if (labellings[s][own] === labellings[s][example[other]]) together += weights[s]
    out[other] = together / total
  }
}

/**
 * Of each pattern the mean share with which it is put together with the rows of its own cluster, its own rows included.
 * `together` [patterns × patterns] as `coassign` fills it; `clusters` [rows], 0-based.
 */
export function cohesion(
  together: Float32Array,
  { pattern, example }: Coassignment,
  clusters: Uint8Array,
): Float64Array {
  const count = example.length
  const rows = new Float64Array(count)
  for (const at of pattern) rows[at] += 1
  return Float64Array.from(example, (own, at) => {
    let sum = 0
    let size = 0
    for (let other = 0; other < count; other++) {
      if (clusters[example[other]] !== clusters[own]) continue
      sum += rows[other] * together[at * count + other]
      size += rows[other]
    }
    return sum / size
  })
}
