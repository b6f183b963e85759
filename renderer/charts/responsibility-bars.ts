/** One bar of a histogram of largest responsibilities, in the unit square: left edge, width and height as shares. */
export interface ResponsibilityBar {
  left: number
  width: number
  height: number
  /** Whether all of it lies below the threshold. */
  below: boolean
}

/**
 * Bars of one cluster from 0 to 1. Heights go by the square root of the count beside the most of any cluster: nearly all rows are in
 * the last bin, and those in doubt are to be seen beside them.
 */
export function responsibilityBars(
  counts: ArrayLike<number>,
  most: number,
  threshold: number | null,
): ResponsibilityBar[] {
  const bins = counts.length
  return Array.from(counts).flatMap((count, bin): ResponsibilityBar[] =>
    count === 0
      ? []
      : [
          {
            left: bin / bins,
            width: 1 / bins,
            height: Math.sqrt(count / most),
            below: threshold !== null && (bin + 1) / bins <= threshold,
          },
        ],
  )
}
