import { describe, expect, it } from 'vitest'
import { plotAct, shownAfter, type PlotAct } from './plot-keys.ts'

const stroke = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})
const actOf = (key: string, held = {}): PlotAct => {
  const act = plotAct(stroke(key, held))
  if (act === null) throw new Error(`${key} does nothing`)
  return act
}

describe('a plot by keyboard', () => {
  it('comes nearer about its middle and goes back, never beyond its whole', () => {
    const nearer = shownAfter({ start: 20, end: 60 }, actOf('+'), 'x')
    expect(nearer).toEqual({ start: 24, end: 56 })
    expect(shownAfter(nearer, actOf('-'), 'x')).toEqual({ start: 20, end: 60 })
    expect(shownAfter({ start: 0, end: 90 }, actOf('-'), 'y')).toEqual({ start: 0, end: 100 })
    expect(shownAfter({ start: 98, end: 100 }, actOf('-'), 'y').end).toBe(100)
  })

  it('never comes so near that nothing is left', () => {
    let shown = { start: 0, end: 100 }
    for (let press = 0; press < 200; press++) shown = shownAfter(shown, actOf('='), 'x')
    expect(shown.end - shown.start).toBeCloseTo(0.01)
  })

  it('moves by a tenth of what is seen, up to its ends', () => {
    const right = actOf('ArrowRight', { shiftKey: true })
    expect(shownAfter({ start: 20, end: 60 }, right, 'x')).toEqual({ start: 24, end: 64 })
    expect(shownAfter({ start: 20, end: 60 }, right, 'y')).toEqual({ start: 20, end: 60 })
    expect(shownAfter({ start: 59, end: 99 }, right, 'x')).toEqual({ start: 60, end: 100 })
    expect(shownAfter({ start: 20, end: 60 }, actOf('ArrowDown', { shiftKey: true }), 'y')).toEqual({
      start: 16,
      end: 56,
    })
  })

  it('shows all again', () => {
    expect(shownAfter({ start: 20, end: 60 }, actOf('0'), 'x')).toEqual({ start: 0, end: 100 })
  })

  it('leaves arrows alone to the restarts, and Ctrl to the window', () => {
    expect(plotAct(stroke('ArrowUp'))).toBeNull()
    expect(plotAct(stroke('+', { ctrlKey: true }))).toBeNull()
    expect(plotAct(stroke('0', { metaKey: true }))).toBeNull()
  })
})
