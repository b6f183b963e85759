import { createLine } from './line.ts'

/** Threads as places to work at: as many pieces of work at once, the others wait. */
export interface Lanes {
  /** Does the work once a lane is free: of what waits, the lowest `order` first, then in the order of asking. */
  run<T>(order: number, work: (lane: number) => Promise<T>): Promise<T>
}

/** What an idle lane does until it ends by itself or is asked to leave. Never rejects. */
export interface Pastime {
  ended: Promise<void>
  /** What it helps: where one of several that help the same is asked to leave, any one of them does. */
  helped: object
  leave(): void
}

interface Waiting {
  order: number
  begin(lane: number): void
}

/**
 * `idle` is asked, with a lane that nothing waits for, for a pastime; null to ask again once other work has begun. No work begins on
 * more lanes at once than `open` says then.
 */
export function createLanes(
  count: number,
  idle: () => Pastime | null = () => null,
  open: () => number = () => count,
): Lanes {
  const free = Array.from({ length: count }, (_, lane) => lane)
  const waiting = createLine<Waiting>()
  /** Those not asked to leave; and those asked that have not ended. */
  const staying = new Set<Pastime>()
  const leaving = new Set<Pastime>()

  const mayBegin = () => free.length > Math.max(0, count - open())

  function dispatch(): void {
    while (mayBegin() && waiting.length > 0) waiting.take(1)[0].begin(free.shift() ?? 0)
    for (const pastime of staying) {
      if (leaving.size >= waiting.length) break
      staying.delete(pastime)
      leaving.add(pastime)
      pastime.leave()
    }
    while (mayBegin() && waiting.length === 0) {
      const pastime = idle()
      if (pastime === null) return
      pass(free.pop() ?? 0, pastime)
    }
  }

  function pass(lane: number, pastime: Pastime): void {
    staying.add(pastime)
    void pastime.ended.then(() => {
      part(pastime)
      release(lane)
    })
  }

  function part(pastime: Pastime): void {
    const peer = [...leaving].find(({ helped }) => helped === pastime.helped)
    const left = leaving.has(pastime) ? pastime : peer
    staying.delete(pastime)
    if (left === undefined) return
    leaving.delete(left)
    if (left !== pastime) staying.add(left)
  }

  function release(lane: number): void {
    free.push(lane)
    dispatch()
  }

  return {
    run: (order, work) =>
      new Promise((resolve, reject) => {
        const begin = (lane: number) => {
          work(lane)
            .then(resolve, reject)
            .finally(() => release(lane))
        }
        waiting.add({ order, begin })
        dispatch()
      }),
  }
}
