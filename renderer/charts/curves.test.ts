import { describe, expect, it } from 'vitest'
import { joinCurves, thinTrace, worthShowing } from './curves.ts'

const climb = (length: number) => Float64Array.from({ length }, (_, t) => -1000 - 500 * Math.exp(-t / 5))

describe('traces as curves', () => {
  it('short traces keep every iteration, counted from 1', () => {
    expect([...thinTrace(Float64Array.of(-9, -8, -7), 100, 'log-likelihood', -7)]).toEqual([
      1, -9, 2, -8, 3, -7,
    ])
  })

  it('long traces keep their first and last iteration, and rise in order', () => {
    const xy = thinTrace(climb(5000), 100, 'log-likelihood', -1000)
    const iterations = [...xy].filter((_, at) => at % 2 === 0)
    expect(iterations[0]).toBe(1)
    expect(iterations.at(-1)).toBe(5000)
    expect(iterations.length).toBeLessThanOrEqual(101)
    expect(iterations).toEqual([...iterations].sort((a, b) => a - b))
    expect(new Set(iterations).size).toBe(iterations.length)
    expect(iterations.filter((each) => each <= 50).length).toBeGreaterThan(10)
  })

  it('gaps are common logarithms, and the best ends at the floor', () => {
    expect([...thinTrace(Float64Array.of(-110, -101, -100), 100, 'gap', -100)]).toEqual([1, 1, 2, 0, 3, -8])
  })

  it('joined curves are separated by a point that is not there', () => {
    expect([...joinCurves([Float64Array.of(1, 2), Float64Array.of(3, 4)])]).toEqual([
      1,
      2,
      NaN,
      NaN,
      3,
      4,
      NaN,
      NaN,
    ])
  })
})

describe('the part of the axis worth showing', () => {
  it('leaves out a first jump that is far below', () => {
    const jump = Float64Array.of(1, -1e6, 2, -5e5, 3, -1200, 4, -1150, 5, -1140)
    const other = Float64Array.of(1, -1e6, 2, -5e5, 3, -1210, 4, -1180, 5, -1170)
    const { low, high } = worthShowing([jump, other])
    expect(high).toBe(-1140)
    expect(low).toBeLessThanOrEqual(-1170)
    expect(low).toBeGreaterThan(-1300)
  })

  it('has no bounds where there are no curves', () => {
    expect(worthShowing([]).high).toBe(-Infinity)
  })
})
