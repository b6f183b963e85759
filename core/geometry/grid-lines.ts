/** Lines through a component narrower than the grid, in its standard deviations from its mean. */
const STEPS = [-3, -2.25, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2.25, 3]
const MOST_EXTRA = 400

/**
 * The lines of a grid from `from` to `to`, in rising order: `count` at equal distances, and more where a component (its mean and
 * standard deviation along the axis) would fall between two of them, as far as these are few.
 */
export function gridLines(
  from: number,
  to: number,
  count: number,
  components: readonly { mean: number; deviation: number }[],
): Float64Array {
  const gap = (to - from) / (count - 1)
  const lines = Array.from({ length: count }, (_, i) => from + i * gap)
  const narrow = components.filter(
    ({ mean, deviation }) => deviation > 0 && deviation < gap && mean > from && mean < to,
  )
  if (narrow.length * STEPS.length <= MOST_EXTRA)
    for (const { mean, deviation } of narrow) for (const step of STEPS) lines.push(mean + step * deviation)
  return Float64Array.from(new Set(lines.filter((line) => line >= from && line <= to))).sort()
}
