/** How much rows count [rows], and what a row counts among its own. */
export interface RowCounts {
  values: Float64Array
  own: 'one' | 'weight'
}

/** What the others of a cluster weigh, of all of it, below which a row is alone but for rounding. */
const ALONE = 1e-12

/**
 * Silhouette widths (Rousseeuw 1987) by Euclidean distance: (b − a) ÷ max(a, b), where a is the mean distance to the other rows of
 * the own cluster and b the least of the mean distances to the rows of another; 0 for the only row of a cluster, NaN for all where
 * there are fewer than two clusters. Columns [d][rows], labels [rows] 0-based below `clusters`. O(rows² · d). `stopped` is asked once
 * a row, and ends it; widths that were not reached are NaN. `weights`: how much each row counts in the means; of those of its own cluster a row is
 * compared with all but one of its cases (`own` is one), or with all but itself (`weight`).
 */
export function silhouetteWidths(
  columns: readonly Float64Array[],
  labels: Uint8Array,
  clusters: number,
  stopped: () => boolean = () => false,
  weights: RowCounts | null = null,
): Float64Array {
  const rows = labels.length
  const each = weights?.values ?? new Float64Array(rows).fill(1)
  const sizes = new Float64Array(clusters)
  for (let i = 0; i < rows; i++) sizes[labels[i]] += each[i]
  const widths = new Float64Array(rows).fill(NaN)
  if (sizes.filter((size) => size > 0).length < 2) return widths
  const squares = new Float64Array(rows)
  const totals = new Float64Array(clusters)
  for (let i = 0; i < rows && !stopped(); i++) {
    squares.fill(0)
    for (const column of columns) {
      const value = column[i]
      for (let j = 0; j < rows; j++) squares[j] += (column[j] - value) ** 2
    }
    totals.fill(0)
    for (let j = 0; j < rows; j++) totals[labels[j]] += each[j] * Math.sqrt(squares[j])
    widths[i] = widthOf(totals, sizes, labels[i], weights?.own === 'weight' ? each[i] : 1)
  }
  return widths
}

function widthOf(totals: Float64Array, sizes: Float64Array, own: number, itself: number): number {
  const others = sizes[own] - itself
  if (others <= ALONE * sizes[own]) return 0
  const within = totals[own] / others
  let next = Infinity
  for (let c = 0; c < sizes.length; c++)
    if (c !== own && sizes[c] > 0) next = Math.min(next, totals[c] / sizes[c])
  const wider = Math.max(within, next)
  return wider > 0 ? (next - within) / wider : 0
}
