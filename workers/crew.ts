import type { Kernel } from '../core/mixture/kernel.ts'
import type { Crew, Summarise } from '../core/mixture/kernel/crew.ts'
import type { Desk } from './desk.ts'

/** The leader's side of a desk: its passes are shared with whoever helps, and are made alone once a helper was lost. */
export function createCrew(desk: Desk): Crew {
  let own: Float64Array | null = null

  function alone(
    segments: number,
    size: number,
    summarise: Summarise,
    finished: (segment: number) => boolean,
  ) {
    own ??= new Float64Array(segments * size)
    for (let segment = 0; segment < segments; segment++) {
      const place = own.subarray(segment * size, (segment + 1) * size)
      if (finished(segment)) place.set(desk.place(segment))
      else if (!summarise(segment, place)) return null
    }
    return own
  }

  function giveUp(): null {
    desk.close()
    return null
  }

  return {
    share(parameters, segments, size, summarise, stopped) {
      if (segments !== desk.segments || size !== desk.size)
        throw new Error('this desk was made for other rows or another model')
      if (desk.closed()) return alone(segments, size, summarise, () => false)
      desk.publish(parameters)
      for (let segment = desk.claim(); segment !== null; segment = desk.claim()) {
        if (!summarise(segment, desk.place(segment))) return giveUp()
        desk.finish(segment)
      }
      while (!desk.allFinished()) {
        if (stopped()) return giveUp()
        // What a dying thread may yet write to the shared sums is not read again: the finished ones are taken away from them.
        if (desk.closed()) return alone(segments, size, summarise, desk.isFinished)
        desk.awaitFinish()
      }
      return desk.sums
    },
  }
}

/**
 * The helper's side: sums segments with a kernel over the same rows until the desk is closed, this helper is dismissed or the
 * work is stopped. Returns how many segments it summed.
 */
export function helpAt(desk: Desk, kernel: Kernel, stopped: () => boolean): number {
  const over = () => desk.closed() || stopped()
  let summed = 0
  while (!over() && !desk.dismissed()) {
    const segment = desk.claim()
    if (segment === null) desk.awaitPass()
    else if (kernel.summarise(desk.parameters, segment, desk.place(segment), over)) {
      desk.finish(segment)
      summed++
    }
  }
  return summed
}
