import { describe, expect, it } from 'vitest'
import { gather, sampleRows, usableRows } from './sample-rows.ts'

const rows = Uint32Array.from({ length: 1000 }, (_, row) => row)

describe('the rows that are drawn', () => {
  it('are those with a number in every column', () => {
    expect(usableRows([Float64Array.of(1, NaN, 3, 4, 5), Float64Array.of(1, 2, NaN, 4, Infinity)])).toEqual(
      Uint32Array.of(0, 3),
    )
  })

  it('are all of them where the limit allows', () => {
    expect(sampleRows(rows, 1000)).toEqual(rows)
  })

  it('are as many as the limit, rising, each once, and always the same', () => {
    const sample = sampleRows(rows, 100)
    expect(sample).toHaveLength(100)
    expect(sample.every((row, i) => i === 0 || row > sample[i - 1])).toBe(true)
    expect(sampleRows(rows, 100)).toEqual(sample)
  })

  it('come from every part of the file alike', () => {
    const tenths = new Array<number>(10).fill(0)
    for (const row of sampleRows(rows, 500)) tenths[Math.floor(row / 100)]++
    for (const count of tenths) expect(count).toBeGreaterThan(30)
    for (const count of tenths) expect(count).toBeLessThan(70)
  })

  it('bring their values along', () => {
    expect(gather(Float64Array.of(5, 6, 7), Uint32Array.of(2, 0))).toEqual(Float64Array.of(7, 5))
  })
})
