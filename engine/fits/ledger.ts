import type { FitMemory } from '../../workers/fit-memory.ts'
import type { Snapshot } from '../../workers/snapshot.ts'
import { cellsOf } from './cells.ts'
import type { Outcome } from './outcome.ts'
import type { PlannedRestart } from './plan.ts'
import type { Follower } from './search.ts'

/** What a search has come to so far: the restarts of its plan, then the refinements that joined them. */
export interface Ledger extends Follower {
  /** Grows as refinements join. */
  readonly plan: readonly PlannedRestart[]
  /** One per restart; absent while it has not ended. */
  readonly outcomes: readonly (Outcome | undefined)[]
  /** Where a running restart leaves its parameters, by slot. */
  readonly snapshots: ReadonlyMap<number, Snapshot>
  /** Everything at the end, in an order that depends on the plan alone. */
  close(): Records
}

/** One entry per restart in each list. */
export interface Records {
  plan: PlannedRestart[]
  outcomes: Outcome[]
  traces: Float64Array[]
  refinements: { tried: number; better: number }
  /** Of all restarts and refinements. */
  iterations: number
}

/** A ledger for the restarts of a plan whose traces are in `memory`. */
export function createLedger(planned: readonly PlannedRestart[], memory: FitMemory): Ledger {
  const plan = [...planned]
  const outcomes: Outcome[] = []
  const snapshots = new Map<number, Snapshot>()
  const traces = new Map<PlannedRestart, Float64Array>()
  let tried = 0
  let iterations = 0

  function close(): Records {
    const order = new Map(cellsOf(planned).map(({ slots: [first] }) => [cellName(plan[first]), first]))
    const place = (slot: number) => order.get(cellName(plan[slot])) ?? 0
    const joined = Array.from(plan.keys())
      .slice(planned.length)
      .sort((a, b) => place(a) - place(b) || plan[a].index - plan[b].index)
    const slots = [...planned.keys(), ...joined]
    return {
      plan: slots.map((slot) => plan[slot]),
      outcomes: slots.map((slot) => outcomes[slot]),
      traces: slots.map(
        (slot) => traces.get(plan[slot]) ?? memory.trace(slot, 0).slice(0, outcomes[slot].iterations),
      ),
      refinements: { tried, better: joined.length },
      iterations: planned.reduce((sum, _, slot) => sum + outcomes[slot].iterations, iterations),
    }
  }

  return {
    plan,
    outcomes,
    snapshots,
    started(slot, snapshot) {
      if (snapshot !== null) snapshots.set(slot, snapshot)
    },
    paused: (slot) => void snapshots.delete(slot),
    finished(slot, outcome) {
      snapshots.delete(slot)
      outcomes[slot] = outcome
    },
    tried(_, outcome) {
      tried++
      iterations += outcome.iterations
    },
    spared: () => undefined,
    joined(refinement, outcome, trace) {
      outcomes[plan.push(refinement) - 1] = outcome
      traces.set(refinement, trace)
    },
    close,
  }
}

const cellName = ({ covariance, components }: PlannedRestart) => `${covariance}-${components}`
