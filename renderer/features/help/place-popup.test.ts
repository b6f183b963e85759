import { describe, expect, test } from 'vitest'
import { placePopup } from './place-popup.ts'

const window = { width: 1000, height: 700 }
const popup = { width: 300, height: 100 }

describe('where an explanation stands', () => {
  test('below its term, left edges aligned', () => {
    expect(placePopup({ left: 200, top: 50, width: 40, height: 20 }, popup, window)).toEqual({
      left: 200,
      top: 76,
    })
  })

  test('above it at the foot of the window, and never over its right edge', () => {
    expect(placePopup({ left: 900, top: 660, width: 40, height: 20 }, popup, window)).toEqual({
      left: 692,
      top: 554,
    })
  })

  test('below where there is room on neither side', () => {
    expect(
      placePopup({ left: -5, top: 40, width: 40, height: 20 }, popup, { width: 1000, height: 120 }),
    ).toEqual({
      left: 8,
      top: 66,
    })
  })
})
