import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countRows, eachRow, hasRow, noRows, addRow } from '../contract/row-mask.ts'
import type { SelectionView } from '../contract/views.ts'
import { openBench, settingsOf, type Bench } from './fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(2)
})
afterAll(() => bench.close())

const rowsOf = ({ mask, count }: SelectionView) => {
  const rows: number[] = []
  eachRow(mask, (row) => rows.push(row))
  expect(rows).toHaveLength(count)
  return rows
}
const plane = { basis: Float64Array.of(1, 0, 0, 1), origin: Float64Array.of(0, 0) }
const box = (left: number, bottom: number, right: number, top: number) =>
  Float64Array.of(left, bottom, right, bottom, right, top, left, top)

describe('a region', () => {
  it('selects rows of the whole file by their exact values, and none that lacks one', async () => {
    const { dataset } = await bench.openText('region.csv', 'a,b\n1,1\n,1\n2,2\n3,\n9,9\n1,9\n')
    const selected = await bench.engine.select({
      kind: 'region',
      dataset,
      columns: [0, 1],
      projection: plane,
      polygon: box(0, 0, 3, 3),
    })
    expect(rowsOf(selected)).toEqual([0, 2])
  })

  it('on the principal plane selects, of 30,000 rows of which 500 are drawn, all that lie where it was drawn', async () => {
    const lines = Array.from({ length: 30_000 }, (_, i) => `${i % 173},${(i * 7) % 211},${(i * 31) % 97}`)
    const { dataset } = await bench.openText('many.csv', `a,b,c\n${lines.join('\n')}\n`)
    const columns = [0, 1, 2]
    const drawn = await bench.engine.points({
      dataset,
      columns,
      axes: { principal: { x: 1, y: 2 } },
      limit: 500,
    })
    const selected = await bench.engine.select({
      kind: 'region',
      dataset,
      columns,
      projection: drawn.projection,
      polygon: box(-0.5, -1, 1, 1),
    })
    const inside = (at: number) => {
      const [x, y] = [drawn.centre.x + drawn.x[at], drawn.centre.y + drawn.y[at]]
      return x > -0.5 && x < 1 && y > -1 && y < 1
    }
    for (let at = 0; at < 500; at++) expect(hasRow(selected.mask, drawn.rows[at])).toBe(inside(at))
    expect(selected.count).toBeGreaterThan(5_000)
    expect(selected.count).toBeLessThan(25_000)
  })

  it('is refused where the plot is one of other columns, or its corners are no polygon', async () => {
    const { dataset } = await bench.openText('odd.csv', 'a,b\n1,1\n2,2\n')
    const ask = (columns: number[], polygon: Float64Array) =>
      bench.engine.select({ kind: 'region', dataset, columns, projection: plane, polygon })
    await expect(ask([0], box(0, 0, 1, 1))).rejects.toThrowError(/not one of these columns/)
    await expect(ask([0, 1], Float64Array.of(0, 0, 1, 1))).rejects.toThrowError(/three corners/)
    await expect(ask([0, 1], Float64Array.of(0, 0, 1, 1, NaN, 2))).rejects.toThrowError(/finite/)
    await expect(ask([0, 7], box(0, 0, 1, 1))).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

describe('clusters', () => {
  it('of a restart hold each row used once, and none that lacks a value', async () => {
    const lines = Array.from({ length: 60 }, (_, i) =>
      i % 7 === 3 ? `${i},` : `${i % 30},${((i * 13) % 30) + (i < 30 ? 0 : 500)}`,
    )
    const { dataset } = await bench.openText('clusters.csv', `a,b\n${lines.join('\n')}\n`)
    const { fit, restarts } = await bench.engine.fit({ dataset, settings: settingsOf({ restarts: 1 }) })
    const restart = restarts[0].id
    const model = await bench.engine.model({ fit, restart })
    const selections = await Promise.all(
      [0, 1].map((component) => bench.engine.select({ kind: 'cluster', fit, restart, component })),
    )
    expect(selections.map(({ count }) => count)).toEqual(model.sizes)
    const together = selections.flatMap(rowsOf).toSorted((a, b) => a - b)
    expect(together).toEqual(Array.from({ length: 60 }, (_, i) => i).filter((i) => i % 7 !== 3))
    await expect(bench.engine.select({ kind: 'cluster', fit, restart, component: 2 })).rejects.toThrowError(
      /has no component 3/,
    )
  })

  it('of two restarts share exactly the rows that their contingency counts', async () => {
    const { dataset } = await bench.openSample('iris')
    const settings = settingsOf({ columns: [0, 1, 2, 3], components: { from: 2, to: 3 }, restarts: 4 })
    const { fit } = await bench.engine.fit({ dataset, settings })
    const [left, right] = ['VVV-3-0', 'VVV-2-0']
    const { contingency } = await bench.engine.compare({ fit, left, right })
    for (const [p, line] of contingency.entries()) {
      for (const [q, count] of line.entries()) {
        const cell = await bench.engine.select({
          kind: 'cell',
          fit,
          left: { restart: left, component: p },
          right: { restart: right, component: q },
        })
        expect(cell.count).toBe(count)
        expect(countRows(cell.mask)).toBe(count)
      }
    }
  })
})

describe('a tally', () => {
  it('counts the selected rows in each cluster, and those that the fit does not use', async () => {
    const lines = Array.from({ length: 40 }, (_, i) =>
      i === 5 ? '5,' : `${i % 20},${((i * 13) % 20) + (i < 20 ? 0 : 900)}`,
    )
    const { dataset } = await bench.openText('tally.csv', `a,b\n${lines.join('\n')}\n`)
    const { fit, restarts } = await bench.engine.fit({ dataset, settings: settingsOf({ restarts: 1 }) })
    const restart = restarts[0].id
    const mask = noRows(40)
    for (const row of [0, 1, 5, 30]) addRow(mask, row)
    const { sizes, unused } = await bench.engine.tally({ fit, restart, mask })
    expect([sizes.toSorted(), unused]).toEqual([[1, 2], 1])
    await expect(bench.engine.tally({ fit, restart, mask: noRows(48) })).rejects.toThrowError(
      /not one of the 40 rows/,
    )
  })
})
