import { unseen, type Unseen } from '../../core/mixture/unseen.ts'
import { isSetAside } from '../../contract/set-aside.ts'
import type { SolutionView, UnseenView } from '../../contract/views.ts'
import type { Cell } from './cells.ts'
import { isIndependent } from './plan.ts'
import type { Found } from './solution-views.ts'

/** One component has one optimum where there is no noise beside it. */
const NOTHING: Unseen = { chance: 0, chanceAtMost: 0, better: 0, betterAtMost: 0 }

/** What one more restart of a cell may reach, by its solutions so far. Stopped restarts tell nothing. */
export function unseenOf(
  { plan, outcomes, noise }: Found,
  { components, covariance, slots }: Cell,
  solutions: readonly SolutionView[],
): UnseenView {
  const drawn = new Set<string>()
  for (const slot of slots) {
    const status = outcomes[slot]?.status
    if (status !== undefined && status !== 'stopped' && isIndependent(plan[slot])) drawn.add(plan[slot].id)
  }
  const reachedBy = (count: number) =>
    solutions.filter(({ restarts: all }) => all.length === count && all.every((id) => drawn.has(id)))
  const once = reachedBy(1)
  const best = solutions.find(({ warnings }) => !isSetAside(warnings))
  const seen = {
    restarts: drawn.size,
    once: once.length,
    twice: reachedBy(2).length,
    bestOnce: best !== undefined && once.includes(best),
  }
  return {
    components,
    covariance,
    restarts: drawn.size,
    once: seen.once,
    outdoneBy: null,
    ...(components === 1 && !noise && drawn.size > 0 ? NOTHING : unseen(seen)),
  }
}
