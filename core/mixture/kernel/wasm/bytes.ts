/** A WebAssembly module as bytes: functions of 32-bit integers, and one imported memory. */

/** Unsigned LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80)
    rest >>>= 7
  }
  bytes.push(rest)
  return bytes
}

/** Signed LEB128 of a 32-bit integer. */
export function signed(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  while (rest < -64 || rest > 63) {
    bytes.push((rest & 0x7f) | 0x80)
    rest >>= 7
  }
  bytes.push(rest & 0x7f)
  return bytes
}

export const TYPE = { index: 0x7f, long: 0x7e, double: 0x7c, vector: 0x7b } as const
export type Type = keyof typeof TYPE

/** One function: so many integer parameters, whether it gives an integer, the types of its further locals, and its instructions. */
export interface Body {
  name: string
  parameters: number
  result?: boolean
  locals: readonly Type[]
  code: readonly number[]
}

const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]
const SECTION = { types: 1, imports: 2, functions: 3, exports: 7, code: 10 } as const
const AT_LEAST_ONE_PAGE = [0x02, 0x00, 0x01]

/** The module that exports these functions under their names and imports its memory as `host.memory`. */
export function moduleBytes(bodies: readonly Body[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...HEADER,
    ...section(SECTION.types, bodies.map(signature)),
    ...section(SECTION.imports, [[...text('host'), ...text('memory'), ...AT_LEAST_ONE_PAGE]]),
    ...section(
      SECTION.functions,
      bodies.map((_, i) => unsigned(i)),
    ),
    ...section(
      SECTION.exports,
      bodies.map((body, i) => [...text(body.name), 0x00, ...unsigned(i)]),
    ),
    ...section(SECTION.code, bodies.map(implementation)),
  ])
}

function signature(body: Body): number[] {
  const parameters = Array<number>(body.parameters).fill(TYPE.index)
  return [0x60, ...unsigned(body.parameters), ...parameters, ...(body.result ? [0x01, TYPE.index] : [0x00])]
}

function implementation(body: Body): number[] {
  const locals = body.locals.flatMap((type) => [0x01, TYPE[type]])
  const end = 0x0b
  return sized([...unsigned(body.locals.length), ...locals, ...body.code, end])
}

function section(id: number, items: readonly (readonly number[])[]): number[] {
  return [id, ...sized([...unsigned(items.length), ...items.flat()])]
}

function text(value: string): number[] {
  return sized([...value].map((letter) => letter.charCodeAt(0)))
}

function sized(bytes: readonly number[]): number[] {
  return [...unsigned(bytes.length), ...bytes]
}
