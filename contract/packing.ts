import { EngineError } from './errors.ts'
import { phrase, type Phrase } from './words/say.ts'

/** Typed arrays that can be carried, by their tag in the head. */
const ARRAYS = {
  f64: Float64Array,
  f32: Float32Array,
  u32: Uint32Array,
  i32: Int32Array,
  u16: Uint16Array,
  u8: Uint8Array,
} as const
type Tag = keyof typeof ARRAYS
const TAGS = new Map<string, Tag>(
  (Object.keys(ARRAYS) as Tag[]).map((tag) => [ARRAYS[tag].name, tag] as const),
)

/** Values deeper than this are refused on both sides, so that no message can exhaust the stack. */
const DEPTH = 64

/** Where a segment of so many bytes starts; throws where it lies outside the frame. */
export type LoadSegment = (at: number, bytes: number) => { buffer: ArrayBufferLike; offset: number }

/** The failure of a frame that cannot be read. */
export function unreadable(why: Phrase): EngineError {
  return new EngineError(
    'invalid-input',
    phrase('A message could not be read: {why}.', { why }),
    phrase('Reload the page and try again.'),
  )
}

/**
 * A value as plain JSON: typed arrays become `{"$": tag, at, n}` and their bytes go to `store`, which answers where;
 * numbers that JSON lacks become `{"$": "number", value}`; undefined entries of arrays `{"$": "undefined"}`;
 * an object with a key `$` of its own becomes `{"$": "object", entries}`.
 */
export function pack(value: unknown, store: (bytes: Uint8Array) => number, depth = 0): unknown {
  if (depth > DEPTH) throw uncarried(phrase('something nested too deeply'))
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $: 'number', value: numberText(value) }
    case 'undefined':
      return { $: 'undefined' }
    case 'object':
      break
    case 'string':
    case 'boolean':
      return value
    default:
      throw uncarried(phrase('a {type}', { type: typeof value }))
  }
  if (value === null) return null
  if (Array.isArray(value)) return value.map((entry) => pack(entry, store, depth + 1))
  if (ArrayBuffer.isView(value)) return packArray(value, store)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    throw uncarried(phrase('an instance of a class'))
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(([key, entry]) => [key, pack(entry, store, depth + 1)] as const)
  return Object.hasOwn(value, '$') ? { $: 'object', entries } : Object.fromEntries(entries)
}

function packArray(view: ArrayBufferView, store: (bytes: Uint8Array) => number): unknown {
  const name = (view as { [Symbol.toStringTag]?: string })[Symbol.toStringTag] ?? ''
  const tag = TAGS.get(name)
  if (tag === undefined) throw uncarried(phrase('a {type}', { type: name }))
  const at = store(new Uint8Array(view.buffer, view.byteOffset, view.byteLength))
  return { $: tag, at, n: view.byteLength / ARRAYS[tag].BYTES_PER_ELEMENT }
}

const numberText = (value: number) => (Object.is(value, -0) ? '-0' : String(value))

const uncarried = (what: Phrase) =>
  new EngineError(
    'internal',
    phrase('A message holds {what}, which cannot be carried.', { what }),
    phrase('Please report this with what you did.'),
  )

/** The value that `pack` made the JSON of; throws EngineError on any other. */
export function unpack(value: unknown, load: LoadSegment, depth = 0): unknown {
  if (depth > DEPTH) throw unreadable(phrase('it is nested too deeply'))
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((entry) => unpack(entry, load, depth + 1))
  const record = value as Record<string, unknown>
  if (!Object.hasOwn(record, '$')) return unpackEntries(Object.entries(record), load, depth)
  const tag = record['$']
  if (tag === 'number') return unpackNumber(record['value'])
  if (tag === 'undefined') return undefined
  if (tag === 'object') return unpackEntries(entriesOf(record['entries']), load, depth)
  if (typeof tag === 'string' && Object.hasOwn(ARRAYS, tag)) return unpackArray(tag as Tag, record, load)
  throw unreadable(phrase('it holds an unknown mark'))
}

function unpackEntries(
  entries: [string, unknown][],
  load: LoadSegment,
  depth: number,
): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [key, entry] of entries) {
    if (key === '__proto__') throw unreadable(phrase('it holds a forbidden name'))
    out[key] = unpack(entry, load, depth + 1)
  }
  return out
}

function entriesOf(value: unknown): [string, unknown][] {
  const isEntry = (entry: unknown) =>
    Array.isArray(entry) && entry.length === 2 && typeof entry[0] === 'string'
  if (!Array.isArray(value) || !value.every(isEntry)) throw unreadable(phrase('an object in it is malformed'))
  return value as [string, unknown][]
}

function unpackNumber(text: unknown): number {
  if (text === 'NaN' || text === 'Infinity' || text === '-Infinity' || text === '-0') return Number(text)
  throw unreadable(phrase('a number in it is malformed'))
}

function unpackArray(tag: Tag, record: Record<string, unknown>, load: LoadSegment): ArrayBufferView {
  const { at, n } = record
  const place =
    Number.isSafeInteger(at) && Number.isSafeInteger(n) && (at as number) >= 0 && (n as number) >= 0
  if (!place || (at as number) % 8 !== 0) throw unreadable(phrase('an array in it is malformed'))
  const size = ARRAYS[tag].BYTES_PER_ELEMENT
  const { buffer, offset } = load(at as number, (n as number) * size)
  return new ARRAYS[tag](buffer as ArrayBuffer, offset, n as number)
}
