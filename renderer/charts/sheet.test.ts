import { describe, expect, it } from 'vitest'
import { drawStrokes, type Pen } from './sheet.ts'
import type { Stroke } from './strokes.ts'

const plane = { x: { value: 0, pixel: 0, scale: 10 }, y: { value: -100, pixel: 200, scale: -2 } }

function recorder() {
  const calls: string[] = []
  const record =
    (name: string) =>
    (...values: unknown[]) =>
      void calls.push([name, ...values].join(' '))
  const pen = {
    beginPath: record('begin'),
    moveTo: record('move'),
    lineTo: record('line'),
    arc: record('arc'),
    stroke: record('stroke'),
    setLineDash: (dash: number[]) => void calls.push(`dash ${dash.join()}`),
    strokeStyle: '',
    globalAlpha: 1,
    lineWidth: 1,
  } satisfies Pen
  return { pen, calls }
}

function stroke(curves: number, rest: Partial<Stroke> = {}): Stroke {
  const xy = Float64Array.of(1, -100, 2, -90, 3, -80)
  const one = { id: 'a', xy, look: 'plain' as const, solution: null }
  return {
    id: 's',
    color: '#123456',
    opacity: 0.5,
    width: 1,
    dash: [],
    end: null,
    curves: Array.from({ length: curves }, () => one),
    ...rest,
  }
}

describe('drawing curves on a sheet', () => {
  it('draws each curve through its points', () => {
    const { pen, calls } = recorder()
    expect([...drawStrokes(pen, [stroke(1)], plane)]).toEqual([])
    expect(calls).toEqual(['dash ', 'begin', 'move 10 200', 'line 20 180', 'line 30 160', 'stroke'])
    expect(pen).toMatchObject({ strokeStyle: '#123456', globalAlpha: 0.5 })
  })

  it('pauses often enough among ten thousand curves, more often where they are dashed', () => {
    const pauses = (curves: Stroke) => [...drawStrokes(recorder().pen, [curves], plane)].length
    expect(pauses(stroke(10_000))).toBe(5)
    expect(pauses(stroke(10_000, { dash: [3, 3] }))).toBe(20)
  })

  it('strokes all of them', () => {
    const { pen, calls } = recorder()
    Array.from(drawStrokes(pen, [stroke(1_000), stroke(7)], plane))
    expect(calls.filter((call) => call.startsWith('move')).length).toBe(1_007)
    expect(calls.at(-1)).toBe('stroke')
  })

  it('marks the end of a dropped restart with a ring and of a collapsed one with a cross', () => {
    const ends = (end: 'ring' | 'cross') => {
      const { pen, calls } = recorder()
      Array.from(drawStrokes(pen, [stroke(1, { end })], plane))
      return calls.slice(5, -1)
    }
    expect(ends('ring')).toEqual(['move 32.5 160', `arc 30 160 2.5 0 ${2 * Math.PI}`])
    expect(ends('cross')).toEqual(['move 27 157', 'line 33 163', 'move 27 163', 'line 33 157'])
  })
})
