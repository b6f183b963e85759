import type { CovarianceModel } from '../core/mixture/types.ts'
import { COVARIANCE_MODELS } from './covariance-models.ts'
import { SAME, simplestEqual } from './equal-models.ts'
import { chooses, valueOf, type DisplayCriterion } from './display-criteria.ts'
import { isIndependent } from './refinement.ts'
import type { RestartView, SolutionView, UnseenView } from './views.ts'
import { hear } from './words/hear.ts'
import { say } from './words/say.ts'

/** What a fit has come to in one cell: one covariance model with one number of components. */
export interface GridCell {
  covariance: CovarianceModel
  components: number
  /** Its lowest solution by the criterion that is not set aside, or of those set aside; by entropy the one with the highest log-likelihood. */
  solution: SolutionView | null
  /** The criterion of the solution; null where there is none. */
  value: number | null
  /** Whether the solution may not be taken as best: then none of the cell may. */
  aside: boolean
  /** Solutions found in it. */
  solutions: number
  /** Independent restarts that it has, and how many have ended and are running. */
  planned: number
  ended: number
  running: number
  /** Removed by hand, of all kinds: they count in nothing else. */
  removed: number
  /**
   * How far apart, in the criterion, its solution and its second best restart are: 0 where two restarts reached it or there is one
   * component and no noise; null where only one restart, or none, reached anything.
   */
  spread: number | null
  /**
   * The covariance model whose cell with as many components stands for this one, as its mixtures are the very same: the two count
   * once. Null where this one stands for itself.
   */
  sameAs: CovarianceModel | null
  /** Distance to the lowest cell, of that one to the next; null where there is no other. */
  lead: number | null
  /** Whether the spread is at most the lead; null where it is not judged. */
  settled: boolean | null
  /** See `UnseenView`. */
  outdoneBy: string | null
  /** Where every restart has ended or been removed and none has a solution: why, in a sentence; else empty. */
  failure: string
  /** Whether that is because they were stopped before any had reached something. */
  stopped: boolean
}

/** A cell with a solution that has a value. */
export type ValuedCell = GridCell & { solution: SolutionView; value: number }

interface Source {
  restarts: readonly RestartView[]
  /** Removed by hand: a cell that has no others is listed, and says so. */
  removed?: readonly RestartView[]
  solutions: readonly SolutionView[]
  unseen: readonly UnseenView[]
  criterion: DisplayCriterion
  /** Whether the mixtures have a noise component, beside which even one component may have several optima. */
  noise: boolean
  /** Columns of the fit. */
  dimension: number
  /** Whether warnings keep a solution from being taken as best. */
  isAside(warnings: SolutionView['warnings']): boolean
}

const nameOf = ({ covariance, components }: Pick<GridCell, 'covariance' | 'components'>) =>
  `${covariance}-${components}`

/**
 * All cells of a fit, running or ended, by covariance model from the simplest and by components. A cell is settled where its spread is at
 * most its lead: where it is not, one more lucky restart could change the order of the models.
 */
export function modelGrid(source: Source): GridCell[] {
  const { criterion } = source
  const removed = new Set(source.removed)
  const restarts = groupBy([...source.restarts, ...removed])
  const solutions = groupBy(source.solutions)
  const outdone = new Map(source.unseen.map((one) => [nameOf(one), one.outdoneBy]))
  const cells = [...restarts.values()].map(({ covariance, components, members }): GridCell => {
    const name = nameOf({ covariance, components })
    const found = solutions.get(name)?.members ?? []
    const ranked = rankOf(source, found)
    const solution = ranked[0] ?? null
    const starts = members.filter((each) => isIndependent(each) && !removed.has(each))
    const running = starts.filter(({ state }) => state === 'running').length
    const waiting = starts.filter(({ state }) => state === 'waiting').length
    const isEmpty = members.every((each) => removed.has(each))
    const isLost = !isEmpty && solution === null && starts.every(gaveNothing)
    return {
      covariance,
      components,
      solution,
      value: solution === null ? null : valueOf(solution, criterion),
      aside: solution !== null && source.isAside(solution.warnings),
      solutions: found.length,
      planned: starts.length,
      ended: starts.length - running - waiting,
      running,
      removed: members.filter((each) => removed.has(each)).length,
      spread: spreadOf(source, ranked),
      sameAs: null,
      lead: null,
      settled: null,
      outdoneBy: isEmpty ? null : (outdone.get(name) ?? null),
      failure: isEmpty ? say('Its restarts were removed by hand.') : isLost ? failureOf(starts) : '',
      stopped: isLost && starts.every(({ state }) => state === 'stopped'),
    }
  })
  cells.sort(
    (a, b) =>
      COVARIANCE_MODELS.indexOf(a.covariance) - COVARIANCE_MODELS.indexOf(b.covariance) ||
      a.components - b.components,
  )
  return judged(withEquals(cells, source.dimension), criterion)
}

/** Cells by covariance model from the simplest. Of those with the same mixtures the simplest of the lowest stands for the others. */
function withEquals(cells: readonly GridCell[], dimension: number): GridCell[] {
  const stands = new Map<string, ValuedCell>()
  const groupOf = ({ covariance, components }: GridCell) =>
    `${simplestEqual(covariance, components, dimension)}-${components}`
  for (const cell of cells.filter(isValued)) {
    const before = stands.get(groupOf(cell))
    if (before === undefined || isBetter(cell, before)) stands.set(groupOf(cell), cell)
  }
  return cells.map((cell) => {
    const stand = stands.get(groupOf(cell))?.covariance ?? cell.covariance
    return isValued(cell) && stand !== cell.covariance ? { ...cell, sameAs: stand } : cell
  })
}

/** By more than two restarts of one optimum differ. */
function isBetter(one: ValuedCell, other: ValuedCell): boolean {
  return one.aside === other.aside
    ? other.value - one.value > SAME * (1 + Math.abs(other.value))
    : other.aside
}

export function isValued(cell: GridCell): cell is ValuedCell {
  return cell.solution !== null && cell.value !== null
}

/** Cells with a value, lowest first, those that others stand for behind them, those set aside last. */
export function rankCells(cells: readonly GridCell[]): ValuedCell[] {
  const valued = cells.filter(isValued)
  const values = new Map(valued.map((cell) => [nameOf(cell), cell.value]))
  const height = ({ sameAs, components, value }: ValuedCell) =>
    sameAs === null ? value : (values.get(nameOf({ covariance: sameAs, components })) ?? value)
  return valued.sort(
    (a, b) =>
      Number(a.aside) - Number(b.aside) ||
      height(a) - height(b) ||
      Number(a.sameAs !== null) - Number(b.sameAs !== null),
  )
}

/** One group per cell, in the order in which they first come. */
function groupBy<One extends Pick<GridCell, 'covariance' | 'components'>>(all: readonly One[]) {
  const groups = new Map<string, Pick<GridCell, 'covariance' | 'components'> & { members: One[] }>()
  for (const one of all) {
    const { covariance, components } = one
    const group = groups.get(nameOf(one)) ?? { covariance, components, members: [] }
    group.members.push(one)
    groups.set(nameOf(one), group)
  }
  return groups
}

/** Those that may be best first, then the lower value; by entropy the higher log-likelihood. */
function rankOf({ criterion, isAside }: Source, found: readonly SolutionView[]): SolutionView[] {
  const height = (one: SolutionView) =>
    chooses(criterion) ? (valueOf(one, criterion) ?? one.aic) : -one.logLikelihood
  return found.toSorted(
    (a, b) => Number(isAside(a.warnings)) - Number(isAside(b.warnings)) || height(a) - height(b),
  )
}

function spreadOf({ criterion, noise, isAside }: Source, ranked: readonly SolutionView[]): number | null {
  const best = ranked[0]
  if (best === undefined) return null
  if ((best.components === 1 && !noise) || best.hits > 1) return 0
  const next = ranked.find((one, at) => at > 0 && one.hits > 0 && !isAside(one.warnings))
  if (next === undefined) return null
  const [low, high] = [valueOf(best, criterion), valueOf(next, criterion)]
  return low === null || high === null ? null : high - low
}

function judged(cells: readonly GridCell[], criterion: DisplayCriterion): GridCell[] {
  if (!chooses(criterion)) return [...cells]
  const counts = ({ aside, sameAs }: GridCell) => !aside && sameAs === null
  const [lowest, runnerUp] = rankCells(cells).filter(counts)
  return cells.map((cell) => {
    if (lowest === undefined || runnerUp === undefined || !counts(cell) || cell.value === null) return cell
    const lead = nameOf(cell) === nameOf(lowest) ? runnerUp.value - lowest.value : cell.value - lowest.value
    return { ...cell, lead, settled: cell.spread !== null && cell.spread <= lead }
  })
}

/** Whether a restart has ended without a model: solutions are told a little later than the restarts that reached them. */
function gaveNothing({ state, logLikelihood }: RestartView): boolean {
  return state === 'collapsed' || state === 'dropped' || (state === 'stopped' && logLikelihood === null)
}

function failureOf(starts: readonly RestartView[]): string {
  const reasons = new Map<string, number>()
  for (const { state, reason = '' } of starts) {
    const why = state === 'stopped' ? say('Stopped before anything was reached.') : hear(reason)
    reasons.set(why, (reasons.get(why) ?? 0) + 1)
  }
  const [most] = [...reasons].sort((a, b) => b[1] - a[1])
  if (most === undefined) return say('No restart has run.')
  const restarts = starts.length
  const all = say(
    '{restarts, plural, one {The one restart gave no model} other {None of # restarts gave a model}}.',
    { restarts },
  )
  const [why, count] = most
  if (why === '') return all
  return [all, count < restarts ? say('{count, number} of them: {why}', { count, why }) : why].join(' ')
}
