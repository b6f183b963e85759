import { signed, unsigned, type Body, type Type } from './bytes.ts'
import { EMPTY, OPCODE, VECTOR, VECTOR_PREFIX } from './opcode.ts'

/** A local that holds a 32-bit integer: an address in bytes, or a count. */
export interface Index {
  readonly local: number
}

/** Neighbouring doubles, one row each, in 128-bit locals of two lanes. */
export type Vector = readonly number[]

/** An address: what a local holds, and bytes beyond it that are known when the code is made. */
export interface Place {
  readonly base: Index
  readonly offset: number
}

/** A local, and by how much it moves on after each round of a loop. */
export type Walk = readonly [walker: Index, step: number]

export const DOUBLE = 8
const LANES_PER_LOCAL = 2
const LOCAL_BYTES = LANES_PER_LOCAL * DOUBLE
const ALIGNED_TO_DOUBLES = 3

/** Writes one function, statement by statement. A vector operation writes to its first argument, in all lanes. */
export interface Routine {
  readonly parameters: readonly Index[]
  /** A new local that holds an address, or a number. */
  index(value: Place | number): Index
  vector(): Vector
  vectors(count: number): Vector[]
  /** A new local that holds so many times what another holds. */
  multiple(of: Index, times: number): Index
  advance(index: Index, by: number): void
  /** Runs `body` so many times, none included, and moves the walkers on after each. Locals made inside end with it. */
  repeat(count: number | Index, walks: readonly Walk[], body: () => void): void
  /** Locals made inside end with it. */
  scope(body: () => void): void
  /** Calls the module's function of that number. */
  call(routine: number, values: readonly Index[]): void
  load(to: Vector, from: Place): void
  /** One double into every lane. */
  spread(to: Vector, from: Place): void
  store(from: Vector, to: Place): void
  zero(to: Vector): void
  copy(to: Vector, from: Vector): void
  add(to: Vector, a: Vector, b: Vector): void
  subtract(to: Vector, a: Vector, b: Vector): void
  multiply(to: Vector, a: Vector, b: Vector): void
  divide(to: Vector, a: Vector, b: Vector): void
  /** The larger of the two; `a` where they cannot be compared. */
  larger(to: Vector, a: Vector, b: Vector): void
  /** All bits set where the two are equal, none elsewhere. */
  equal(to: Vector, a: Vector, b: Vector): void
  /** `a` where the bits of `mask` are set, `b` where they are not. */
  choose(to: Vector, a: Vector, b: Vector, mask: Vector): void
  /** a b + c, rounded once or twice, as the machine does it. */
  multiplyAdd(to: Vector, a: Vector, b: Vector, c: Vector): void
  /** Each lane taken as a 64-bit integer. */
  shiftIntegers(to: Vector, a: Vector, bits: number): void
  addIntegers(to: Vector, a: Vector, b: Vector): void
  finish(): Body
}

export function at(base: Index, offset = 0): Place {
  return { base, offset }
}

export function beyond(place: Place, bytes: number): Place {
  return at(place.base, place.offset + bytes)
}

/** Bytes from one vector of rows to the next. */
export function bytesOf(vector: Vector): number {
  return vector.length * LOCAL_BYTES
}

/** An empty function with so many integer parameters, whose vectors have so many lanes: 2, or a multiple. */
export function createRoutine(name: string, parameters: number, lanes: number): Routine {
  const code: number[] = []
  const locals: Type[] = []
  const free: Record<Type, number[]> = { index: [], long: [], double: [], vector: [] }
  let taken: { type: Type; local: number }[] = []

  const get = (local: number) => code.push(OPCODE.get, ...unsigned(local))
  const set = (local: number) => code.push(OPCODE.set, ...unsigned(local))
  const number = (value: number) => code.push(OPCODE.constant, ...signed(value))
  const simd = (operation: number) => code.push(VECTOR_PREFIX, ...unsigned(operation))

  function local(type: Type): number {
    let found = free[type].pop()
    if (found === undefined) {
      locals.push(type)
      found = parameters + locals.length - 1
    }
    taken.push({ type, local: found })
    return found
  }

  function scope(body: () => void): void {
    const outer = taken
    taken = []
    body()
    for (const { type, local } of taken.reverse()) free[type].push(local)
    taken = outer
  }

  const vector = (): Vector => Array.from({ length: lanes / LANES_PER_LOCAL }, () => local('vector'))

  function index(value: Place | number): Index {
    const to = local('index')
    if (typeof value === 'number') number(value)
    else {
      get(value.base.local)
      if (value.offset !== 0) {
        number(value.offset)
        code.push(OPCODE.add)
      }
    }
    set(to)
    return { local: to }
  }

  function multiple(of: Index, times: number): Index {
    const to = local('index')
    get(of.local)
    number(times)
    code.push(OPCODE.multiply)
    set(to)
    return { local: to }
  }

  function advance({ local }: Index, by: number): void {
    get(local)
    number(by)
    code.push(OPCODE.add)
    set(local)
  }

  function repeat(count: number | Index, walks: readonly Walk[], body: () => void): void {
    if (count === 0) return
    scope(() => {
      const left = index(typeof count === 'number' ? count : at(count)).local
      code.push(OPCODE.block, EMPTY)
      if (typeof count !== 'number') {
        get(left)
        code.push(OPCODE.isZero, OPCODE.branchIf, 0)
      }
      code.push(OPCODE.loop, EMPTY)
      scope(body)
      for (const [walker, step] of walks) advance(walker, step)
      get(left)
      number(1)
      code.push(OPCODE.subtract, OPCODE.tee, ...unsigned(left), OPCODE.branchIf, 0)
      code.push(OPCODE.end, OPCODE.end)
    })
  }

  function operate(
    operation: number,
    to: Vector,
    operands: readonly Vector[],
    immediate: number[] = [],
  ): void {
    to.forEach((target, half) => {
      for (const operand of operands) get(operand[half])
      simd(operation)
      code.push(...immediate)
      set(target)
    })
  }

  function reach(operation: number, offset: number): void {
    simd(operation)
    code.push(ALIGNED_TO_DOUBLES, ...unsigned(offset))
  }

  return {
    parameters: Array.from({ length: parameters }, (_, i) => ({ local: i })),
    index,
    multiple,
    vector,
    vectors: (count) => Array.from({ length: count }, vector),
    advance,
    repeat,
    scope,
    call(routine, values) {
      for (const value of values) get(value.local)
      code.push(OPCODE.call, ...unsigned(routine))
    },
    load(to, { base, offset }) {
      to.forEach((target, half) => {
        get(base.local)
        reach(VECTOR.load, offset + half * LOCAL_BYTES)
        set(target)
      })
    },
    spread(to, { base, offset }) {
      for (const target of to) {
        get(base.local)
        reach(VECTOR.spread, offset)
        set(target)
      }
    },
    store(from, { base, offset }) {
      from.forEach((source, half) => {
        get(base.local)
        get(source)
        reach(VECTOR.store, offset + half * LOCAL_BYTES)
      })
    },
    zero: (to) => operate(VECTOR.constant, to, [], Array<number>(LOCAL_BYTES).fill(0)),
    copy: (to, from) =>
      to.forEach((target, half) => {
        get(from[half])
        set(target)
      }),
    add: (to, a, b) => operate(VECTOR.add, to, [a, b]),
    subtract: (to, a, b) => operate(VECTOR.subtract, to, [a, b]),
    multiply: (to, a, b) => operate(VECTOR.multiply, to, [a, b]),
    divide: (to, a, b) => operate(VECTOR.divide, to, [a, b]),
    larger: (to, a, b) => operate(VECTOR.larger, to, [a, b]),
    equal: (to, a, b) => operate(VECTOR.equal, to, [a, b]),
    choose: (to, a, b, mask) => operate(VECTOR.choose, to, [a, b, mask]),
    multiplyAdd: (to, a, b, c) => operate(VECTOR.multiplyAdd, to, [a, b, c]),
    shiftIntegers(to, a, bits) {
      to.forEach((target, half) => {
        get(a[half])
        number(bits)
        simd(VECTOR.shiftIntegers)
        set(target)
      })
    },
    addIntegers: (to, a, b) => operate(VECTOR.addIntegers, to, [a, b]),
    finish: () => ({ name, parameters, locals, code }),
  }
}
