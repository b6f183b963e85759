import { countOf } from '../../core/mixture/row-weights.ts'
import type { Sameness } from '../../core/mixture/sameness.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { FitProgress } from '../../contract/views.ts'
import { createFitMemory } from '../../workers/fit-memory.ts'
import { triesOf } from './cell-improvement.ts'
import type { Dependence } from './dependence.ts'
import type { KnownCell } from './known-cells.ts'
import { createLedger, type Ledger, type Past, type Records } from './ledger.ts'
import { createLive } from './live.ts'
import { isNested } from './nested.ts'
import type { Outcome } from './outcome.ts'
import type { PlannedRestart } from './plan.ts'
import type { ReadyRows } from './ready-rows.ts'
import type { Runner } from './runner.ts'
import { search, type Follower } from './search.ts'
import { standingOf } from './standing.ts'
import { createWatch } from './watch.ts'

/** A search of a fit: its first, or one that extends it. */
export interface Conducted {
  fit: string
  runner: Runner
  ready: ReadyRows
  /** Of this search. */
  settings: FitSettings
  planned: readonly PlannedRestart[]
  /** Traces that the search needs room for. */
  slots: number
  /** What the fit has come to before. */
  past: Past
  isSame: Sameness
  dependence: Dependence | null
  /** See `Search`. */
  known?: readonly KnownCell[] | undefined
  signal: AbortSignal | undefined
  onProgress: ((progress: FitProgress) => void) | undefined
  /** What an outcome amounts to beside what the restart had come to before; by default itself. */
  amounts?(outcome: Outcome): Outcome
  /** Told before the first restart begins. */
  began(ledger: Ledger): void
}

const POLL_MILLISECONDS = 100

/** Seconds since any fixed moment. */
export const clock = () => performance.now() / 1000

/** Runs the restarts and refinements of a search and tells of them ten times a second. An abort ends it early with what was found. */
export async function conduct(work: Conducted): Promise<Records & { stopped: boolean }> {
  const { runner, ready, settings, planned, past, isSame, dependence, signal } = work
  const { prepared, start } = ready
  const { dimension } = prepared
  const counted = countOf(prepared)
  const { criterion, noise } = settings
  const memory = createFitMemory(work.slots, settings.maxIterations)
  const ledger = createLedger(planned, memory, past)
  work.began(ledger)
  const { plan, outcomes } = ledger
  const watch = createWatch({
    fit: work.fit,
    plan: planned,
    past,
    triesOf: (components) => triesOf(settings, components),
    racing: settings.strategy === 'race',
    memory,
    criterion,
    standing: (restart, outcome) => standingOf(restart, outcome, counted, dimension, noise),
    live: createLive(
      { plan, outcomes, counted, dimension, noise, isSame, dependence },
      criterion,
      isNested(settings),
    ),
    clock,
  })
  const report = () => work.onProgress?.(watch.read())
  report()
  const timer = setInterval(report, POLL_MILLISECONDS)
  try {
    const follower = amended(both(ledger, watch), work.amounts)
    await search({
      ...{ runner, prepared, memory, plan: planned, settings, start, isSame, signal, follower },
      ...(work.known !== undefined && { known: work.known }),
    })
  } finally {
    clearInterval(timer)
  }
  report()
  return { ...ledger.records(), stopped: memory.stopped() }
}

function amended(follower: Follower, amounts: Conducted['amounts']): Follower {
  if (amounts === undefined) return follower
  return { ...follower, finished: (slot, outcome) => follower.finished(slot, amounts(outcome)) }
}

/** Two followers as one. */
function both(first: Follower, second: Follower): Follower {
  return {
    started: (...told) => (first.started(...told), second.started(...told)),
    paused: (...told) => (first.paused(...told), second.paused(...told)),
    finished: (...told) => (first.finished(...told), second.finished(...told)),
    tried: (...told) => (first.tried(...told), second.tried(...told)),
    added: (...told) => (first.added(...told), second.added(...told)),
    spared: (...told) => (first.spared(...told), second.spared(...told)),
    joined: (...told) => (first.joined(...told), second.joined(...told)),
  }
}
