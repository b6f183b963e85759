import type { Criterion } from '../../core/mixture/types.ts'
import type { FitProgress } from '../../contract/views.ts'
import { cellName, cellsOf } from './cells.ts'
import type { PlannedRestart } from './plan.ts'
import { cellSolutions, landscapeOf, type CellSolutions } from './result.ts'
import type { Found } from './solution-views.ts'

type Landscape = Pick<FitProgress, 'solutions' | 'unseen'>

/** The solutions of a fit while it runs. */
export interface Live {
  /** A restart of the cell has ended. */
  ended(restart: PlannedRestart): void
  /** Solutions as last looked at, once; nulls where that was told before. Where more restarts have ended it looks again. */
  read(): Landscape
}

const LEAST_MILLISECONDS = 200
/** Looking takes no more than so much of the engine's time. */
const SHARE = 1 / 20

const UNCHANGED: Landscape = { solutions: null, unseen: null }

/** Groups what is `found` as it grows: only cells where restarts have ended, and the less often the longer it takes. */
export function createLive(
  found: Found,
  criterion: Criterion,
  nested: boolean,
  now = () => performance.now(),
): Live {
  const known = new Map<string, CellSolutions>()
  const changed = new Set<string>()
  let seen = UNCHANGED
  let next = 0

  async function look(): Promise<void> {
    const began = now()
    next = Infinity
    const again = new Set(changed)
    changed.clear()
    const cells: CellSolutions[] = []
    for (const cell of cellsOf(found.plan)) {
      const name = cellName(cell)
      const before = again.has(name) ? undefined : known.get(name)
      const solutions = before ?? (await cellSolutions(found, cell))
      known.set(name, solutions)
      cells.push(solutions)
    }
    seen = landscapeOf(found, cells, criterion, nested)
    next = now() + Math.max(LEAST_MILLISECONDS, (now() - began) / SHARE)
  }

  return {
    ended: (restart) => void changed.add(cellName(restart)),
    read() {
      // What fails here fails again, and is told, when the fit is summed up.
      if (changed.size > 0 && now() >= next) look().catch(() => undefined)
      const told = seen
      seen = UNCHANGED
      return told
    },
  }
}
