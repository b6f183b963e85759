import { moduleBytes } from '../mixture/kernel/wasm/bytes.ts'
import type { WebAssemblyHost } from '../mixture/kernel/wasm/machine.ts'
import { countRoutine, dealRoutine } from './distinct-code.ts'

interface Routines {
  tally(from: number, to: number, shift: number, roundMask: number, round: number, dealt: number): void
  deal(from: number, to: number, shift: number, roundMask: number, round: number, dealt: number): void
  count(from: number, to: number, slots: number, mask: number): number
}

/** Numbers of one part, on average: few enough for a table in the nearest cache. */
const PART = 1024
/** As a power of two: more would fall out of that cache while they are dealt. */
const MOST_PARTS = 12
/** Numbers dealt at a time: WebAssembly has 4 GB. */
const ROUND = 2 ** 27
/** Numbers handed over at a time. */
const WINDOW = 8192
const DOUBLE = 8
const PAGE_BYTES = 65536
/** Places of the parts are at 0. */
const WINDOW_AT = 2 * 4 * 2 ** MOST_PARTS
const DEALT_AT = WINDOW_AT + WINDOW * DOUBLE
/** A larger memory is not kept for the next column. */
const KEPT_BYTES = 2 ** 26

let kept: ReturnType<typeof createMachine> | null = null

/**
 * How many different numbers there are, exactly. NaN is left out, and −0 is 0. Numbers are dealt by their hashes into parts that
 * have none in common: a table of all of them would miss every cache.
 */
export function countDistinctNumbers(values: Float64Array, most = ROUND): number {
  const machine = kept ?? createMachine()
  const rounds = 2 ** Math.ceil(Math.log2(Math.max(1, values.length / most)))
  let distinct = 0
  for (let round = 0; round < rounds; round++) distinct += machine.count(values, rounds - 1, round)
  kept = machine.bytes() > KEPT_BYTES ? null : machine
  return distinct
}

function createMachine() {
  const { WebAssembly: host } = globalThis as unknown as { WebAssembly: WebAssemblyHost }
  const memory = new host.Memory({ initial: Math.ceil(DEALT_AT / PAGE_BYTES) })
  const module = new host.Module(moduleBytes([dealRoutine('tally'), dealRoutine('deal'), countRoutine()]))
  const { tally, deal, count } = new host.Instance(module, { host: { memory } }).exports as Routines

  function reserve(bytes: number): void {
    const lacking = bytes - memory.buffer.byteLength
    if (lacking > 0) memory.grow(Math.ceil(lacking / PAGE_BYTES))
  }

  function pass(run: Routines['tally'], values: Float64Array, shift: number, mask: number, round: number) {
    const window = new Float64Array(memory.buffer, WINDOW_AT, WINDOW)
    for (let from = 0; from < values.length; from += WINDOW) {
      const some = values.subarray(from, from + WINDOW)
      window.set(some)
      run(WINDOW_AT, WINDOW_AT + some.length * DOUBLE, shift, mask, round, DEALT_AT)
    }
  }

  return {
    bytes: () => memory.buffer.byteLength,
    count(values: Float64Array, mask: number, round: number): number {
      const power = Math.max(1, Math.min(MOST_PARTS, Math.ceil(Math.log2(values.length / PART))))
      const shift = 64 - power
      new Uint32Array(memory.buffer, 0, 2 ** power).fill(0)
      pass(tally, values, shift, mask, round)
      const counts = new Uint32Array(memory.buffer, 0, 2 ** power).slice()
      const total = counts.reduce((sum, part) => sum + part, 0)
      const largest = counts.reduce((most, part) => Math.max(most, part), 1)
      const slotsAt = DEALT_AT + total * DOUBLE
      reserve(slotsAt + slotsFor(largest) * DOUBLE)
      let place = 0
      const places = new Uint32Array(memory.buffer, 0, 2 ** power)
      counts.forEach((part, index) => {
        places[index] = place
        place += part
      })
      pass(deal, values, shift, mask, round)
      let distinct = 0
      let from = DEALT_AT
      for (const part of counts) {
        if (part > 0) distinct += count(from, from + part * DOUBLE, slotsAt, slotsFor(part) - 1)
        from += part * DOUBLE
      }
      return distinct
    },
  }
}

/** At most half of them are taken. */
function slotsFor(numbers: number): number {
  return 2 ** Math.ceil(Math.log2(2 * numbers))
}
