/** Carries what structured clone carries, as bytes: a JSON skeleton and the raw buffers behind it. */
export interface Codec {
  encode(value: unknown): Uint8Array
  decode(bytes: Uint8Array): unknown
}

/** Whole in itself: its source text also runs in the page. */
export function makeCodec(): Codec {
  type Tagged = { t: string; i?: number; v?: unknown; s?: number; k?: string; o?: number; l?: number }
  type View = new (buffer: ArrayBuffer, offset: number, length: number) => object
  const views: Record<string, View> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  }
  const aligned = (offset: number) => (offset + 7) & ~7

  function encode(input: unknown): Uint8Array {
    const segments: ArrayBuffer[] = []
    const seen = new Map<object, number>()
    const skeleton = walk(structuredClone(input))
    const head = new TextEncoder().encode(
      JSON.stringify({ v: skeleton, s: segments.map((s) => s.byteLength) }),
    )
    let size = 4 + head.length
    const starts = segments.map((segment) => {
      const start = aligned(size)
      size = start + segment.byteLength
      return start
    })
    const bytes = new Uint8Array(size)
    new DataView(bytes.buffer).setUint32(0, head.length, true)
    bytes.set(head, 4)
    segments.forEach((segment, k) => bytes.set(new Uint8Array(segment), starts[k]))
    return bytes

    function walk(value: unknown): unknown {
      if (value === undefined) return { t: 'u' }
      if (typeof value === 'bigint') return { t: 'B', v: String(value) }
      if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
        return { t: 'n', v: Object.is(value, -0) ? '-0' : String(value) }
      if (typeof value !== 'object' || value === null) return value
      const before = seen.get(value)
      if (before !== undefined) return { t: 'r', i: before }
      const i = seen.size
      seen.set(value, i)
      return { ...walkObject(value), i }
    }

    function walkObject(value: object): Tagged {
      if (value instanceof ArrayBuffer) return { t: 'ab', s: segmentOf(value) }
      if (ArrayBuffer.isView(value)) {
        const length = 'length' in value ? (value.length as number) : value.byteLength
        const k = value.constructor.name in views ? value.constructor.name : 'Uint8Array'
        return { t: 'ta', k, s: segmentOf(value.buffer), o: value.byteOffset, l: length }
      }
      if (Array.isArray(value)) return { t: 'a', v: Array.from(value, walk) }
      if (value instanceof Date) return { t: 'D', v: value.getTime() }
      if (value instanceof Map) return { t: 'M', v: [...value].map((pair) => pair.map(walk)) }
      if (value instanceof Set) return { t: 'S', v: [...value].map(walk) }
      if (value instanceof Error) return { t: 'E', v: [value.name, value.message, value.stack] }
      return { t: 'o', v: Object.entries(value).map(([key, entry]) => [key, walk(entry)]) }
    }

    function segmentOf(buffer: ArrayBufferLike): number {
      if (!(buffer instanceof ArrayBuffer))
        throw new DOMException('#<SharedArrayBuffer> could not be cloned.', 'DataCloneError')
      const at = segments.indexOf(buffer)
      return at < 0 ? segments.push(buffer) - 1 : at
    }
  }

  function decode(bytes: Uint8Array): unknown {
    const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
    const text = new TextDecoder().decode(bytes.subarray(4, 4 + headLength))
    const { v, s } = JSON.parse(text) as { v: unknown; s: number[] }
    let at = 4 + headLength
    const segments = s.map((size) => {
      const start = aligned(at)
      at = start + size
      return bytes.slice(start, at).buffer
    })
    const refs: unknown[] = []
    return unwalk(v)

    function unwalk(node: unknown): unknown {
      if (node === null || typeof node !== 'object') return node
      const tagged = node as Tagged
      switch (tagged.t) {
        case 'u':
          return undefined
        case 'n':
          return Number(tagged.v)
        case 'B':
          return BigInt(tagged.v as string)
        case 'r':
          return refs[tagged.i as number]
        default:
          return unwalkObject(tagged, tagged.i as number)
      }
    }

    function unwalkObject(node: Tagged, i: number): unknown {
      const list = node.v as unknown[]
      switch (node.t) {
        case 'ab':
          return (refs[i] = segments[node.s as number])
        case 'ta': {
          const make = views[node.k as string]
          return (refs[i] = new make(segments[node.s as number], node.o as number, node.l as number))
        }
        case 'a': {
          const array: unknown[] = (refs[i] = [])
          for (const entry of list) array.push(unwalk(entry))
          return array
        }
        case 'D':
          return (refs[i] = new Date(node.v as number))
        case 'M': {
          const map = (refs[i] = new Map<unknown, unknown>())
          for (const [key, entry] of list as [unknown, unknown][]) map.set(unwalk(key), unwalk(entry))
          return map
        }
        case 'S': {
          const set = (refs[i] = new Set<unknown>())
          for (const entry of list) set.add(unwalk(entry))
          return set
        }
        case 'E': {
          const [name, message, stack] = list as string[]
          return (refs[i] = Object.assign(new Error(message), { name, stack }))
        }
        default: {
          const object: Record<string, unknown> = (refs[i] = {})
          for (const [key, entry] of list as [string, unknown][]) object[key] = unwalk(entry)
          return object
        }
      }
    }
  }

  return { encode, decode }
}
