import { getEnvironmentData, isMainThread } from 'node:worker_threads'

/** What a thread is told by: a shared number, 1 for the next that asks whether it shall stop. */
export const FULL = 'basin-heap-full'

/** Holds more and more until the heap is at its limit. */
export function fillHeap(): never {
  const held: number[][] = []
  for (;;) held.push(Array.from({ length: 10_000 }, (_, i) => i + Math.random()))
}

/** Loaded by every thread before its work: the arithmetic asks often, and goes on in this thread where it is not told. */
if (!isMainThread) {
  const load = Atomics.load
  let told: unknown
  Atomics.load = ((array: Int32Array, at: number) => {
    // Not there yet while a thread is being made.
    told ??= getEnvironmentData(FULL)
    const isTold = told instanceof Int32Array && Atomics.compareExchange(told, 0, 1, 0) === 1
    if (isTold) fillHeap()
    return load(array, at)
  }) as typeof Atomics.load
}
