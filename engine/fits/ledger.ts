import type { FitMemory } from '../../workers/fit-memory.ts'
import type { Snapshot } from '../../workers/snapshot.ts'
import { nothing, type Outcome } from './outcome.ts'
import { inOrder, type PlannedRestart } from './plan.ts'
import type { Follower } from './search.ts'

/** What a search has come to so far: the restarts of its plan, then the refinements that joined them. */
export interface Ledger extends Follower {
  /** What was there before, then the plan; grows as refinements join. */
  readonly plan: readonly PlannedRestart[]
  /** One per restart; absent while it has not ended. */
  readonly outcomes: readonly (Outcome | undefined)[]
  /** Where a running restart leaves its parameters, by its place in `plan`. */
  readonly snapshots: ReadonlyMap<number, Snapshot>
  /** Everything so far, in an order that does not depend on who ended first; what has not ended counts as stopped before it began. */
  records(): Records
}

/** What was known before a search began. */
export type Past = Pick<Records, 'plan' | 'outcomes' | 'traces' | 'refinements' | 'iterations'>

/** One entry per restart in each list. */
export interface Records {
  plan: PlannedRestart[]
  outcomes: Outcome[]
  traces: Float64Array[]
  refinements: { tried: number; better: number }
  /** Of all restarts and refinements. */
  iterations: number
}

export const NOTHING_YET: Past = {
  plan: [],
  outcomes: [],
  traces: [],
  refinements: { tried: 0, better: 0 },
  iterations: 0,
}

/** A ledger for the restarts of a plan whose traces are in `memory`. */
export function createLedger(
  planned: readonly PlannedRestart[],
  memory: FitMemory,
  past: Past = NOTHING_YET,
): Ledger {
  const plan = [...past.plan, ...planned]
  const outcomes: Outcome[] = [...past.outcomes]
  const snapshots = new Map<number, Snapshot>()
  const traces = new Map(past.plan.map((restart, at) => [restart, past.traces[at]]))
  const placeOf = (slot: number) => past.plan.length + slot
  let iterationsOfOthers = past.iterations
  let { tried } = past.refinements
  let { better } = past.refinements

  function records(): Records {
    const reached = plan.map((_, at) => outcomes[at] ?? nothing('stopped', 0, ''))
    let iterations = iterationsOfOthers
    for (const [slot, restart] of planned.entries()) {
      const trace = memory.trace(slot, 0)
      traces.set(restart, trace.slice(0, reached[placeOf(slot)].iterations))
      iterations += trace.length
    }
    const places = inOrder(plan)
    return {
      plan: places.map((at) => plan[at]),
      outcomes: places.map((at) => reached[at]),
      traces: places.map((at) => traces.get(plan[at]) ?? new Float64Array()),
      refinements: { tried, better },
      iterations,
    }
  }

  return {
    plan,
    outcomes,
    snapshots,
    started(slot, snapshot) {
      if (snapshot !== null) snapshots.set(placeOf(slot), snapshot)
    },
    paused: (slot) => void snapshots.delete(placeOf(slot)),
    finished(slot, outcome) {
      snapshots.delete(placeOf(slot))
      outcomes[placeOf(slot)] = outcome
    },
    tried(_, outcome) {
      tried++
      iterationsOfOthers += outcome.iterations
    },
    added: () => undefined,
    spared: () => undefined,
    joined(refinement, outcome, trace) {
      better++
      outcomes[plan.push(refinement) - 1] = outcome
      traces.set(refinement, trace)
    },
    records,
  }
}
