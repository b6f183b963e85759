import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBench, type Bench } from './fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(1)
})
afterAll(() => bench.close())

describe('the points of a plot', () => {
  it('keep the digits of values far from zero', async () => {
    const values = [1e9 + 0.125, 1e9 + 0.25, 1e9 + 0.5]
    const { dataset } = await bench.openText(
      'far.csv',
      `a,b\n${values.map((value, i) => `${value},${i}`).join('\n')}\n`,
    )
    const { x, y, centre, axisNames } = await bench.engine.points({
      dataset,
      columns: [0, 1],
      axes: { x: 0, y: 1 },
      limit: 10,
    })
    expect(Array.from(x, (value) => value + centre.x)).toEqual(values)
    expect(Array.from(y, (value) => value + centre.y)).toEqual([0, 1, 2])
    expect(axisNames).toEqual({ x: 'a', y: 'b' })
  })

  it('leave out rows with a missing value, and say how many are left', async () => {
    const { dataset } = await bench.openText('gaps.csv', 'a,b\n1,2\n,3\n4,5\n')
    const { rows, usable } = await bench.engine.points({
      dataset,
      columns: [0, 1],
      axes: 'principal',
      limit: 10,
    })
    expect([Array.from(rows), usable]).toEqual([[0, 2], 2])
  })

  it('are refused for an axis that is not among the columns', async () => {
    const { dataset } = await bench.openText('axes.csv', 'a,b\n1,2\n2,3\n')
    const call = bench.engine.points({ dataset, columns: [0], axes: { x: 0, y: 1 }, limit: 10 })
    await expect(call).rejects.toThrowError(/axis of the plot is not among the chosen columns/)
  })
})
