import type { CovarianceModel, Criterion } from '../../core/mixture/types.ts'
import { isSetAside } from '../../contract/set-aside.ts'
import type { FitSummary, RestartView, SolutionView, UnseenView } from '../../contract/views.ts'
import { cellsOf, type Cell } from './cells.ts'
import { foundByRefinement } from './found-by-refinement.ts'
import type { Outcome } from './outcome.ts'
import type { PlannedRestart } from './plan.ts'
import { solutionViews, type Found } from './solution-views.ts'
import { unseenOf } from './unseen.ts'
import { finishedView } from './watch.ts'

export type Result = Pick<FitSummary, 'solutions' | 'best' | 'bestWithSpurious' | 'restarts' | 'unseen'>

/** What the outcomes of a fit amount to: solutions by the criterion, the one taken as best, and each restart's solution. */
export async function resultOf(
  found: Found & { outcomes: readonly Outcome[] },
  criterion: Criterion,
): Promise<Result> {
  const cells: CellSolutions[] = []
  for (const cell of cellsOf(found.plan)) cells.push(await cellSolutions(found, cell))
  const { solutions, unseen } = landscapeOf(found.plan, cells, criterion)
  const best = solutions.find(({ warnings }) => !isSetAside(warnings)) ?? solutions[0]
  const spurious = solutions.find(({ kind }) => kind !== 'saddle' && kind !== 'emptied') ?? best
  const home = new Map(solutions.flatMap(({ id, restarts }) => restarts.map((restart) => [restart, id])))
  const restarts = found.plan.map((restart, slot): RestartView => ({
    ...finishedView(restart, found.outcomes[slot]),
    solution: home.get(restart.id) ?? null,
  }))
  return { solutions, best: best?.id ?? null, bestWithSpurious: spurious?.id ?? null, restarts, unseen }
}

/** What the restarts of one cell came to. */
export interface CellSolutions {
  solutions: SolutionView[]
  unseen: UnseenView
}

export async function cellSolutions(found: Found, cell: Cell): Promise<CellSolutions> {
  const solutions = await solutionViews(found, cell)
  return { solutions, unseen: unseenOf(found, cell, solutions) }
}

/** All cells together: solutions by the criterion, best first, with the warnings that others give rise to. */
export function landscapeOf(
  plan: readonly PlannedRestart[],
  cells: readonly CellSolutions[],
  criterion: Criterion,
): Pick<Result, 'solutions' | 'unseen'> {
  const solutions = cells.flatMap((cell) =>
    cell.solutions.map((one) => ({ ...one, warnings: [...one.warnings] })),
  )
  warnOfFewRestarts(solutions)
  solutions.sort((a, b) => a[criterion] - b[criterion])
  for (const solution of solutions) {
    const warning = foundByRefinement(solution, plan, solutions)
    if (warning !== null) solution.warnings.push(warning)
  }
  return { solutions, unseen: cells.map(({ unseen }) => unseen) }
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
