/** Threads as places to work at: as many pieces of work at once, the others wait. */
export interface Lanes {
  /** Does the work once a lane is free: of what waits, the lowest `order` first, then in the order of asking. */
  run<T>(order: number, work: (lane: number) => Promise<T>): Promise<T>
}

/** What an idle lane does until it ends by itself or is asked to leave. Never rejects. */
export interface Pastime {
  ended: Promise<void>
  leave(): void
}

interface Waiting {
  order: number
  begin(lane: number): void
}

/** `idle` is asked, with a lane that nothing waits for, for a pastime; null to ask again once other work has begun. */
export function createLanes(count: number, idle: () => Pastime | null = () => null): Lanes {
  const free = Array.from({ length: count }, (_, lane) => lane)
  const waiting: Waiting[] = []
  const pastimes = new Set<Pastime>()
  /** Pastimes asked to leave that have not ended. */
  let leaving = 0

  function dispatch(): void {
    while (free.length > 0 && waiting.length > 0) waiting.shift()?.begin(free.shift() ?? 0)
    for (; leaving < Math.min(waiting.length, pastimes.size); leaving++) [...pastimes][leaving].leave()
    while (free.length > 0 && waiting.length === 0) {
      const pastime = idle()
      if (pastime === null) return
      pass(free.pop() ?? 0, pastime)
    }
  }

  function pass(lane: number, pastime: Pastime): void {
    pastimes.add(pastime)
    void pastime.ended.then(() => {
      pastimes.delete(pastime)
      leaving = Math.max(0, leaving - 1)
      release(lane)
    })
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
        const place = waiting.findIndex((other) => other.order > order)
        waiting.splice(place < 0 ? waiting.length : place, 0, { order, begin })
        dispatch()
      }),
  }
}
