import type { Family, Parameters } from '../parameters.ts'
import type { Prepared } from '../types.ts'
import type { Fill, Loops } from './loops.ts'
import { createTotals, type Totals } from './totals.ts'
import { addressesOf, layoutOf, recordLength, stretchRows, suits, type Shape } from './wasm/layout.ts'
import { threadMachine, type Machine } from './wasm/machine.ts'
import { DOUBLE } from './wasm/routine.ts'

const WINDOW_BYTES = 1 << 18
/** Rows that stay in the memory from pass to pass: each thread of a fit may hold as much. */
const STAYING_BYTES = 1 << 23
const BLOCKS_PER_FLUSH = 64

/** Multiplications between two questions whether to stop: a few milliseconds. */
const WORK_PER_CALL = 1e7

/** What the exponent of a product of Σ e over rows stays below; doubles end at 1024. */
const MOST_BITS = 1000

/**
 * The loops as generated WebAssembly; null where this machine cannot run them, or the blocks do not suit them. With four lanes
 * the code is the same, but each vector is two neighbouring ones of two lanes, which an engine may take as one.
 */
export function createGeneratedLoops(
  prepared: Omit<Prepared, 'total'>,
  components: number,
  family: Family,
  { lanes = 2, noise = false }: { lanes?: 2 | 4; noise?: boolean } = {},
): Loops | null {
  const { dimension, blockRows } = prepared
  const shape: Shape = { family, dimension, blockRows, lanes, pair: components + Number(noise) === 2 }
  const machine = suits(shape) ? threadMachine() : null
  return machine === null ? null : drive(machine, shape, prepared, components, noise)
}

/** What sums over many blocks go through. */
interface Flushes {
  recent: Float64Array
  totals: Totals
}

const createFlushes = (size: number): Flushes => ({
  recent: new Float64Array(size),
  totals: createTotals(size),
})

/** Copies windows of rows into the machine's memory, runs the generated code over them and collects the sums. */
function drive(
  machine: Machine,
  shape: Shape,
  prepared: Omit<Prepared, 'total'>,
  components: number,
  noise: boolean,
): Loops {
  const { rows, dimension, blockRows, blocks } = prepared
  const weights = prepared.weights?.values ?? null
  const { lanes } = shape
  const { functions, whiteners: order, sums: slots } = machine.code(shape)
  const layout = layoutOf(shape)
  const record = recordLength(shape)
  const blockLength = dimension * blockRows
  const stretchLength = stretchRows(shape)
  const blockBytes = blockLength * DOUBLE
  const wholeBlocks = Math.floor(rows / blockRows)
  const stays = blocks.byteLength <= STAYING_BYTES
  const windowBlocks = stays
    ? blocks.length / blockLength
    : Math.max(1, Math.floor(WINDOW_BYTES / blockBytes))
  const address = addressesOf(shape, components, windowBlocks * blockBytes, noise)

  const work = blockRows * (2 * record + 20)
  const componentsPerCall = Math.max(1, Math.floor(WORK_PER_CALL / work))
  const blocksPerCall = Math.floor(
    Math.min(
      BLOCKS_PER_FLUSH,
      WORK_PER_CALL / (work * components),
      MOST_BITS / ((Math.log2(components) * blockRows) / lanes),
    ),
  )

  const parts = components + Number(noise)
  const size = components * record + Number(noise) + 2
  let flushes: Flushes | null = null
  let given: Float64Array | null = null
  const owner = {}
  let memory = machine.reserve(0)
  let logSums = 0
  let noiseSum = 0
  let noiseLog = 0
  let unflushed = 0

  function begin(parameters: Parameters): void {
    memory = machine.reserve(address.end)
    if (machine.resident !== owner) machine.resident = null
    const { offsets, means, whiteners, stride } = parameters
    for (let k = 0, to = address.records / DOUBLE; k < components; k++) {
      memory[to++] = offsets[k] * Math.LOG2E
      for (let j = k * dimension; j < (k + 1) * dimension; j++) memory[to++] = means[j]
      for (let i = 0; i < order.length; i++) memory[to++] = whiteners[k * stride + order[i]]
    }
    noiseLog = noise ? offsets[components] * Math.LOG2E : 0
    clear()
  }

  function clear(): void {
    const first = address.sums / DOUBLE
    memory.fill(0, first, first + components * record * lanes)
    const tally = layout.tally / DOUBLE
    for (let lane = 0; lane < lanes; lane++) {
      memory[tally + lane] = 0
      memory[tally + lanes + lane] = 1
      memory[tally + 2 * lanes + lane] = 0
    }
    logSums = 0
    noiseSum = 0
    unflushed = 0
  }

  /** What has been summed since `clear`, lanes added. */
  function collect(to: Float64Array): void {
    for (let k = 0, from = address.sums / DOUBLE; k < components; k++) {
      for (let i = 0; i < record; i++, from += lanes) {
        let sum = memory[from]
        for (let lane = 1; lane < lanes; lane++) sum += memory[from + lane]
        to[k * record + slots[i]] = sum
      }
    }
    let largest = 0
    let slope = 0
    for (let lane = 0, tally = layout.tally / DOUBLE; lane < lanes; lane++) {
      largest += memory[tally + lane]
      slope += memory[tally + 2 * lanes + lane]
    }
    if (noise) to[components * record] = noiseSum
    to[size - 2] = logSums + Math.LN2 * largest
    to[size - 1] = logSums - Math.LN2 * slope
  }

  function flush({ recent, totals }: Flushes): void {
    collect(recent)
    totals.add(recent, 0)
  }

  function takeLogs(): void {
    const product = layout.tally / DOUBLE + lanes
    for (let at = product; at < product + lanes; at++) {
      logSums += Math.log(memory[at])
      memory[at] = 1
    }
  }

  /** Makes a run of blocks stand in the window, and returns where the first of them lies. */
  function bring(first: number, end: number): number {
    if (!stays) {
      machine.resident = null
      memory.set(blocks.subarray(first * blockLength, end * blockLength), address.window / DOUBLE)
      return address.window
    }
    if (machine.resident !== owner) memory.set(blocks, address.window / DOUBLE)
    machine.resident = owner
    return address.window + first * blockBytes
  }

  /** One block, step by step: the last one, whose padding must count for nothing, those that take long, and those with weights or noise. */
  function single(x: number, block: number, fill: Fill | null, stopped: () => boolean): boolean {
    const { records, logs, white, sums } = address
    const used = Math.min(blockRows, rows - block * blockRows)
    const stretches = Math.ceil(used / stretchLength)
    for (let k = 0; k < components; k += componentsPerCall) {
      if (stopped()) return false
      const count = Math.min(componentsPerCall, components - k)
      functions.whiten(
        x,
        records + k * record * DOUBLE,
        white + k * blockBytes,
        logs + k * blockRows * DOUBLE,
        count,
        stretches,
      )
    }
    if (fill === null) {
      if (noise)
        memory.fill(noiseLog, logs / DOUBLE + components * blockRows, logs / DOUBLE + parts * blockRows)
      functions.mix(logs, parts, stretches)
      blank(used, stretches * stretchLength)
      if (weights === null) {
        functions.tally(stretches)
        takeLogs()
      } else weigh(weights, block * blockRows, used)
    } else give(fill, block * blockRows, used)
    if (noise) sumNoise(used)
    for (let k = 0; k < components; k += componentsPerCall) {
      if (stopped()) return false
      const count = Math.min(componentsPerCall, components - k)
      functions.gather(
        logs + k * blockRows * DOUBLE,
        white + k * blockBytes,
        sums + k * record * lanes * DOUBLE,
        count,
        stretches,
      )
    }
    return true
  }

  function blank(used: number, end: number): void {
    for (let p = used; p < end; p++) {
      memory[layout.most / DOUBLE + p] = 0
      memory[layout.sum / DOUBLE + p] = 1
      memory[layout.inverse / DOUBLE + p] = 0
    }
  }

  /** The tally of a block whose rows have weights: a logarithm for each, as a product cannot hold its powers. */
  function weigh(by: Float64Array, from: number, used: number): void {
    const tally = layout.tally / DOUBLE
    const [most, sum] = [layout.most / DOUBLE, layout.sum / DOUBLE]
    const [inverse, slope] = [layout.inverse / DOUBLE, layout.slope / DOUBLE]
    for (let p = 0; p < used; p++) {
      const weight = by[from + p]
      const weighted = weight * memory[inverse + p]
      logSums += weight * Math.log(memory[sum + p])
      memory[tally] += weight * memory[most + p]
      memory[tally + 2 * lanes] += memory[slope + p] * weighted
      memory[inverse + p] = weighted
    }
  }

  function sumNoise(used: number): void {
    const e = address.logs / DOUBLE + components * blockRows
    const inverse = layout.inverse / DOUBLE
    for (let p = 0; p < used; p++) noiseSum += memory[e + p] * memory[inverse + p]
  }

  function give(fill: Fill, from: number, used: number): void {
    given ??= new Float64Array(parts * blockRows)
    given.fill(0)
    fill(from, used, given, blockRows)
    memory.set(given, address.logs / DOUBLE)
    const inverse = layout.inverse / DOUBLE
    if (weights === null) memory.fill(1, inverse, inverse + blockRows)
    else memory.set(weights.subarray(from, from + blockRows), inverse)
  }

  /** Runs over some blocks from `x` on, at least one of `count`. Returns how many; 0 if it was stopped. */
  function run(x: number, block: number, count: number, fill: Fill | null, stopped: () => boolean): number {
    const together =
      fill === null && weights === null && !noise ? Math.min(blocksPerCall, count, wholeBlocks - block) : 0
    if (together < 1) return single(x, block, fill, stopped) ? 1 : 0
    if (stopped()) return 0
    const { records, white, logs, sums } = address
    functions.run(x, together, records, white, logs, sums, components)
    takeLogs()
    return together
  }

  function sweep(
    fill: Fill | null,
    parameters: Parameters,
    first: number,
    end: number,
    out: Float64Array,
    stopped: () => boolean,
  ): boolean {
    begin(parameters)
    let flushed = false
    for (let from = first; from < end; from += windowBlocks) {
      const to = Math.min(end, from + windowBlocks)
      const x = bring(from, to)
      for (let block = from; block < to;) {
        if (unflushed >= BLOCKS_PER_FLUSH) {
          flushes ??= createFlushes(size)
          if (!flushed) flushes.totals.reset()
          flushed = true
          flush(flushes)
          clear()
        }
        const done = run(x + (block - from) * blockBytes, block, to - block, fill, stopped)
        if (done === 0) return false
        block += done
        unflushed += done
      }
    }
    if (flushed && flushes !== null) {
      flush(flushes)
      flushes.totals.write(out)
    } else collect(out)
    return true
  }

  return {
    mix: (parameters, first, end, out, stopped) => sweep(null, parameters, first, end, out, stopped),
    weigh: sweep,
  }
}
