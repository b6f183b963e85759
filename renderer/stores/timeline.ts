import type { ReplayView } from '../../contract/views.ts'

/** A place to stop at while restarts play: after an iteration, or half-way through it, when its M-step is done and its E-step is not. */
export interface Stop {
  iteration: number
  half: boolean
}

/**
 * What is seen of one restart at a stop. `maximise` and `expect` are the halves of an EM step, `leap`, `landing` and `refusal` the
 * moves of an accelerated one, `several` iterations that were not all kept; `over`: it had ended before.
 */
export type Phase = 'start' | 'maximise' | 'expect' | 'leap' | 'landing' | 'refusal' | 'several' | 'over'

export interface Shot {
  phase: Phase
  /** The iteration whose parameters are shown, and its place among those kept. */
  iteration: number
  place: number
  /** The iteration whose labels are shown. */
  labels: number
}

/** The stops of restarts that play in step: every iteration that one of them has kept, with both its halves where it is an EM step. */
export function timelineOf(replays: readonly ReplayView[]): Stop[] {
  const halved = new Map<number, boolean>()
  for (const replay of replays)
    replay.iterations.forEach((iteration, place) => {
      halved.set(iteration, (halved.get(iteration) ?? false) || isHalved(replay, place))
    })
  return [...halved]
    .sort(([a], [b]) => a - b)
    .flatMap(([iteration, half]) => [
      ...(half ? [{ iteration, half: true }] : []),
      { iteration, half: false },
    ])
}

/** The last stop not behind another one; the first where all are. */
export function stopAt(timeline: readonly Stop[], { iteration, half }: Stop): number {
  const at = timeline.findLastIndex(
    (stop) => stop.iteration < iteration || (stop.iteration === iteration && (stop.half || !half)),
  )
  return Math.max(0, at)
}

/** What is seen of a restart at a stop: before it has begun its start, after it has ended its end. */
export function shotAt(replay: ReplayView, { iteration, half }: Stop): Shot {
  const { iterations, moves } = replay
  const place = Math.max(0, lastKept(iterations, iteration))
  const kept = iterations[place] ?? 0
  const still = (phase: Phase): Shot => ({ phase, iteration: kept, place, labels: kept })
  if (kept < iteration) return still(place === iterations.length - 1 ? 'over' : 'several')
  const before = iterations[place - 1]
  if (before === undefined) return still('start')
  const move = moves[place] ?? 'several'
  if (!half) return still(move === 'em' ? 'expect' : move)
  if (isHalved(replay, place)) return { phase: 'maximise', iteration: kept, place, labels: before }
  return shotAt(replay, { iteration: before, half: false })
}

/** Whether both halves of a kept iteration can be shown: it is an EM step from one that was kept as well. */
function isHalved({ iterations, moves }: ReplayView, place: number): boolean {
  return moves[place] === 'em' && iterations[place - 1] === (iterations[place] ?? NaN) - 1
}

function lastKept(iterations: Int32Array, iteration: number): number {
  let low = 0
  let high = iterations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((iterations[middle] ?? Infinity) <= iteration) low = middle + 1
    else high = middle
  }
  return low - 1
}
