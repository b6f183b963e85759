import { cellName, cellsOf } from './cells.ts'
import type { Past } from './ledger.ts'
import type { RefinedCell } from './order-cells.ts'
import { isMaximum, isUsable } from './outcome.ts'
import { isIndependent } from './plan.ts'
import type { Reached } from './refine.ts'

/** What a cell has come to, with how many restarts it has had. */
export interface KnownCell extends RefinedCell {
  restarts: number
}

/** The cells of what a fit has come to before. `most`: the most tries that a cell of so many components may have had. */
export function knownCells({ plan, outcomes }: Past, most: (components: number) => number): KnownCell[] {
  return cellsOf(plan).map(({ components, covariance, slots }) => {
    let best: Reached | null = null
    let highest: number | null = null
    let tries = most(components)
    for (const slot of slots) {
      const { id, from, removed } = plan[slot]
      const outcome = outcomes[slot]
      if (isUsable(outcome) && removed !== true) best = higher(best, { ...outcome, id })
      if (isMaximum(outcome) && removed !== true)
        highest = Math.max(highest ?? -Infinity, outcome.logLikelihood)
      if (from !== undefined) tries = Math.max(tries, 1 + Number(/\d+$/.exec(id)?.[0] ?? 0))
    }
    const restarts = slots.filter((slot) => isIndependent(plan[slot])).length
    return { components, covariance, tries, best, highest, restarts }
  })
}

/** The same with what each cell has come to since, and with cells that are new. */
export function joinedCells(known: readonly KnownCell[], since: readonly KnownCell[]): KnownCell[] {
  const later = new Map(since.map((cell) => [cellName(cell), cell]))
  const joined = known.map((cell): KnownCell => {
    const now = later.get(cellName(cell))
    later.delete(cellName(cell))
    if (now === undefined) return cell
    const heights = [cell.highest, now.highest].filter((each) => each !== null)
    return {
      ...cell,
      restarts: cell.restarts + now.restarts,
      best: higher(cell.best, now.best),
      highest: heights.length === 0 ? null : Math.max(...heights),
    }
  })
  return [...joined, ...later.values()]
}

function higher(a: Reached | null, b: Reached | null): Reached | null {
  if (a === null || b === null) return a ?? b
  return b.logLikelihood > a.logLikelihood ? b : a
}
