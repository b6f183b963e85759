import type { Base, Mixture, Refinement } from '../types.ts'

/** What is known of one cell (components, covariance model) when its refinements are dealt. */
export interface RefinementCase {
  components: number
  /** How many are wanted in this round. */
  tries: number
  /** 0-based. The splits of `fewer` belong to round 0. */
  round: number
  /** Mixtures of the best usable solutions so far, best first. */
  best: readonly Mixture[]
  /** The best usable solution with one component fewer, or null. */
  fewer: Mixture | null
}

/** One refinement to run: `initialisation` and `base` of its restart's request. */
export interface PlannedRefinement {
  initialisation: Refinement
  base: Base
}

/** How many of a cell's usable restarts reached the best of its solutions. */
export interface Agreement {
  hits: number
  usable: number
}

/** Hits up to which a solution may be one of many that nobody has seen yet. */
const FEW_HITS = 2
const AGREED_SHARE = 0.5

/**
 * How many of at most `most` refinements a cell is worth: all of them where one or two restarts reached its best solution, half
 * where more did, an eighth where at least half of the restarts agree on it.
 */
export function refinementsWorth(most: number, { hits, usable }: Agreement): number {
  if (hits <= FEW_HITS) return most
  return Math.ceil(hits >= AGREED_SHARE * usable ? most / 8 : most / 2)
}

const RANKS = [0, 0, 0, 1, 0, 2, 0, 1]
const SPLIT_MERGE_EVERY = 5
const MOST_SPLIT_MERGES = 5

const FEWEST = 5
const MOST_ROUNDS = 20

/**
 * How many of so many refinements make a round. Those of a round do not know of each other and can run side by side: five, but of many
 * a twentieth, so that threads seldom wait for the end of a round.
 */
export function roundSize(tries: number): number {
  return Math.max(FEWEST, Math.ceil(tries / MOST_ROUNDS))
}

/**
 * The refinements of one round, at most `tries`, the same for the same case. First one split for each component of `fewer`
 * (Baudry & Celeux 2015); then random swaps (Zhao et al. 2012), one on the best three solutions and one on all of them in turn, for
 * the best can be dead ends; and a split-and-merge (Ueda et al. 2000) of the best at every fifth place, until its five
 * candidates have had their turn. Rounds of the same size go on where the one before ended.
 */
export function planRefinements(known: RefinementCase): PlannedRefinement[] {
  const { components, tries, round, best, fewer } = known
  if (components < 2) return []
  const planned: PlannedRefinement[] = []
  if (round === 0 && fewer !== null) {
    for (let variant = 0; variant < Math.min(fewer.components, tries); variant++)
      planned.push({ initialisation: 'split', base: { mixture: fewer, variant } })
  }
  if (best.length === 0) return planned
  let merges = round * Math.floor(tries / SPLIT_MERGE_EVERY)
  for (let place = round * tries; planned.length < tries; place++) {
    const merging =
      components > 2 && place % SPLIT_MERGE_EVERY === SPLIT_MERGE_EVERY - 1 && merges < MOST_SPLIT_MERGES
    if (merging)
      planned.push({ initialisation: 'split-merge', base: { mixture: best[0], variant: merges++ } })
    else {
      const rank = place % 2 === 0 ? RANKS[(place / 2) % RANKS.length] : (place - 1) / 2
      const mixture = best[rank % best.length]
      planned.push({ initialisation: 'swap', base: { mixture, variant: 0 } })
    }
  }
  return planned
}
