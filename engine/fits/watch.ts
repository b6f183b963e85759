import { isSetAside } from '../../contract/set-aside.ts'
import type { FitProgress, RestartView } from '../../contract/views.ts'
import type { FitMemory } from '../../workers/fit-memory.ts'
import type { PlannedRestart } from './plan.ts'
import type { Outcome } from './search.ts'
import type { Standing } from './standing.ts'

/** What is known of a fit while it runs. */
export interface Watch {
  started(slot: number): void
  finished(slot: number, outcome: Outcome): void
  /** One event with everything that changed since the last; the first has every restart. */
  read(): FitProgress
}

export interface Watched {
  fit: string
  plan: readonly PlannedRestart[]
  memory: FitMemory
  criterion: 'bic' | 'icl' | 'aic'
  standing(slot: number, outcome: Outcome): Standing | null
  /** Seconds since any fixed moment. */
  clock(): number
}

/** Follows the restarts of one fit through its shared memory. */
export function createWatch({ fit, plan, memory, criterion, standing, clock }: Watched): Watch {
  const began = clock()
  const outcomes: (Outcome | null)[] = plan.map(() => null)
  const starts: (number | null)[] = plan.map(() => null)
  const told = plan.map(() => 0)
  const dirty = new Set(plan.keys())
  let done = 0
  let leader: { id: string; value: number; setAside: boolean } | null = null

  function lead(slot: number, outcome: Outcome): void {
    const value = standing(slot, outcome)?.[criterion]
    if (value === undefined) return
    const setAside = isSetAside(outcome.flags)
    const better =
      leader === null || (leader.setAside === setAside ? value < leader.value : leader.setAside && !setAside)
    if (better) leader = { id: plan[slot].id, value, setAside }
  }

  function change(slot: number): FitProgress['changes'][number] {
    const traceFrom = told[slot]
    const trace = memory.trace(slot, traceFrom)
    told[slot] = traceFrom + trace.length
    const outcome = outcomes[slot] ?? null
    const start = starts[slot] ?? null
    const restart =
      outcome === null
        ? runningView(plan[slot], told[slot], trace.at(-1) ?? null, start === null ? null : clock() - start)
        : finishedView(plan[slot], outcome)
    return { restart, traceFrom, trace }
  }

  return {
    started(slot) {
      starts[slot] = clock()
      dirty.add(slot)
    },
    finished(slot, outcome) {
      outcomes[slot] = outcome
      done++
      dirty.add(slot)
      lead(slot, outcome)
    },
    read() {
      for (const slot of starts.keys())
        if (outcomes[slot] === null && memory.iterations(slot) > told[slot]) dirty.add(slot)
      const changes = [...dirty].sort((a, b) => a - b).map(change)
      dirty.clear()
      const seconds = clock() - began
      const secondsLeft = estimate(plan, outcomes, seconds)
      return {
        kind: 'fit',
        fit,
        done,
        total: plan.length,
        seconds,
        secondsLeft,
        changes,
        leader: leader?.id ?? null,
      }
    },
  }
}

/** Time left if each restart costs in proportion to its components; null until one is done. */
function estimate(
  plan: readonly PlannedRestart[],
  outcomes: readonly (Outcome | null)[],
  seconds: number,
): number | null {
  const cost = (wanted: boolean) =>
    plan.reduce(
      (sum, restart, slot) => sum + ((outcomes[slot] !== null) === wanted ? restart.components : 0),
      0,
    )
  const done = cost(true)
  return done === 0 ? null : (seconds * cost(false)) / done
}

function identity(plan: PlannedRestart) {
  const { id, components, covariance, index, seed, initialisation } = plan
  return { id, components, covariance, index, seed, initialisation, solution: null }
}

function runningView(
  plan: PlannedRestart,
  iterations: number,
  logLikelihood: number | null,
  seconds: number | null,
): RestartView {
  const state = seconds === null ? 'waiting' : 'running'
  return { ...identity(plan), state, iterations, logLikelihood, warnings: [], seconds: seconds ?? 0 }
}

/** A restart that has ended, before it is known which solution it reached. */
export function finishedView(plan: PlannedRestart, outcome: Outcome): RestartView {
  const { status, iterations, logLikelihood, reason, flags, seconds } = outcome
  return {
    ...identity(plan),
    state: status,
    iterations,
    logLikelihood,
    ...(reason === '' ? {} : { reason }),
    warnings: flags.map(({ code, message }) => ({ code, message })),
    seconds,
  }
}
