import { describe, expect, it } from 'vitest'
import { prepare } from './prepare.ts'

describe('prepare', () => {
  it('leaves out rows with a missing or infinite value in any column, and says which rows are used', () => {
    const { prepared, usedRows } = prepare(
      [Float64Array.of(1, NaN, 3, 4, 5), Float64Array.of(1, 2, 3, Infinity, 9)],
      'none',
    )
    expect([...usedRows]).toEqual([0, 2, 4])
    expect(prepared.rows).toBe(3)
    expect(prepared.centre[0]).toBe(3)
    expect(prepared.centre[1]).toBeCloseTo(13 / 3, 14)
  })

  it('packs blocks column by column, centred and divided by the standard deviation, padded with zeros', () => {
    const column = Float64Array.from({ length: 70 }, (_, i) => i)
    const other = column.map((value) => -3 * value + 1e9)
    const { prepared } = prepare([column, other], 'none')
    const { blockRows, blocks, spread } = prepared
    expect(blocks.length).toBe(2 * blockRows * 2)
    expect(spread[0]).toBeCloseTo(Math.sqrt((70 * 70 - 1) / 12), 12)
    expect(blocks[0]).toBeCloseTo(-34.5 / spread[0], 12)
    expect(blocks[blockRows]).toBeCloseTo(34.5 / spread[0], 12)
    expect(blocks[2 * blockRows + 5]).toBeCloseTo((69 - 34.5) / spread[0], 12)
    expect(blocks[2 * blockRows + 6]).toBe(0)
    expect(blocks.buffer).toBeInstanceOf(SharedArrayBuffer)
  })

  it('carries the covariance of the rows used, in standard deviations', () => {
    const first = Float64Array.from({ length: 100 }, (_, i) => i)
    const { total } = prepare(
      [first, first.map((value) => 5 - 2 * value), new Float64Array(100)],
      'none',
    ).prepared
    ;[1, -1, 1, 0, 0, 0].forEach((wanted, at) => expect(total[at]).toBeCloseTo(wanted, 12))
    expect([...prepare([Float64Array.of(NaN)], 'none').prepared.total]).toEqual([0])
  })

  it('gives a constant column the spread 1 and takes the metric from the scaling', () => {
    const columns = [Float64Array.of(7, 7, 7, 7, 7), Float64Array.of(0, 1, 2, 3, 100)]
    expect([...prepare(columns, 'none').prepared.metric]).toEqual([1, 1])
    const standard = prepare(columns, 'standardise').prepared
    expect([...standard.metric]).toEqual([...standard.spread])
    expect(standard.spread[0]).toBe(1)
    expect(prepare(columns, 'robust').prepared.metric[1]).toBeCloseTo(2 / 1.349, 12)
  })

  it('keeps the digits of columns near the ends of double precision', () => {
    const small = Float64Array.of(1, 2, 3).map((value) => value * 1e-200)
    const large = Float64Array.of(1, 2, 3).map((value) => value * 1e200)
    const { spread } = prepare([small, large], 'none').prepared
    expect(spread[0] / (Math.sqrt(2 / 3) * 1e-200)).toBeCloseTo(1, 12)
    expect(spread[1] / (Math.sqrt(2 / 3) * 1e200)).toBeCloseTo(1, 12)
  })

  it('has no spread for a column whose differences double precision cannot hold', () => {
    const { spread, metric } = prepare([Float64Array.of(-1.7e308, 0, 1.7e308)], 'standardise').prepared
    expect([spread[0], metric[0]]).toEqual([NaN, NaN])
  })
})
