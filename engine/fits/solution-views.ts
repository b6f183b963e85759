import { seesDependence } from '../../core/mixture/dependence.ts'
import { kindsOf } from '../../core/mixture/kinds.ts'
import type { Sameness } from '../../core/mixture/sameness.ts'
import { groupingSteps, type Solution } from '../../core/mixture/solutions.ts'
import type { Initialisation, Mixture, RestartStatus } from '../../core/mixture/types.ts'
import type { SolutionView, Warning } from '../../contract/views.ts'
import { phrase, told } from '../../contract/words/say.ts'
import type { Cell } from './cells.ts'
import type { Dependence } from './dependence.ts'
import type { Outcome } from './outcome.ts'
import { gently } from './gently.ts'
import { isIndependent, type PlannedRestart } from './plan.ts'
import { standingOf } from './standing.ts'

/** What solutions are made of. */
export interface Found {
  plan: readonly PlannedRestart[]
  /** One per restart of the plan; absent while it has not ended. */
  outcomes: readonly (Outcome | null | undefined)[]
  /** n of the criteria: the rows used, or what they weigh. */
  counted: number
  dimension: number
  /** Whether there is a noise component, which has parameters. */
  noise: boolean
  isSame: Sameness
  /** Told of the solutions of every model that sees it; null where there is none. */
  dependence: Dependence | null
}

/** The solutions of one cell so far, highest log-likelihood first. Their warnings are of each alone. */
export async function solutionViews(
  found: Found,
  { covariance, components, slots }: Cell,
): Promise<SolutionView[]> {
  const candidates = slots.flatMap((slot) => {
    const outcome = found.outcomes[slot]
    if (outcome == null) return []
    const { id, index } = found.plan[slot]
    const { status, logLikelihood, mixture, flags } = outcome
    return [{ id, index, status, logLikelihood, mixture, flags, slot }]
  })
  const groups = await gently(groupingSteps(candidates, found.isSame))
  const kinds = kindsOf(
    groups.map(({ best: { logLikelihood, flags }, unfinished }) => ({
      logLikelihood: logLikelihood ?? -Infinity,
      flags,
      unfinished,
    })),
  )
  const starts = independentOf(found, candidates)
  return groups.flatMap((solution, order) => {
    const { slot, flags } = solution.best
    const outcome = found.outcomes[slot]
    const standing =
      outcome == null
        ? null
        : standingOf(found.plan[slot], outcome, found.counted, found.dimension, found.noise)
    if (standing === null) return []
    const hits = independentOf(found, solution.restarts)
    return {
      id: `${covariance}-${components}-${letters(order)}`,
      components,
      covariance,
      kind: kinds[order],
      parameters: standing.parameters,
      logLikelihood: standing.logLikelihood,
      bic: standing.bic,
      aic: standing.aic,
      icl: standing.icl,
      aicc: standing.aicc,
      entropy: standing.entropy,
      hits: [...hits.values()].reduce((sum, count) => sum + count, 0),
      hitsBy: Array.from(starts, ([initialisation, of]) => ({
        initialisation,
        hits: hits.get(initialisation) ?? 0,
        of,
      })),
      restarts: solution.restarts.map((restart) => restart.id),
      warnings: [
        ...warningsOf(flags, solution),
        ...(found.dependence !== null && seesDependence(covariance) ? [found.dependence] : []),
      ],
    }
  })
}

/** How many independent restarts have ended, by initialisation; one that was stopped before it had reached anything has not. */
function independentOf(
  { plan }: Found,
  ended: readonly { slot: number; status: RestartStatus; mixture: Mixture | null }[],
): Map<Initialisation, number> {
  const counts = new Map<Initialisation, number>()
  for (const { slot, status, mixture } of ended) {
    const { initialisation } = plan[slot]
    if (isIndependent(plan[slot]) && (status !== 'stopped' || mixture !== null))
      counts.set(initialisation, (counts.get(initialisation) ?? 0) + 1)
  }
  return counts
}

function warningsOf(flags: Outcome['flags'], { unfinished }: Solution): Warning[] {
  const warnings = flags.map(({ code, message }): Warning => ({ code, message }))
  if (!unfinished) return warnings
  const said = phrase('The fit was stopped before it had converged. Run it again to let it finish.')
  return [...warnings, { code: 'unfinished', ...told(said) }]
}

/** 0 → A, 25 → Z, 26 → AA. */
function letters(order: number): string {
  const last = String.fromCharCode(65 + (order % 26))
  return order < 26 ? last : letters(Math.floor(order / 26) - 1) + last
}
