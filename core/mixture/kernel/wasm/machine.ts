import { sumsOrder } from './gather.ts'
import { CONSTANTS, type Shape } from './layout.ts'
import { generate, type Generated } from './module.ts'
import { whitenerOrder } from './whiten.ts'

/** The part of the WebAssembly interface that is used; the language's own types do not have it. */
export interface WebAssemblyHost {
  validate(bytes: Uint8Array<ArrayBuffer>): boolean
  Memory: new (limits: { initial: number }) => WebAssemblyMemory
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  Instance: new (module: object, imports: Record<string, Record<string, unknown>>) => { exports: unknown }
}

interface WebAssemblyMemory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

const PAGE_BYTES = 65536

/** The functions for a shape, and the order of the numbers that they read and leave. */
interface Code {
  functions: Generated
  /** See `whitenerOrder` and `sumsOrder`. */
  whiteners: Int32Array
  sums: Int32Array
}

/**
 * This thread's memory for generated code, and the modules made so far. The memory is used by one pass at a time: a pass writes
 * all it reads, except the rows that `resident` left there.
 */
export interface Machine {
  /** The memory as doubles, with room for so many bytes. Earlier views are void after it has grown. */
  reserve(bytes: number): Float64Array
  code(shape: Shape): Code
  /** Whose rows stand in the memory, if anybody's. */
  resident: object | null
}

let machine: Machine | null | undefined

/** This thread's machine; null where there is no WebAssembly with relaxed SIMD. */
export function threadMachine(): Machine | null {
  if (machine === undefined) machine = createMachine()
  return machine
}

function createMachine(): Machine | null {
  const host = (globalThis as { WebAssembly?: WebAssemblyHost }).WebAssembly
  const smallest: Shape = { family: 'full', dimension: 1, blockRows: 64, lanes: 2, pair: false }
  if (host === undefined || !host.validate(generate(smallest))) return null
  const memory = new host.Memory({ initial: 1 })
  const made = new Map<string, Code>()
  let view = new Float64Array(memory.buffer)
  view.set(CONSTANTS)
  return {
    resident: null,
    reserve(bytes) {
      if (bytes > view.byteLength) {
        memory.grow(Math.ceil((bytes - view.byteLength) / PAGE_BYTES))
        view = new Float64Array(memory.buffer)
      }
      return view
    },
    code(shape) {
      const name = `${shape.family} ${shape.dimension} ${shape.blockRows} ${shape.lanes} ${shape.pair}`
      let found = made.get(name)
      if (found === undefined) {
        const module = new host.Module(generate(shape))
        const functions = new host.Instance(module, { host: { memory } }).exports as Generated
        const whiteners = Int32Array.from(whitenerOrder(shape))
        found = { functions, whiteners, sums: Int32Array.from(sumsOrder(shape)) }
        made.set(name, found)
      }
      return found
    },
  }
}
