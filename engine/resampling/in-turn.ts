export interface Turns<T> {
  count: number
  /** How many are worked on at a time. */
  atOnce: number
  signal: AbortSignal | undefined
  /** Null where it was stopped. */
  work(index: number, signal: AbortSignal): Promise<T | null>
  /** Told in the order of the indices, whoever ends first; false to end it here. */
  take(result: T): boolean
}

/**
 * Works on several at a time, and takes what comes of them in their order: what is taken depends neither on how many are at work
 * nor on how long each takes. Resolves once nothing is at work any more; rejects with the first failure.
 */
export async function inTurn<T>({ count, atOnce, signal, work, take }: Turns<T>): Promise<void> {
  const inner = new AbortController()
  const end = () => inner.abort()
  if (signal?.aborted === true) end()
  signal?.addEventListener('abort', end, { once: true })
  const waiting = new Map<number, T>()
  let next = 0
  let taken = 0

  function settle(index: number, result: T): void {
    waiting.set(index, result)
    for (let first = waiting.get(taken); first !== undefined; first = waiting.get(++taken)) {
      waiting.delete(taken)
      if (inner.signal.aborted) return
      if (!take(first)) end()
    }
  }
  async function worker(): Promise<void> {
    while (!inner.signal.aborted && next < count) {
      const index = next++
      const result = await work(index, inner.signal)
      if (result === null) return
      settle(index, result)
    }
  }
  const workers = Array.from({ length: Math.min(atOnce, count) }, async () => {
    try {
      await worker()
    } catch (thrown) {
      end()
      throw thrown
    }
  })
  const ended = await Promise.allSettled(workers)
  signal?.removeEventListener('abort', end)
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}
