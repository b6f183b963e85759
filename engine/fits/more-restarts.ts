import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import { LIMITS } from '../../contract/limits.ts'
import type { More } from '../../contract/extension.ts'
import type { Addition } from './addition.ts'
import { cellName, cellsOf, type Cell } from './cells.ts'
import type { Records } from './ledger.ts'
import { isIndependent, planCells } from './plan.ts'
import type { Fit } from './run.ts'

/**
 * The next restarts of each cell, or of some: those that the fit would have had, had it been asked for more. Of the refinements only those
 * follow that put cells in order (decisions 21 and 52); with a race they race among themselves. Where they are stopped, those behind the last one that had begun fall away.
 */
export function moreRestarts(
  fit: Fit,
  { count, cells: asked }: Extract<More, { kind: 'restarts' }>,
): Addition {
  if (fit.settings.start !== undefined)
    throw new EngineError(
      'invalid-input',
      phrase('This fit is one restart from a start of your own, which has no further ones.'),
      phrase('Fit without that start to run restarts.'),
    )
  const cells = cellsWith(fit, asked)
  const full = cells.find(({ from }) => from + count > LIMITS.restarts)
  if (full !== undefined)
    throw new EngineError(
      'too-large',
      phrase(
        '{covariance} with {components} components would have {value} restarts; at most {restarts} are allowed.',
        {
          covariance: full.covariance,
          components: full.components,
          value: full.from + count,
          restarts: LIMITS.restarts,
        },
      ),
      phrase('Run fewer.'),
    )
  const planned = cells.flatMap((cell) => planCells(fit.settings, [cell], cell.from, cell.from + count))
  return {
    planned,
    settings: { ...fit.settings, refinements: 0 },
    past: fit,
    ordered: true,
    inParts: true,
    closed(records) {
      const begun = cells.map((cell) => ({ ...cell, count: begunOf(records, cell) - cell.from }))
      return { ...without(records, begun), extension: { kind: 'restarts', cells: begun } }
    },
  }
}

type CellName = Pick<Cell, 'components' | 'covariance'>
type Counted = CellName & { from: number }

/** Of each cell with restarts, or of those asked for, the index of its next restart. */
function cellsWith({ plan }: Fit, asked: readonly CellName[] | undefined): Counted[] {
  const counted = cellsOf(plan).map(({ components, covariance, slots }) => ({
    components,
    covariance,
    from: slots.filter((slot) => isIndependent(plan[slot])).length,
  }))
  if (asked === undefined) return counted.filter(({ from }) => from > 0)
  const wanted = new Set(asked.map(cellName))
  const cells = counted.filter((cell) => wanted.delete(cellName(cell)))
  if (wanted.size === 0) return cells
  throw new EngineError(
    'unknown-id',
    phrase('The fit has nothing called {names}.', { names: [...wanted].join(', ') }),
    phrase('Choose among its covariance models and numbers of components.'),
  )
}

/** The index behind the last restart of a cell that had begun. */
function begunOf({ plan, outcomes }: Records, cell: Counted): number {
  return plan.reduce((next, restart, at) => {
    const { status, mixture } = outcomes[at]
    const begun = status !== 'stopped' || mixture !== null
    const mine = cellName(restart) === cellName(cell) && isIndependent(restart)
    return mine && begun ? Math.max(next, restart.index + 1) : next
  }, cell.from)
}

/** The records without the restarts that had not begun. */
function without(records: Records, begun: readonly (Counted & { count: number })[]): Records {
  const ends = new Map(begun.map((cell) => [cellName(cell), cell.from + cell.count]))
  const kept = [...records.plan.keys()].filter((at) => {
    const restart = records.plan[at]
    const end = ends.get(cellName(restart)) ?? Infinity
    return !isIndependent(restart) || restart.index < end
  })
  return {
    ...records,
    plan: kept.map((at) => records.plan[at]),
    outcomes: kept.map((at) => records.outcomes[at]),
    traces: kept.map((at) => records.traces[at]),
  }
}
