import { describe, expect, it } from 'vitest'
import { createDrawnRows } from './drawn-rows.ts'

const gaps = Float64Array.of(1, NaN, 3, 4, 5)
const odd = Float64Array.of(1, 2, NaN, 4, Infinity)

describe('the rows that plots draw', () => {
  it('are those with a number in every column', () => {
    const { rows, usable } = createDrawnRows()([gaps, odd], 10)
    expect([[...rows], usable.length]).toEqual([[0, 3], 2])
  })

  it('are at most as many as the limit, of all that could be drawn', () => {
    const { rows, usable } = createDrawnRows()([gaps], 2)
    expect([rows.length, usable.length]).toEqual([2, 4])
  })

  it('are found once for the same columns and limit', () => {
    const drawnRows = createDrawnRows()
    const first = drawnRows([gaps, odd], 10)
    expect(drawnRows([gaps, odd], 10)).toBe(first)
    expect(drawnRows([gaps], 10)).not.toBe(first)
    expect(drawnRows([gaps, odd], 1)).not.toBe(first)
  })

  it('are none of no columns', () => {
    expect(createDrawnRows()([], 10).rows).toHaveLength(0)
  })
})
