import type { Criterion } from '../../core/mixture/types.ts'
import { simplestOf } from '../../contract/equal-models.ts'
import { isSetAside } from '../../contract/set-aside.ts'
import type { FitSummary, RestartView, SolutionView, UnseenView } from '../../contract/views.ts'
import { cellsOf, type Cell } from './cells.ts'
import { foundByRefinement } from './found-by-refinement.ts'
import { fewRestarts, outdoneCells } from './outdone.ts'
import type { Outcome } from './outcome.ts'
import { solutionViews, type Found } from './solution-views.ts'
import { unseenOf } from './unseen.ts'
import { finishedView } from './watch.ts'

export type Result = Pick<
  FitSummary,
  'solutions' | 'best' | 'bestWithSpurious' | 'restarts' | 'removed' | 'unseen'
>

/** What the outcomes of a fit amount to: solutions by the criterion, the one taken as best, and each restart's solution. */
export async function resultOf(
  found: Found & { outcomes: readonly Outcome[] },
  criterion: Criterion,
  nested = true,
): Promise<Result> {
  const cells: CellSolutions[] = []
  for (const cell of cellsOf(found.plan)) cells.push(await cellSolutions(found, cell))
  const { solutions, unseen } = landscapeOf(found, cells, criterion, nested)
  const best = solutions.find(({ warnings }) => !isSetAside(warnings)) ?? solutions[0]
  const spurious = solutions.find(({ kind }) => kind !== 'saddle' && kind !== 'emptied') ?? best
  const idOf = (one: SolutionView | undefined) =>
    one && simplestOf(one, solutions, criterion, found.dimension).id
  const home = new Map(solutions.flatMap(({ id, restarts }) => restarts.map((restart) => [restart, id])))
  const views = found.plan.map((restart, slot): RestartView => ({
    ...finishedView(restart, found.outcomes[slot]),
    solution: home.get(restart.id) ?? null,
  }))
  const restarts = views.filter((_, slot) => found.plan[slot].removed !== true)
  const removed = views.filter((_, slot) => found.plan[slot].removed === true)
  const taken = { best: idOf(best) ?? null, bestWithSpurious: idOf(spurious) ?? null }
  return { solutions, ...taken, restarts, removed, unseen }
}

/** What the restarts of one cell came to. */
export interface CellSolutions {
  solutions: SolutionView[]
  unseen: UnseenView
}

/** Those that were removed from it count in nothing. */
export async function cellSolutions(found: Found, cell: Cell): Promise<CellSolutions> {
  const counted = { ...cell, slots: cell.slots.filter((slot) => found.plan[slot].removed !== true) }
  const solutions = await solutionViews(found, counted)
  return { solutions, unseen: unseenOf(found, counted, solutions) }
}

/**
 * All cells together: solutions by the criterion, best first, with the warnings that others give rise to. `nested`: whether a cell
 * must reach as much as those whose mixtures it contains.
 */
export function landscapeOf(
  { plan, noise }: Pick<Found, 'plan' | 'noise'>,
  cells: readonly CellSolutions[],
  criterion: Criterion,
  nested = true,
): Pick<Result, 'solutions' | 'unseen'> {
  const solved = cells.map(({ solutions, unseen }) => ({
    components: unseen.components,
    covariance: unseen.covariance,
    solutions: solutions.map((one) => ({ ...one, warnings: [...one.warnings] })),
  }))
  const outdone = nested ? outdoneCells(solved, noise) : []
  const unseen = cells.map((cell, at): UnseenView => {
    const { solutions } = solved[at]
    const best = solutions.find(({ warnings }) => !isSetAside(warnings)) ?? solutions[0]
    const by = outdone[at] ?? null
    if (by === null) return { ...cell.unseen, outdoneBy: null }
    best?.warnings.push(fewRestarts(best, by, cell.unseen.restarts))
    return { ...cell.unseen, outdoneBy: by.id }
  })
  const solutions = solved.flatMap((cell) => cell.solutions).sort((a, b) => a[criterion] - b[criterion])
  for (const solution of solutions) {
    const warning = foundByRefinement(solution, plan, solutions)
    if (warning !== null) solution.warnings.push(warning)
  }
  return { solutions, unseen }
}
