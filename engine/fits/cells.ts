import type { CovarianceModel } from '../../core/mixture/types.ts'
import type { PlannedRestart } from './plan.ts'

/** The restarts of one covariance model with one number of components. */
export interface Cell {
  covariance: CovarianceModel
  components: number
  /** Their places in the plan, rising. */
  slots: number[]
}

/** The cells of a plan, in its order. */
export function cellsOf(plan: readonly PlannedRestart[]): Cell[] {
  const cells = new Map<string, Cell>()
  for (const [slot, { covariance, components }] of plan.entries()) {
    const key = `${covariance}-${components}`
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, { covariance, components, slots: [slot] })
    else cell.slots.push(slot)
  }
  return [...cells.values()]
}
