/**
 * The one shared block of a fit: what the engine tells the restarts (stop) and what they tell it (iterations, traces).
 * Layout: 32-bit words [stop, slots, capacity, spare, iterations of each slot…], padded to 8 bytes, then the traces as
 * 64-bit floats, slot by slot.
 */
export interface FitMemory {
  buffer: SharedArrayBuffer
  slots: number
  /** Most iterations one slot can hold. */
  capacity: number
  stop(): void
  stopped(): boolean
  /** Forgets what a slot holds, before something else is stored there. */
  clear(slot: number): void
  /** Stores the log-likelihood after a 0-based iteration, then raises the slot's counter to tell of it. */
  store(slot: number, iteration: number, logLikelihood: number): void
  /** Iterations stored so far; every entry of the trace below it is valid. */
  iterations(slot: number): number
  /** A copy of the trace from a 0-based iteration to the last stored. */
  trace(slot: number, from: number): Float64Array
}

const STOP = 0
const SLOTS = 1
const CAPACITY = 2
const COUNTERS = 4

const tracesAt = (slots: number) => Math.ceil(((COUNTERS + slots) * 4) / 8) * 8

/** Bytes of the block for so many restarts of at most `capacity` iterations. */
export function fitMemoryBytes(slots: number, capacity: number): number {
  return tracesAt(slots) + slots * capacity * Float64Array.BYTES_PER_ELEMENT
}

/** A new block, all counters 0. */
export function createFitMemory(slots: number, capacity: number): FitMemory {
  const buffer = new SharedArrayBuffer(fitMemoryBytes(slots, capacity))
  const words = new Int32Array(buffer, 0, COUNTERS)
  words[SLOTS] = slots
  words[CAPACITY] = capacity
  return fitMemory(buffer)
}

/** The block as any thread sees it. */
export function fitMemory(buffer: SharedArrayBuffer): FitMemory {
  const head = new Int32Array(buffer, 0, COUNTERS)
  const slots = Atomics.load(head, SLOTS)
  const capacity = Atomics.load(head, CAPACITY)
  const words = new Int32Array(buffer, 0, COUNTERS + slots)
  const traces = new Float64Array(buffer, tracesAt(slots), slots * capacity)
  const iterations = (slot: number) => Atomics.load(words, COUNTERS + slot)
  return {
    buffer,
    slots,
    capacity,
    stop: () => void Atomics.store(words, STOP, 1),
    stopped: () => Atomics.load(words, STOP) === 1,
    clear: (slot) => void Atomics.store(words, COUNTERS + slot, 0),
    store: (slot, iteration, logLikelihood) => {
      if (iteration >= capacity) return
      traces[slot * capacity + iteration] = logLikelihood
      Atomics.store(words, COUNTERS + slot, iteration + 1)
    },
    iterations,
    trace: (slot, from) =>
      Float64Array.from(traces.subarray(slot * capacity + from, slot * capacity + iterations(slot))),
  }
}
