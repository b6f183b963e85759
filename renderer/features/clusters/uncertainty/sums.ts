/** Of counts by cluster; 0 while there are none. */
export const sumOf = (counts: readonly number[] | undefined): number =>
  (counts ?? []).reduce((sum, count) => sum + count, 0)

/** The most that any bin of a histogram by cluster [clusters × bins] holds. */
export const mostOf = (histogram: Float64Array): number =>
  histogram.reduce((most, count) => Math.max(most, count), 1)
