import type { Sameness } from '../../core/mixture/sameness.ts'
import type { Prepared, Start } from '../../core/mixture/types.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { FitMemory } from '../../workers/fit-memory.ts'
import type { Snapshot } from '../../workers/snapshot.ts'
import { improveCell, triesOf } from './cell-improvement.ts'
import { runCell, type CellRestarts } from './cell-restarts.ts'
import { cellsOf, type Cell } from './cells.ts'
import type { Outcome } from './outcome.ts'
import type { PlannedRestart } from './plan.ts'
import { joinedCells, type KnownCell } from './known-cells.ts'
import { isNested } from './nested.ts'
import { orderCells } from './order-cells.ts'
import type { Reached } from './refine.ts'
import type { Runner } from './runner.ts'
import { createTries } from './tries.ts'

/** Who follows a search. Slots are places in the plan. */
export interface Follower {
  /** `snapshot` is null where memory for it is short. */
  started(slot: number, snapshot: Snapshot | null): void
  /** It waits for its next leg. */
  paused(slot: number): void
  /** A restart that ended as `dropped` may start once more. */
  finished(slot: number, outcome: Outcome): void
  /** A refinement of a cell has ended. */
  tried(components: number, outcome: Outcome): void
  /** So many refinements more of a cell will be tried. */
  added(components: number, count: number): void
  /** So many refinements of a cell will not be tried. */
  spared(components: number, count: number): void
  /** A refinement found something better than all restarts of its cell; its trace is after each iteration. */
  joined(refinement: PlannedRestart, outcome: Outcome, trace: Float64Array): void
}

export interface Search {
  runner: Runner
  prepared: Prepared
  /** A slot for each restart of the plan and, for the refinements, one for each lane of the runner. */
  memory: FitMemory
  plan: readonly PlannedRestart[]
  settings: FitSettings
  start: Start | null
  isSame: Sameness
  /** What the cells of the fit had come to before, where these are to be put in order with those of the plan; else those alone are. */
  known?: readonly KnownCell[]
  signal: AbortSignal | undefined
  follower: Follower
}

/** What every stage of a search works with. */
export interface Stage extends Search {
  /** Ends the threads of the fit: the last resort. */
  kill: AbortSignal
}

/** A thread that has not seen the wish to stop after this long is ended. */
const GRACE_MILLISECONDS = 5_000

/**
 * Runs the restarts in the order of the plan, as many at once as there are threads; a cell whose restarts have ended is refined
 * once no restart waits. On an abort the running ones return what they have and the waiting ones end as `stopped`. What is
 * found depends on the settings and the rows alone. A thread that dies ends its restart; anything else that fails ends the threads
 * of the search, which rejects with it.
 */
export async function search(work: Search): Promise<void> {
  const { memory, plan, signal } = work
  const kill = new AbortController()
  let grace: NodeJS.Timeout | undefined
  const stop = () => {
    memory.stop()
    grace = setTimeout(() => kill.abort(), GRACE_MILLISECONDS)
  }
  if (signal?.aborted === true) stop()
  else signal?.addEventListener('abort', stop, { once: true })

  const failures: unknown[] = []
  const fail = (thrown: unknown) => {
    failures.push(thrown)
    memory.stop()
    kill.abort()
  }
  const stage = { ...work, kill: kill.signal }
  const cells = cellsOf(plan).map((cell) => ({ cell, ended: runCell(stage, cell) }))
  const models = new Set(cells.map(({ cell }) => cell.covariance))
  const improved = Array.from(models, (model) =>
    improve(
      stage,
      cells.filter(({ cell }) => cell.covariance === model),
    ),
  )
  const ordered = Promise.all(improved).then((refined) => order(stage, refined.flat()))
  const stages = [...cells.map(({ ended }) => ended), ...improved, ordered]
  for (const one of stages) one.catch(fail)
  await Promise.allSettled<unknown>(stages)
  clearTimeout(grace)
  signal?.removeEventListener('abort', stop)
  if (failures.length > 0) throw failures[0]
}

/** Whether cells that have reached less than one they contain are started from that. */
export function isOrdered(settings: FitSettings): boolean {
  return isNested(settings) && triesOf(settings, 2) > 0
}

/** The cells of one covariance model, components rising: each begins from what the one before has come to. */
async function improve(
  stage: Stage,
  cells: { cell: Cell; ended: Promise<CellRestarts> }[],
): Promise<KnownCell[]> {
  const improved: KnownCell[] = []
  let fewer: Reached | null = null
  for (const { cell, ended } of cells) {
    const reached = await ended
    fewer = await improveCell(stage, cell, reached, fewer)
    const heights = [reached.highest, fewer?.logLikelihood].filter((each) => each != null)
    const highest = heights.length === 0 ? null : Math.max(...heights)
    const { components, covariance } = cell
    const tries = triesOf(stage.settings, components)
    improved.push({ components, covariance, tries, best: fewer, highest, restarts: cell.slots.length })
  }
  return improved
}

/** Starts cells that have reached less than a simpler one from what that has, where refinements are asked for. */
async function order(stage: Stage, found: readonly KnownCell[]): Promise<void> {
  const { settings, memory, follower, known } = stage
  if (known === undefined && !isOrdered(settings)) return
  const cells = known === undefined ? found : joinedCells(known, found)
  const tries = cells.map((cell) => createTries(stage, cell))
  await orderCells(cells, {
    noise: settings.noise,
    added: (at, count) => follower.added(cells[at].components, count),
    run: (at, one) => tries[at].run(one),
    joined: (at, one, outcome) => tries[at].joined(one, outcome),
    stopped: memory.stopped,
  })
}
