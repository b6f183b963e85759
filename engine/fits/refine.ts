import { solutionGap } from '../../core/mixture/solutions.ts'
import { planRefinements, roundSize, type PlannedRefinement } from '../../core/mixture/start/refinements.ts'
import type { Mixture } from '../../core/mixture/types.ts'
import { isUsable, type Outcome } from './outcome.ts'

/** A usable restart, or a refinement that found something better. */
export interface Reached {
  id: string
  mixture: Mixture
  logLikelihood: number
}

/** A try to improve a solution of its cell. */
export interface Try extends PlannedRefinement {
  /** 0-based within the cell. */
  index: number
  /** Id of the restart it starts from. */
  from: string
  /** It is dropped once it is heading for less. */
  leastLimit: number | undefined
}

export interface Refinement {
  components: number
  /** Rows used. */
  rows: number
  /** How many are wanted in all. */
  tries: number
  /** The best of each solution of the cell, highest log-likelihood first. */
  reached: readonly Reached[]
  /** The best of the cell with one component fewer, where the fit has it. */
  fewer: Reached | null
  /** How far below the best a try may be heading, per row, before it is dropped; by default 0.01. */
  margin?: number
  run(planned: Try): Promise<Outcome>
  /** It is better than all before it. Returns its id. */
  joined(planned: Try, outcome: Outcome): string
  stopped(): boolean
}

/** Closer to the best, better ones are lost (decision 16). */
const MARGIN = 0.01

/**
 * Tries to better the best solutions of a cell: first every split of one component fewer (Baudry & Celeux 2015), then batches
 * of swaps and split-and-merges, each from what has been reached by then. Returns the best at the end, null where there is none.
 */
export async function refine(work: Refinement): Promise<Reached | null> {
  const { components, rows, tries, fewer, margin = MARGIN } = work
  const reached = [...work.reached]
  let tried = 0

  async function batch(planned: PlannedRefinement[]): Promise<boolean> {
    const known = new Map(
      [...reached, ...(fewer === null ? [] : [fewer])].map(({ id, mixture }) => [mixture, id]),
    )
    const leastLimit = reached.length === 0 ? undefined : reached[0].logLikelihood - margin * rows
    const begun = planned.map((plan): Try => {
      return { ...plan, index: tried++, from: known.get(plan.base.mixture) ?? '', leastLimit }
    })
    const outcomes = await Promise.all(begun.map(work.run))
    for (const [i, outcome] of outcomes.entries()) {
      if (!isUsable(outcome) || !isHigher(outcome.logLikelihood, reached[0])) continue
      const { mixture, logLikelihood } = outcome
      reached.unshift({ id: work.joined(begun[i], outcome), mixture, logLikelihood })
    }
    return planned.length > 0 && tried < tries && !work.stopped()
  }

  const plan = (round: number, wanted: number, base: Reached | null) =>
    planRefinements({
      components,
      tries: wanted,
      round,
      best: base === null ? reached.map(({ mixture }) => mixture) : [],
      fewer: base?.mixture ?? null,
    })
  if (fewer !== null) await batch(plan(0, Math.min(tries, fewer.mixture.components), fewer))
  const size = roundSize(tries)
  let round = 0
  while (!work.stopped() && (await batch(plan(round, Math.min(size, tries - tried), null)))) round++
  return reached[0] ?? null
}

const isHigher = (logLikelihood: number, best: Reached | undefined) =>
  best === undefined || logLikelihood >= best.logLikelihood + solutionGap(best.logLikelihood)
