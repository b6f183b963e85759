import { describe, expect, test } from 'vitest'
import { placeCallout } from './place-callout.ts'

const window = { width: 1024, height: 700 }
const callout = { width: 300, height: 200 }

describe('where a step of the tour stands', () => {
  test('beside what it points at, on the side asked for', () => {
    const anchor = { left: 250, top: 100, width: 400, height: 300 }
    expect(placeCallout(anchor, 'right', callout, window)).toEqual({ left: 658, top: 100 })
    expect(placeCallout({ ...anchor, left: 700 }, 'left', callout, window)).toEqual({ left: 392, top: 100 })
  })

  test('within the window, even over a part of what it points at', () => {
    const wide = { left: 230, top: 600, width: 540, height: 300 }
    expect(placeCallout(wide, 'right', callout, window)).toEqual({ left: 712, top: 488 })
    expect(placeCallout({ ...wide, left: 100, top: 2 }, 'left', callout, window)).toEqual({
      left: 12,
      top: 12,
    })
  })

  test('in the lower right corner where there is nothing to point at', () => {
    expect(placeCallout(null, 'left', callout, window)).toEqual({ left: 712, top: 488 })
  })

  test('at the upper left where the window is smaller than itself', () => {
    expect(placeCallout(null, 'left', callout, { width: 200, height: 100 })).toEqual({ left: 12, top: 12 })
  })
})
