/** What the independent restarts of one cell have reached. */
export interface Seen {
  /** Restarts that have ended, collapsed and dropped ones among them. */
  restarts: number
  /** Solutions that one of them reached and nothing else; and that two of them did. */
  once: number
  twice: number
  /** Whether the best solution that is not set aside is one of those reached once. */
  bestOnce: boolean
}

/** Chances that one more restart, started as these were, reaches what nothing has reached so far. */
export interface Unseen {
  /** A solution not seen yet, of any kind; null where no restart has ended. */
  chance: number | null
  /** The same, with about 95 % confidence no more than this. */
  chanceAtMost: number
  /** A solution better than the best that is not set aside, and not set aside itself. */
  better: number | null
  betterAtMost: number
}

const DOUBT = 0.05
/** The normal deviate that 5 % exceed. */
const DEVIATE = 1.6449

/**
 * Good's (1953) estimate for a solution not seen yet, n₁/n: leave each restart out in turn, and count those that the others do not
 * know. The same for a better one: 1/n where one restart alone reached the best, else 0.
 *
 * Bounds. The number n₁ is about Poisson around n times the chance (its upper limit after Wilson & Hilferty 1931), and the chance
 * itself differs from sample to sample with a variance of 2 n₂/n² (Esty 1983). The chance of a value above the highest of n exceeds p
 * with probability (1 − p)ⁿ at most, whatever the distribution (Wilks 1941): 1 − 0.05^(1/n), about 3/n, bounds the chance of a better
 * one, and that of any new one where nothing was reached once or twice.
 *
 * They hold for restarts drawn alike; neither promises that there is nothing better, nor that a restart ever reaches it.
 */
export function unseen({ restarts, once, twice, bestOnce }: Seen): Unseen {
  if (restarts === 0) return { chance: null, chanceAtMost: 1, better: null, betterAtMost: 1 }
  const none = 1 - DOUBT ** (1 / restarts)
  const most = once + Math.hypot(poissonLimit(once) - once, DEVIATE * Math.sqrt(2 * twice))
  return {
    chance: once / restarts,
    chanceAtMost: once + twice === 0 ? none : Math.min(1, most / restarts),
    better: bestOnce ? 1 / restarts : 0,
    betterAtMost: none,
  }
}

/** The mean at which a Poisson count is no more than `count` in 5 % of cases. */
function poissonLimit(count: number): number {
  const next = count + 1
  return next * (1 - 1 / (9 * next) + DEVIATE / (3 * Math.sqrt(next))) ** 3
}
