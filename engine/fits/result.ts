import { groupSolutions, type Solution } from '../../core/mixture/solutions.ts'
import type { CovarianceModel, Criterion } from '../../core/mixture/types.ts'
import { isSetAside } from '../../contract/set-aside.ts'
import type { RestartView, SolutionView, Warning } from '../../contract/views.ts'
import { cellsOf, type Cell } from './cells.ts'
import { foundByRefinement } from './found-by-refinement.ts'
import type { Outcome } from './outcome.ts'
import type { PlannedRestart } from './plan.ts'
import type { SampleLabels } from './sample-labels.ts'
import { standingOf } from './standing.ts'
import { finishedView } from './watch.ts'

export interface Found {
  plan: readonly PlannedRestart[]
  /** One per restart of the plan. */
  outcomes: readonly Outcome[]
  criterion: Criterion
  rowsUsed: number
  dimension: number
  /** Column standard deviations [d]. */
  spread: Float64Array
  sampleLabels: SampleLabels
}

export interface Result {
  solutions: SolutionView[]
  best: string | null
  restarts: RestartView[]
}

/** What the outcomes of a fit amount to: solutions by the criterion, the one taken as best, and each restart's solution. */
export function resultOf(found: Found): Result {
  const solutions = cellsOf(found.plan).flatMap((cell) => solutionsOf(found, cell))
  warnOfFewRestarts(solutions)
  solutions.sort((a, b) => a[found.criterion] - b[found.criterion])
  const best = solutions.find((solution) => !isSetAside(solution.warnings)) ?? solutions[0]
  const home = new Map(
    solutions.flatMap((solution) => solution.restarts.map((id) => [id, solution.id] as const)),
  )
  for (const solution of solutions) {
    const warning = foundByRefinement(solution, found.plan, home)
    if (warning !== null) solution.warnings.push(warning)
  }
  const restarts = found.plan.map((restart, slot) => ({
    ...finishedView(restart, found.outcomes[slot]),
    solution: home.get(restart.id) ?? null,
  }))
  return { solutions, best: best?.id ?? null, restarts }
}

function solutionsOf(found: Found, { covariance, components, slots }: Cell): SolutionView[] {
  const candidates = slots.map((slot) => {
    const { status, logLikelihood, mixture } = found.outcomes[slot]
    const { id, index } = found.plan[slot]
    return { id, index, status, logLikelihood, mixture, slot }
  })
  return groupSolutions(candidates, found.spread, found.sampleLabels).flatMap((solution, order) => {
    const { slot } = solution.best
    const outcome = found.outcomes[slot]
    const standing = standingOf(found.plan[slot], outcome, found.rowsUsed, found.dimension)
    if (standing === null) return []
    const independent = solution.restarts.filter((restart) => found.plan[restart.slot].from === undefined)
    return {
      id: `${covariance}-${components}-${letters(order)}`,
      components,
      covariance,
      parameters: standing.parameters,
      logLikelihood: standing.logLikelihood,
      bic: standing.bic,
      aic: standing.aic,
      icl: standing.icl,
      hits: independent.length,
      restarts: solution.restarts.map((restart) => restart.id),
      warnings: warningsOf(outcome, solution),
    }
  })
}

function warningsOf(outcome: Outcome, { unfinished }: Solution): Warning[] {
  const flags = outcome.flags.map(({ code, message }): Warning => ({ code, message }))
  if (!unfinished) return flags
  const message = 'The fit was stopped before it had converged. Run it again to let it finish.'
  return [...flags, { code: 'unfinished', message }]
}

/** More components can always fit at least as well (Baudry & Celeux 2015): where they do not, too few restarts were run. */
function warnOfFewRestarts(solutions: SolutionView[]): void {
  const top = new Map<CovarianceModel, SolutionView>()
  for (const solution of solutions.toSorted(
    (a, b) => a.components - b.components || b.logLikelihood - a.logLikelihood,
  )) {
    const fewer = top.get(solution.covariance)
    if (fewer === undefined || solution.logLikelihood >= fewer.logLikelihood)
      top.set(solution.covariance, solution)
    else if (
      solution.components > fewer.components &&
      solution.id.endsWith('-A') &&
      fallsShort(solution, fewer)
    )
      solution.warnings.push({
        code: 'few-restarts',
        message: `${fewer.components === 1 ? '1 component fits' : `${fewer.components} components fit`} better than these ${solution.components}, so a better solution with ${solution.components} exists. Ask for more restarts.`,
      })
  }
}

const fallsShort = (more: SolutionView, fewer: SolutionView) =>
  more.logLikelihood < fewer.logLikelihood - 1e-6 * Math.abs(fewer.logLikelihood)

/** 0 → A, 25 → Z, 26 → AA. */
function letters(order: number): string {
  const last = String.fromCharCode(65 + (order % 26))
  return order < 26 ? last : letters(Math.floor(order / 26) - 1) + last
}
