import type { Criterion } from '../../core/mixture/types.ts'
import type { FitProgress } from '../../contract/views.ts'
import { cellName, cellsOf } from './cells.ts'
import type { PlannedRestart } from './plan.ts'
import { cellSolutions, landscapeOf, type CellSolutions } from './result.ts'
import type { Found } from './solution-views.ts'

/** The solutions of a fit while it runs. */
export interface Live {
  /** A restart of the cell has ended. */
  ended(restart: PlannedRestart): void
  /** Solutions so far; nulls where nothing has changed since, or where it is too soon to look again. */
  read(): Pick<FitProgress, 'solutions' | 'unseen'>
}

const LEAST_MILLISECONDS = 200
/** Looking takes no more than so much of the engine's time. */
const SHARE = 1 / 20

const UNCHANGED = { solutions: null, unseen: null }

/** Groups what is `found` as it grows: only cells where restarts have ended, and the less often the longer it takes. */
export function createLive(found: Found, criterion: Criterion, now = () => performance.now()): Live {
  const known = new Map<string, CellSolutions>()
  const changed = new Set<string>()
  let next = 0
  return {
    ended: (restart) => void changed.add(cellName(restart)),
    read() {
      const began = now()
      if (changed.size === 0 || began < next) return UNCHANGED
      const cells = cellsOf(found.plan).map((cell) => {
        const name = cellName(cell)
        const before = changed.has(name) ? undefined : known.get(name)
        const solutions = before ?? cellSolutions(found, cell)
        known.set(name, solutions)
        return solutions
      })
      changed.clear()
      const landscape = landscapeOf(found.plan, cells, criterion)
      const ended = now()
      next = ended + Math.max(LEAST_MILLISECONDS, (ended - began) / SHARE)
      return landscape
    },
  }
}
