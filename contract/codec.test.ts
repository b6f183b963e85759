import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, encode } from './codec.ts'
import type { Message } from './messages.ts'

const result = (value: unknown): Message => ({ kind: 'result', id: 7, value })
const roundTrip = (value: unknown) => (decode(encode(result(value))) as { value: unknown }).value

function frame(head: unknown, tail: number[] = []): Uint8Array {
  const text = new TextEncoder().encode(typeof head === 'string' ? head : JSON.stringify(head))
  const body = Math.ceil((4 + text.length) / 8) * 8
  const out = new Uint8Array(body + tail.length)
  new DataView(out.buffer).setUint32(0, text.length, true)
  out.set(text, 4)
  out.set(tail, body)
  return out
}

describe('encode and decode', () => {
  it('keep the type and the values of every typed array', () => {
    const value = {
      a: Float64Array.of(1.5, -0, NaN, -Infinity),
      b: [Float32Array.of(0.25), Uint32Array.of(4_294_967_295), Int32Array.of(-5)],
      c: Uint16Array.of(65_535),
      d: Uint8Array.of(1, 2, 3),
      e: new Float64Array(0),
    }
    expect(roundTrip(value)).toEqual(value)
  })

  it('carry numbers that JSON lacks', () => {
    expect(roundTrip([NaN, Infinity, -Infinity, -0, 0])).toEqual([NaN, Infinity, -Infinity, -0, 0])
  })

  it('carry part of a larger buffer, also a shared one', () => {
    const shared = new Float64Array(new SharedArrayBuffer(64))
    shared.fill(2)
    expect(roundTrip(shared.subarray(2, 5))).toEqual(Float64Array.of(2, 2, 2))
  })

  it('read a frame that starts at an odd byte', () => {
    const bytes = encode(result(Float64Array.of(1, 2)))
    const moved = new Uint8Array(bytes.length + 3)
    moved.set(bytes, 3)
    expect(decode(moved.subarray(3))).toEqual(result(Float64Array.of(1, 2)))
  })

  it('keep an object whose key is the mark itself', () => {
    const value = { $: 'f64', at: 0, n: 1e9, deep: { $: 'number' } }
    expect(roundTrip(value)).toEqual(value)
  })

  it('refuse what cannot be carried', () => {
    const cycle: unknown[] = []
    cycle.push(cycle)
    for (const value of [() => 1, new Map(), 1n, cycle, new DataView(new ArrayBuffer(8))])
      expect(() => encode(result(value))).toThrowError(expect.objectContaining({ code: 'internal' }))
  })

  it('give back any plain value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'medium' }), (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'))
        expect(roundTrip(value)).toEqual(value)
      }),
    )
  })
})

describe('decode refuses', () => {
  const call = (input: unknown) => ({ kind: 'call', id: 1, method: 'samples', input })
  const hostile: Record<string, Uint8Array> = {
    'a frame without a length': Uint8Array.of(1, 2),
    'a head longer than the frame': Uint8Array.of(255, 255, 255, 255, 1, 1, 1, 1),
    'a head that is not JSON': frame('{"kind":'),
    'a head that is not UTF-8': Uint8Array.of(2, 0, 0, 0, 255, 254, 0, 0),
    'a message of no known kind': frame({ kind: 'shout', id: 1 }),
    'a message without an id': frame({ kind: 'cancel' }),
    'a segment outside the frame': frame(call({ $: 'f64', at: 0, n: 2 }), [1, 2, 3, 4, 5, 6, 7, 8]),
    'a segment of absurd length': frame(call({ $: 'f64', at: 0, n: 2 ** 52 })),
    'a segment before the frame': frame(call({ $: 'u8', at: -8, n: 1 })),
    'a segment that is not aligned': frame(call({ $: 'f64', at: 4, n: 0 })),
    'a fractional length': frame(call({ $: 'u8', at: 0, n: 0.5 })),
    'an unknown mark': frame(call({ $: 'constructor' })),
    'a malformed number': frame(call({ $: 'number', value: '12' })),
    'a malformed object': frame(call({ $: 'object', entries: [['a']] })),
    'a nesting without end': frame(
      `{"kind":"call","id":1,"method":"x","input":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    ),
  }
  it.each(Object.entries(hostile))('%s', (_, bytes) => {
    expect(() => decode(bytes)).toThrowError(expect.objectContaining({ code: 'invalid-input' }))
  })

  it('names that would reach a prototype', () => {
    const direct = frame('{"kind":"call","id":1,"method":"x","input":{"__proto__":{"polluted":1}}}')
    const marked = frame(call({ $: 'object', entries: [['__proto__', { polluted: 1 }]] }))
    for (const bytes of [direct, marked]) expect(() => decode(bytes)).toThrowError(/forbidden name/)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it('or reads any bytes at all without another kind of failure', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        try {
          decode(bytes)
        } catch (thrown) {
          expect(thrown).toMatchObject({ name: 'EngineError', code: 'invalid-input' })
        }
      }),
    )
  })
})
