import { describe, expect, it } from 'vitest'
import { rampOf, wornBy, type ValueColouring } from './colouring.ts'
import { clusterStyle } from './palette.ts'
import { DARK, LIGHT } from './theme.ts'

const byValue = (values: number[]): ValueColouring => ({
  kind: 'value',
  values: Float32Array.from(values),
  range: [10, 20],
  name: 'age',
  scale: 'sequential',
})

describe('what the points wear', () => {
  it('is the look of their cluster', () => {
    const { of, looks } = wornBy({ kind: 'cluster' }, Uint8Array.of(1, 0), (k) => clusterStyle(k + 2), DARK)
    expect([...(of ?? [])]).toEqual([1, 0])
    expect(looks[1]).toEqual({ color: clusterStyle(3).dark, symbol: clusterStyle(3).symbol })
  })

  it('is one grey look while there are no labels', () => {
    expect(wornBy({ kind: 'cluster' }, null, clusterStyle, LIGHT).looks).toEqual([
      { color: LIGHT.curve, symbol: 'circle' },
    ])
  })

  it('is a colour by value, that of the end beyond the range, and grey where there is no value', () => {
    const { of, looks } = wornBy(byValue([10, 20, -3, 99, NaN]), null, clusterStyle, LIGHT)
    const last = looks.length - 2
    expect([...(of ?? [])]).toEqual([0, last, 0, last, last + 1])
    expect(looks[last + 1]?.color).toBe(LIGHT.curve)
  })

  it('is the lowest colour where all values are the same', () => {
    const { of } = wornBy({ ...byValue([10, 10]), range: [10, 10] }, null, clusterStyle, LIGHT)
    expect([...(of ?? [])]).toEqual([0, 0])
  })
})

it('a scale ends farthest from the background', () => {
  const lightness = (color = '') =>
    [1, 3, 5].reduce((sum, at) => sum + Number.parseInt(color.slice(at, at + 2), 16), 0)
  for (const [theme, sign] of [
    [LIGHT, -1],
    [DARK, 1],
  ] as const) {
    const ramp = rampOf('sequential', theme)
    expect(sign * (lightness(ramp.at(-1)) - lightness(ramp[0]))).toBeGreaterThan(0)
    expect(new Set(ramp).size).toBe(ramp.length)
  }
})

describe('points coloured by a text', () => {
  it('wear the colour and shape of their text, and grey where they have none', () => {
    const codes = Uint8Array.of(1, 255, 0)
    const colouring = { kind: 'category', codes, names: ['fig', 'plum'], name: 'fruit' } as const
    const { of, looks } = wornBy(colouring, Uint8Array.of(0, 0, 0), clusterStyle, LIGHT)
    expect([...(of ?? [])]).toEqual([1, 2, 0])
    expect(looks[1]).toEqual({ color: clusterStyle(1).light, symbol: clusterStyle(1).symbol })
    expect(looks[2]?.color).toBe(LIGHT.curve)
  })
})

it('values far from zero are told apart as offsets from a centre', () => {
  const near = { ...byValue([-5, 5]), centre: 1e9, range: [1e9 - 5, 1e9 + 5] } as const
  const { of, looks } = wornBy(near, null, clusterStyle, LIGHT)
  expect([...(of ?? [])]).toEqual([0, looks.length - 2])
})
