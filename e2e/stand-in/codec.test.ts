import { describe, expect, it } from 'vitest'
import { makeCodec } from './codec.ts'

const { encode, decode } = makeCodec()
const back = (value: unknown) => decode(encode(value))

describe('the codec of the stand-in', () => {
  it('carries what structured clone carries', () => {
    const value = {
      numbers: [0, -0, 1.5, NaN, Infinity, -Infinity, 10n],
      nothing: [null, undefined],
      when: new Date(5),
      map: new Map<unknown, unknown>([['a', new Set([1, { t: 'o' }])]]),
      tagged: { t: 'r', i: 0, v: [] },
      text: 'Zürich 🙂',
    }
    expect(back(value)).toEqual(value)
  })

  it('keeps typed arrays as they are, with their offsets and shared buffers', () => {
    const whole = new Float64Array([1, 2, 3])
    const { a, b } = back({ a: whole, b: whole.subarray(1) }) as { a: Float64Array; b: Float64Array }
    expect([a, b]).toEqual([whole, whole.subarray(1)])
    expect(b.buffer).toBe(a.buffer)
  })

  it('keeps cycles', () => {
    const value: { self?: unknown } = {}
    value.self = value
    const copy = back(value) as { self: unknown }
    expect(copy.self).toBe(copy)
  })

  it('refuses shared memory and functions, as Electron does', () => {
    expect(() => encode(new Uint8Array(new SharedArrayBuffer(8)))).toThrow(/cloned/)
    expect(() => encode(() => 1)).toThrow(/cloned/)
  })
})
