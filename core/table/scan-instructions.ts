import { signed, unsigned, type Body, type Type } from '../mixture/kernel/wasm/bytes.ts'

/** Instructions of WebAssembly, as they are numbered in its specification: an expression leaves one value, a statement none. */
export type Code = readonly number[]

/** A variable of a function. */
export interface Local {
  readonly get: Code
  set(value: Code): Code
}

const simple =
  (opcode: number) =>
  (...operands: Code[]): Code => [...operands.flat(), opcode]

const vector =
  (opcode: number) =>
  (...operands: Code[]): Code => [...operands.flat(), 0xfd, ...unsigned(opcode)]

const loading = (opcode: number) => (address: Code, offset: number) => [
  ...address,
  opcode,
  0,
  ...unsigned(offset),
]

const storing = (opcode: number) => (address: Code, offset: number, value: Code) => [
  ...address,
  ...value,
  opcode,
  0,
  ...unsigned(offset),
]

/** On 32-bit integers; what is said of bits and addresses is unsigned. */
export const int = {
  of: (value: number): Code => [0x41, ...signed(value)],
  load: loading(0x28),
  loadByte: loading(0x2d),
  store: storing(0x36),
  isZero: simple(0x45),
  equal: simple(0x46),
  differ: simple(0x47),
  less: simple(0x48),
  more: simple(0x4a),
  below: simple(0x49),
  trailingZeros: simple(0x68),
  add: simple(0x6a),
  subtract: simple(0x6b),
  multiply: simple(0x6c),
  and: simple(0x71),
  or: simple(0x72),
  shiftUp: simple(0x74),
  lane: (of: Code, lane: number): Code => [...of, 0xfd, 0x1b, lane],
  /** Bit i is set where all bits of byte i are. */
  mask: vector(0x64),
}

/** Signed LEB128 of a 64-bit integer. */
function wide(value: bigint): number[] {
  const low = Number(value & 0x7fn)
  const rest = value >> 7n
  const last = (rest === 0n && low < 0x40) || (rest === -1n && low >= 0x40)
  return last ? [low] : [low | 0x80, ...wide(rest)]
}

/** On unsigned 64-bit integers. */
export const long = {
  ofWide: (value: bigint): Code => [0x42, ...wide(BigInt.asIntN(64, value))],
  load: loading(0x29),
  store: storing(0x37),
  bitsOf: simple(0xbd),
  toInt: simple(0xa7),
  equal: simple(0x51),
  exclusiveOr: simple(0x85),
  /** Within 32 bits. */
  of: (value: number): Code => [0x42, ...signed(value)],
  from: simple(0xad),
  rounded: simple(0xb1),
  isZero: simple(0x50),
  differ: simple(0x52),
  more: simple(0x56),
  add: simple(0x7c),
  subtract: simple(0x7d),
  multiply: simple(0x7e),
  shiftDown: simple(0x88),
}

export const double = {
  of: (value: number): Code => [0x44, ...new Uint8Array(Float64Array.of(value).buffer)],
  load: loading(0x2b),
  store: storing(0x39),
  fromUnsigned: simple(0xba),
  fromSigned: simple(0xb9),
  equal: simple(0x61),
  differ: simple(0x62),
  absolute: simple(0x99),
  negate: simple(0x9a),
  add: simple(0xa0),
  subtract: simple(0xa1),
  multiply: simple(0xa2),
  divide: simple(0xa3),
}

/** On 16 bytes, or as many neighbouring integers as they hold. */
export const bytes = {
  of: (values: ArrayLike<number>): Code => [0xfd, 0x0c, ...Array.from(values)],
  load: (address: Code, offset = 0): Code => [...address, 0xfd, 0x00, 0, ...unsigned(offset)],
  spread: vector(0x0f),
  equal: vector(0x23),
  below: vector(0x26),
  /** Signed. */
  more: vector(0x27),
  and: vector(0x4e),
  or: vector(0x50),
  /** The first where bits of the third are set, else the second. */
  choose: vector(0x52),
  subtract: vector(0x71),
  narrow: vector(0x85),
  lowHalf: vector(0x89),
  highHalf: vector(0x8a),
  /** Neighbouring products of 16-bit integers, added. */
  pairSums: vector(0xba),
}

/** Fills so many bytes. */
export const fill = (address: Code, byte: number, length: Code): Code => [
  ...address,
  ...int.of(byte),
  ...length,
  0xfc,
  0x0b,
  0,
]

/** The first where the third is not zero, else the second; both are reckoned. */
export const choose = simple(0x1b)
/** Ends the function. */
export const give = simple(0x0f)

export const call = (routine: number, ...values: Code[]): Code => [...values.flat(), 0x10, routine]

export const program = (...statements: Code[]): Code => statements.flat()

export function when(condition: Code, then: Code, otherwise: Code = []): Code {
  return [...condition, 0x04, 0x40, ...then, ...(otherwise.length > 0 ? [0x05, ...otherwise] : []), 0x0b]
}

export function whilst(condition: Code, body: Code): Code {
  return [0x02, 0x40, 0x03, 0x40, ...condition, 0x45, 0x0d, 1, ...body, 0x0c, 0, 0x0b, 0x0b]
}

/** A function of integers that gives one; `write` makes its variables and all its statements. */
export function routine(
  name: string,
  parameters: number,
  write: (local: (type: Type) => Local, ...parameters: Local[]) => Code,
): Body {
  const locals: Type[] = []
  const variable = (index: number): Local => ({
    get: [0x20, ...unsigned(index)],
    set: (value) => [...value, 0x21, ...unsigned(index)],
  })
  const local = (type: Type) => variable(parameters + locals.push(type) - 1)
  const code = write(local, ...Array.from({ length: parameters }, (_, index) => variable(index)))
  // Every way through it ends with `give`.
  const unreachable = 0x00
  return { name, parameters, result: true, locals, code: [...code, unreachable] }
}
