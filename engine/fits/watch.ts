import { isSetAside } from '../../contract/set-aside.ts'
import type { FitProgress, RestartView } from '../../contract/views.ts'
import type { FitMemory } from '../../workers/fit-memory.ts'
import { cellsOf } from './cells.ts'
import type { Past } from './ledger.ts'
import type { Live } from './live.ts'
import type { Outcome } from './outcome.ts'
import { legsRun, type PlannedRestart } from './plan.ts'
import type { Follower } from './search.ts'
import type { Standing } from './standing.ts'
import { secondsLeft, type Tally } from './time-left.ts'

/** What is known of a fit while it runs. */
export interface Watch extends Follower {
  /** One event with everything that changed since the last; the first has every restart. */
  read(): FitProgress
}

export interface Watched {
  fit: string
  plan: readonly PlannedRestart[]
  /** What was known before. */
  past: Past
  /** Refinements that are to be tried in a cell of so many components. */
  triesOf(components: number): number
  /** Restarts are dropped early, so only a whole cell tells what one costs. */
  racing: boolean
  memory: FitMemory
  criterion: 'bic' | 'icl' | 'aic'
  standing(restart: PlannedRestart, outcome: Outcome): Standing | null
  live: Live
  /** Seconds since any fixed moment. */
  clock(): number
}

/** Follows the restarts of one fit through its shared memory. */
export function createWatch(watched: Watched): Watch {
  const { fit, plan, past, memory, criterion, standing, live, racing, clock } = watched
  const cells = cellsOf(plan)
  const began = clock()
  const outcomes: (Outcome | null)[] = plan.map(() => null)
  const starts: (number | null)[] = plan.map(() => null)
  const told = plan.map(() => 0)
  /** Iterations that a restart had when it was continued. */
  const had = plan.map(({ legs }) => legs?.at(-1)?.iterations ?? 0)
  const dirty = new Set(plan.keys())
  const last: (number | null)[] = plan.map(() => null)
  const tries: Tally = { done: 0, seconds: 0, left: 0 }
  for (const { components } of cells) tries.left += components * watched.triesOf(components)
  let toTry = cells.reduce((sum, { components }) => sum + watched.triesOf(components), 0)
  let tried = 0
  let joined: FitProgress['changes'] = []
  let leader: { id: string; value: number; setAside: boolean } | null = null

  function lead(restart: PlannedRestart, outcome: Outcome): void {
    const value = outcome.status === 'dropped' ? undefined : standing(restart, outcome)?.[criterion]
    if (value === undefined) return
    const setAside = isSetAside(outcome.flags)
    const better =
      leader === null || (leader.setAside === setAside ? value < leader.value : leader.setAside && !setAside)
    if (better) leader = { id: restart.id, value, setAside }
  }

  function change(slot: number): FitProgress['changes'][number] {
    const before = told[slot]
    const trace = memory.trace(slot, before)
    told[slot] = before + trace.length
    last[slot] = trace.at(-1) ?? last[slot]
    const outcome = outcomes[slot] ?? null
    const start = starts[slot] ?? null
    const restart =
      outcome === null
        ? runningView(plan[slot], had[slot] + told[slot], last[slot], start === null ? null : clock() - start)
        : finishedView(plan[slot], outcome)
    const fell = outcome !== null && outcome.iterations < had[slot] + told[slot]
    if (fell) return { restart, traceFrom: outcome.iterations, trace: new Float64Array() }
    return { restart, traceFrom: had[slot] + before, trace }
  }

  function left(elapsed: number): number | null {
    const restarts: Tally = { done: 0, seconds: 0, left: 0 }
    let busy = tries.seconds
    for (const { components, slots } of cells) {
      const whole = slots.every((slot) => outcomes[slot] !== null)
      for (const slot of slots) {
        const outcome = outcomes[slot]
        const counts = outcome !== null && (whole || !racing)
        busy += outcome?.seconds ?? 0
        if (counts) restarts.seconds += outcome.seconds
        restarts[counts ? 'done' : 'left'] += components
      }
    }
    return secondsLeft(restarts, tries, busy, elapsed)
  }

  for (const [at, restart] of past.plan.entries())
    if (restart.removed !== true) lead(restart, past.outcomes[at])

  return {
    started(slot) {
      outcomes[slot] = null
      starts[slot] = clock()
      dirty.add(slot)
    },
    paused(slot) {
      starts[slot] = null
      dirty.add(slot)
    },
    finished(slot, outcome) {
      outcomes[slot] = outcome
      dirty.add(slot)
      lead(plan[slot], outcome)
      live.ended(plan[slot])
    },
    tried(components, { seconds }) {
      tried++
      tries.done += components
      tries.seconds += seconds
      tries.left -= components
    },
    added(components, count) {
      toTry += count
      tries.left += components * count
    },
    spared(components, count) {
      toTry -= count
      tries.left -= components * count
    },
    joined(refinement, outcome, trace) {
      joined.push({ restart: finishedView(refinement, outcome), traceFrom: 0, trace })
      lead(refinement, outcome)
      live.ended(refinement)
    },
    read() {
      for (const slot of starts.keys())
        if (outcomes[slot] === null && memory.iterations(slot) > told[slot]) dirty.add(slot)
      const changes = [...[...dirty].sort((a, b) => a - b).map(change), ...joined]
      dirty.clear()
      joined = []
      const done = outcomes.filter((outcome) => outcome !== null).length
      const seconds = clock() - began
      return {
        kind: 'fit',
        fit,
        done,
        total: plan.length,
        stage: done === plan.length && toTry > 0 ? 'refining' : 'restarts',
        tried,
        toTry,
        seconds,
        secondsLeft: left(seconds),
        changes,
        ...live.read(),
        leader: leader?.id ?? null,
      }
    },
  }
}

function identity(plan: PlannedRestart) {
  const { id, components, covariance, index, seed, initialisation, start } = plan
  const manual = start !== undefined && { manual: true as const }
  return { id, components, covariance, index, seed, initialisation, solution: null, ...manual }
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
  const continued = legsRun(plan, iterations).flatMap((leg) => (leg.mixture === null ? [] : leg.iterations))
  return {
    ...identity(plan),
    state: status,
    iterations,
    logLikelihood,
    ...(reason === '' ? {} : { reason }),
    warnings: flags.map(({ code, message }) => ({ code, message })),
    seconds,
    ...(continued.length > 0 && { continued }),
  }
}
