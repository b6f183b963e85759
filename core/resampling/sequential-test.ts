/** A Monte Carlo test whose samples come one after another. */
export interface SequentialTest {
  /** Samples taken so far. */
  readonly taken: number
  /** Those of them with a statistic as large as the observed one, or larger. */
  readonly exceedances: number
  /** Nothing that could still come would change whether the p-value is above the level, or all samples have been taken. */
  readonly settled: boolean
  /** The next sample's statistic. */
  take(statistic: number): void
  /** The p-value of what was taken; null before the first. */
  p(): number | null
}

/**
 * p = (1 + exceedances) / (samples + 1) of at most `most` samples; it ends early after h = ⌊level (most + 1)⌋ exceedances,
 * where p can no longer come to the level, with p = h / samples (Besag & Clifford 1991). `most` ≥ 1 / level − 1.
 */
export function createSequentialTest(observed: number, most: number, level: number): SequentialTest {
  const enough = Math.floor(level * (most + 1) + 1e-9)
  let taken = 0
  let exceedances = 0
  const exceeded = () => exceedances >= enough
  return {
    get taken() {
      return taken
    },
    get exceedances() {
      return exceedances
    },
    get settled() {
      return taken >= most || exceeded()
    },
    take(statistic) {
      taken++
      if (statistic >= observed) exceedances++
    },
    p: () => (taken === 0 ? null : exceeded() ? exceedances / taken : (1 + exceedances) / (taken + 1)),
  }
}
