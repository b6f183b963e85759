import { describe, expect, it } from 'vitest'
import { planWindow, scrollTo } from './window.ts'

const last = ({ first, count }: { first: number; count: number }) => first + count - 1

describe('the rows on the screen', () => {
  it('a short table is whole', () => {
    expect(planWindow(10, 24, 480, 0)).toEqual({ first: 0, count: 10, offset: 0, height: 240 })
  })

  it('a long one has only what is seen, and a little more each way', () => {
    const window = planWindow(100_000, 24, 480, 24_000)
    expect(window.first).toBe(994)
    expect(window.count).toBe(33)
    expect(window.offset).toBe(994 * 24)
  })

  it.each([1_000, 1_000_000, 50_000_000])('the end of %d rows can be reached', (rows) => {
    const { height } = planWindow(rows, 24, 480, 0)
    const window = planWindow(rows, 24, 480, height - 480)
    expect(last(window)).toBe(rows - 1)
    const bottom = window.offset + window.count * 24
    expect(bottom).toBeCloseTo(height, 6)
  })

  it('a table that no browser can hold still starts at its first row', () => {
    expect(planWindow(50_000_000, 24, 480, 0)).toMatchObject({ first: 0, offset: 0, height: 15_000_000 })
  })

  it('an empty table has no rows', () => {
    expect(planWindow(0, 24, 480, 0)).toEqual({ first: 0, count: 0, offset: 0, height: 0 })
  })
})

describe('scrolling to a row', () => {
  it('moves nothing where it is in view, as little as it takes where it is near, and centres it where it is far', () => {
    expect(scrollTo(12, 1_000, 24, 480, 240)).toBe(240)
    expect(scrollTo(8, 1_000, 24, 480, 240)).toBe(192)
    expect(scrollTo(30, 1_000, 24, 480, 240)).toBe(264)
    expect(scrollTo(500, 1_000, 24, 480, 240)).toBe(500 * 24 - 240)
    expect(scrollTo(999, 1_000, 24, 480, 240)).toBe(24_000 - 480)
  })

  it.each([0, 3, 777_777, 25_000_000, 49_999_999])('brings row %d of 50 million into view', (row) => {
    const scroll = scrollTo(row, 50_000_000, 24, 480, 7_000_000)
    const { first, offset } = planWindow(50_000_000, 24, 480, scroll)
    const top = offset + (row - first) * 24
    expect(top).toBeGreaterThan(scroll - 1)
    expect(top + 24).toBeLessThan(scroll + 481)
  })
})
