import type { PlannedRefinement } from '../../core/mixture/start/refinements.ts'
import { contains } from '../../core/mixture/nesting.ts'
import { solutionGap } from '../../core/mixture/solutions.ts'
import type { CovarianceModel } from '../../core/mixture/types.ts'
import { outdoneBy, type ReachedCell } from '../../core/mixture/under-searched.ts'
import { COVARIANCE_MODELS } from '../../contract/covariance-models.ts'
import { isMaximum, isUsable, type Outcome, type Usable } from './outcome.ts'
import type { Reached, Try } from './refine.ts'

/** What a cell has come to after its refinements. */
export interface RefinedCell {
  components: number
  covariance: CovarianceModel
  /** Tries of the cell that may have been before: others are counted on from there. */
  tries: number
  /** The best that is not set aside. */
  best: Reached | null
  /** Log-likelihood of the highest maximum, spurious ones too. */
  highest: number | null
}

/** How tries of a cell are run; cells by their place in the list. */
export interface Ordering {
  /** Whether the mixtures have a noise component. */
  noise: boolean
  /** So many tries of a cell are to come. */
  added(cell: number, count: number): void
  run(cell: number, planned: Try): Promise<Outcome>
  /** It reached more than anything before it in its cell. Returns its id. */
  joined(cell: number, planned: Try, outcome: Outcome): string
  stopped(): boolean
}

type Standing = ReachedCell & { at: number; tries: number; reached: Reached | null }

/**
 * Sees to it that no cell has reached less than one whose mixtures it contains. One that has is started from the solution of a
 * simpler model with as many components, and from every split of its own model with one fewer, where those reached more; what is
 * best of that joins it. Simpler models come first and components rise, so that each begins from what others have gained.
 */
export async function orderCells(cells: readonly RefinedCell[], work: Ordering): Promise<void> {
  const standings = cells.map(({ best, ...cell }, at): Standing => {
    return { ...cell, at, reached: best, best: best?.logLikelihood ?? null }
  })
  for (const cell of standings.toSorted(bySize)) {
    if (work.stopped()) return
    if (outdoneBy(cell, standings, work.noise) === null) continue
    const planned = startsOf(cell, standings)
    work.added(cell.at, planned.length)
    const outcomes = await Promise.all(planned.map((one) => work.run(cell.at, one)))
    const winner = winnerOf(cell, outcomes)
    if (winner === null) continue
    const { mixture, logLikelihood } = winner
    const id = work.joined(cell.at, planned[outcomes.indexOf(winner)], winner)
    cell.highest = Math.max(cell.highest ?? -Infinity, logLikelihood)
    if (!isUsable(winner)) continue
    cell.best = logLikelihood
    cell.reached = { id, mixture, logLikelihood }
  }
}

const bySize = (a: ReachedCell, b: ReachedCell) =>
  COVARIANCE_MODELS.indexOf(a.covariance) - COVARIANCE_MODELS.indexOf(b.covariance) ||
  a.components - b.components

/** From what a cell is to be started: solutions that reached more than it has. */
function startsOf(cell: Standing, standings: readonly Standing[]): Try[] {
  const { components, covariance, highest } = cell
  const outdo = (reached: Reached | null) =>
    reached !== null &&
    (highest === null || reached.logLikelihood >= highest + solutionGap(reached.logLikelihood))
  const starts: (PlannedRefinement & { from: string })[] = []
  const simpler = standings
    .filter((other) => other !== cell && other.components === components)
    .filter((other) => contains(covariance, other.covariance))
    .map(({ reached }) => reached)
    .reduce(
      (top, next) => (next !== null && (top?.logLikelihood ?? -Infinity) < next.logLikelihood ? next : top),
      null,
    )
  if (simpler !== null && outdo(simpler)) {
    const base = { mixture: simpler.mixture, variant: 0 }
    starts.push({ initialisation: 'simpler', base, from: simpler.id })
  }
  const fewer = standings.find(
    (other) => other.covariance === covariance && other.components === components - 1,
  )?.reached
  if (fewer != null && outdo(fewer))
    for (let variant = 0; variant < fewer.mixture.components; variant++) {
      const base = { mixture: fewer.mixture, variant }
      starts.push({ initialisation: 'split', base, from: fewer.id })
    }
  return starts.map((start, index) => ({ ...start, index: cell.tries + index, leastLimit: undefined }))
}

/** The highest that is not set aside and higher than the cell's best; else the highest spurious one above all it has; else null. */
function winnerOf({ best, highest }: Standing, outcomes: readonly Outcome[]): Usable | null {
  return topOf(outcomes.filter(isUsable), best) ?? topOf(outcomes.filter(isMaximum), highest)
}

function topOf(outcomes: readonly Usable[], least: number | null): Usable | null {
  let top: Usable | null = null
  for (const outcome of outcomes) {
    const { logLikelihood } = outcome
    if (least !== null && logLikelihood < least + solutionGap(logLikelihood)) continue
    if (top === null || logLikelihood > top.logLikelihood) top = outcome
  }
  return top
}
