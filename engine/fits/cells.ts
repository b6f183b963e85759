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
  for (const [slot, restart] of plan.entries()) {
    const { covariance, components } = restart
    const key = cellName(restart)
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, { covariance, components, slots: [slot] })
    else cell.slots.push(slot)
  }
  return [...cells.values()]
}

/** A cell as the ids of its restarts begin: `VVV-3`. */
export const cellName = ({ covariance, components }: Pick<Cell, 'covariance' | 'components'>) =>
  `${covariance}-${components}`
