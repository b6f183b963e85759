import { describe, expect, it } from 'vitest'
import { boxAfter, middleOf } from './key-box.ts'

const PLOT = { left: 100, right: 500, top: 0, bottom: 200 }
const press = (key: string, shiftKey = false) => boxAfter(middleOf(PLOT), PLOT, { key, shiftKey })

describe('a box drawn by keyboard', () => {
  it('begins as half of the plot, in its middle', () => {
    expect(middleOf(PLOT)).toEqual({ left: 200, right: 400, top: 50, bottom: 150 })
  })

  it('moves a fortieth of the plot with an arrow', () => {
    expect(press('ArrowRight')).toEqual({ left: 210, right: 410, top: 50, bottom: 150 })
    expect(press('ArrowUp')).toEqual({ left: 200, right: 400, top: 45, bottom: 145 })
  })

  it('grows and shrinks with Shift, at its right and upper edge', () => {
    expect(press('ArrowRight', true)).toEqual({ left: 200, right: 410, top: 50, bottom: 150 })
    expect(press('ArrowDown', true)).toEqual({ left: 200, right: 400, top: 55, bottom: 150 })
  })

  it('stays within the plot, and no edge passes the other', () => {
    const corner = { left: 495, right: 500, top: 0, bottom: 4 }
    expect(boxAfter(corner, PLOT, { key: 'ArrowRight', shiftKey: false })).toEqual(corner)
    expect(boxAfter(corner, PLOT, { key: 'ArrowLeft', shiftKey: true })).toEqual({ ...corner, right: 495 })
    expect(boxAfter(corner, PLOT, { key: 'ArrowDown', shiftKey: true })).toEqual({ ...corner, top: 4 })
  })

  it('does nothing with any other key', () => {
    expect(press('x')).toBeNull()
  })
})
