import { createSameness } from '../../core/mixture/sameness.ts'
import type { Prepared } from '../../core/mixture/types.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import { createFitMemory } from '../../workers/fit-memory.ts'
import { triesOf } from '../fits/cell-improvement.ts'
import { isUsable, type Outcome, type Usable } from '../fits/outcome.ts'
import type { PlannedRestart } from '../fits/plan.ts'
import type { Runner } from '../fits/runner.ts'
import { createSampleLabels } from '../fits/sample-labels.ts'
import { search } from '../fits/search.ts'

/** A fit of which only what was reached is kept. */
export interface Refit {
  runner: Runner
  prepared: Prepared
  /** Where the rows are taken from, whole. */
  columns: readonly Float64Array[]
  usedRows: Uint32Array
  settings: FitSettings
  plan: readonly PlannedRestart[]
  signal: AbortSignal | undefined
}

/** A restart or refinement that reached a model which may be taken as best. */
export interface Candidate {
  restart: PlannedRestart
  outcome: Usable
}

/** Places for traces that a plan needs. */
export function slotsOf(runner: Runner, plan: readonly PlannedRestart[], settings: FitSettings): number {
  const refined = plan.some(({ components }) => triesOf(settings, components) > 0)
  return plan.length + (refined ? runner.lanes : 0)
}

/** Restarts and refinements as in any fit. Null where it was stopped. */
export async function refit({
  runner,
  prepared,
  columns,
  usedRows,
  settings,
  plan,
  signal,
}: Refit): Promise<Candidate[] | null> {
  const memory = createFitMemory(slotsOf(runner, plan, settings), settings.maxIterations)
  const ended = new Map<PlannedRestart, Outcome>()
  await search({
    runner,
    prepared,
    memory,
    plan,
    settings,
    start: null,
    isSame: createSameness(prepared.spread, createSampleLabels(columns, usedRows)),
    signal,
    follower: {
      started: () => undefined,
      paused: () => undefined,
      finished: (slot, outcome) => void ended.set(plan[slot], outcome),
      tried: () => undefined,
      added: () => undefined,
      spared: () => undefined,
      joined: (refinement, outcome) => void ended.set(refinement, outcome),
    },
  })
  if (memory.stopped()) return null
  return [...ended].flatMap(([restart, outcome]) => (isUsable(outcome) ? { restart, outcome } : []))
}
