import { describe, expect, it } from 'vitest'
import { at, colouringAt, thinned } from './thin.ts'

describe('a fair few of many points', () => {
  it('are all where they are few enough', () => {
    expect([...thinned(4, 10)]).toEqual([0, 1, 2, 3])
    expect(thinned(0, 10)).toHaveLength(0)
  })

  it('are about as many as asked for, in order, from everywhere, and the same every time', () => {
    const places = thinned(100_000, 2_000)
    expect(Math.abs(places.length - 2_000)).toBeLessThan(200)
    expect([...places]).toEqual([...places].sort((a, b) => a - b))
    for (const [name, count] of [
      ['even', places.filter((place) => place % 2 === 0).length],
      ['first half', places.filter((place) => place < 50_000).length],
    ] as const)
      expect(Math.abs(count / places.length - 0.5), name).toBeLessThan(0.05)
    expect(thinned(100_000, 2_000)).toEqual(places)
  })

  it('keep what belongs to them', () => {
    const places = Uint32Array.of(2, 0)
    expect(at(Float32Array.of(1, 2, 3), places)).toEqual(Float32Array.of(3, 1))
    const colouring = { kind: 'category', codes: Uint8Array.of(5, 6, 7), names: [], name: '' } as const
    expect(colouringAt(colouring, places)).toMatchObject({ codes: Uint8Array.of(7, 5) })
    expect(colouringAt({ kind: 'cluster' }, places)).toEqual({ kind: 'cluster' })
  })
})
