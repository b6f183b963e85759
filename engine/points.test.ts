import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBench, settingsOf, type Bench } from './fixtures/bench.ts'

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
      axes: { principal: { x: 1, y: 2 } },
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

describe('the most separating plane', () => {
  it('separates the clusters of its restart more than the principal plane does, and says what it is', async () => {
    const { dataset } = await bench.openSample('iris')
    const columns = [0, 1, 2, 3]
    const settings = settingsOf({ columns, components: { from: 3, to: 3 } })
    const { fit, solutions } = await bench.engine.fit({ dataset, settings })
    const restart = solutions[0].restarts[0]
    const { labels } = await bench.engine.labels({ fit, restart, limit: 150 })
    const ask = { dataset, columns, limit: 150 }
    const separating = await bench.engine.points({ ...ask, axes: { discriminant: { fit, restart } } })
    const principal = await bench.engine.points({ ...ask, axes: { principal: { x: 1, y: 2 } } })
    expect(separating.axisNames).toEqual({ x: 'Discriminant 1', y: 'Discriminant 2' })
    expect(separation(separating.x, labels)).toBeGreaterThan(2 * separation(principal.x, labels))
  })

  it('of a restart of other columns is refused', async () => {
    const { dataset } = await bench.openSample('iris')
    const { fit, solutions } = await bench.engine.fit({ dataset, settings: settingsOf() })
    const axes = { discriminant: { fit, restart: solutions[0].restarts[0] } }
    for (const columns of [
      [0, 1, 2],
      [2, 3],
    ]) {
      const call = bench.engine.points({ dataset, columns, axes, limit: 10 })
      await expect(call).rejects.toThrowError(/has other columns/)
    }
  })
})

/** Between-cluster over within-cluster variance. */
function separation(values: Float32Array, labels: Uint8Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  let between = 0
  let within = 0
  for (const label of new Set(labels)) {
    const own = values.filter((_, i) => labels[i] === label)
    const centre = own.reduce((sum, value) => sum + value, 0) / own.length
    between += own.length * (centre - mean) ** 2
    within += own.reduce((sum, value) => sum + (value - centre) ** 2, 0)
  }
  return between / within
}
