/** How far a piece of work is. `fraction` is 0…1, or null while the total is not known. */
export interface WorkReading {
  fraction: number | null
  rows: number
}

/** One piece of work (import, labels, export) watched and stopped through shared memory by any thread. */
export interface WorkControl {
  readonly buffer: SharedArrayBuffer
  stop(): void
  stopped(): boolean
  /** From here on it cannot be stopped; false where it was stopped before. */
  seal(): boolean
  /** Sets what is done of how much, and the rows so far. For work done by one task. */
  report(done: number, total: number, rows: number): void
  /** Adds to what is done. For work shared by several tasks, after one `report(0, total, 0)`. */
  advance(done: number, rows: number): void
  reading(): WorkReading
}

const BYTES = 32
const RUNNING = 0
const STOPPED = 1
const SEALED = 2
const DONE = 1
const TOTAL = 2
const ROWS = 3

export function createWorkControl(): WorkControl {
  return workControl(new SharedArrayBuffer(BYTES))
}

/** A view of the control block that another thread made. */
export function workControl(buffer: SharedArrayBuffer): WorkControl {
  const flag = new Int32Array(buffer, 0, 1)
  const counts = new BigInt64Array(buffer)
  return {
    buffer,
    stop: () => void Atomics.compareExchange(flag, 0, RUNNING, STOPPED),
    stopped: () => Atomics.load(flag, 0) === STOPPED,
    seal: () => Atomics.compareExchange(flag, 0, RUNNING, SEALED) !== STOPPED,
    report(done, total, rows) {
      Atomics.store(counts, DONE, BigInt(done))
      Atomics.store(counts, TOTAL, BigInt(total))
      Atomics.store(counts, ROWS, BigInt(rows))
    },
    advance(done, rows) {
      Atomics.add(counts, DONE, BigInt(done))
      Atomics.add(counts, ROWS, BigInt(rows))
    },
    reading() {
      const total = Number(Atomics.load(counts, TOTAL))
      const done = Number(Atomics.load(counts, DONE))
      return {
        fraction: total > 0 ? Math.min(1, done / total) : null,
        rows: Number(Atomics.load(counts, ROWS)),
      }
    },
  }
}
