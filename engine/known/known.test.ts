import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasRow } from '../../contract/row-mask.ts'
import type { FitSummary, KnownView } from '../../contract/views.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

const SPECIES = 4

let bench: Bench
let iris: FitSummary
let restart: string
let view: KnownView
beforeAll(async () => {
  bench = await openBench(2)
  const { dataset } = await bench.openSample('iris')
  const settings = settingsOf({ columns: [0, 1, 2, 3], components: { from: 2, to: 3 }, restarts: 10 })
  iris = await bench.engine.fit({ dataset, settings })
  restart = iris.solutions.find(({ components }) => components === 3)!.restarts[0]
  view = await bench.engine.known({ fit: iris.fit, restart, column: SPECIES, limit: 1000 })
})
afterAll(() => bench.close())

/** One column to cluster, two far groups, and a label: as many lines as given. */
async function fitLabelled(name: string, labels: readonly string[]) {
  const lines = labels.map((label, row) => `${(row % 2) * 100 + Math.sin(row)},${label}`)
  const { dataset } = await bench.openText(name, `x,label\n${lines.join('\n')}\n`)
  const summary = await bench.engine.fit({ dataset, settings: settingsOf({ columns: [0] }) })
  return { fit: summary.fit, restart: summary.solutions[0].restarts[0], column: 1, limit: 1000 }
}

describe('the clusters of iris beside the species', () => {
  it('have the indices known of three components with free covariances (scikit-learn on the same labels)', () => {
    expect(view.adjustedRandIndex).toBeCloseTo(0.9038742317748124, 10)
    expect(view.normalisedMutualInformation).toBeCloseTo(0.8996935451597475, 10)
    expect(view.purity).toBeCloseTo(145 / 150, 12)
    expect(view.misplaced).toBe(5)
    expect([view.rows, view.unlabelled, view.inFit]).toEqual([150, 0, false])
    expect(view.clusterOf.toSorted()).toEqual([0, 1, 2])
  })

  it('are selected cell by cell, as the table counts them', async () => {
    const asked = { kind: 'known-cell', fit: iris.fit, restart, column: SPECIES } as const
    let total = 0
    for (const [cluster, counts] of view.table.entries())
      for (const [category, count] of counts.entries()) {
        const selected = await bench.engine.select({ ...asked, cluster, category })
        expect(selected.count).toBe(count)
        total += count
      }
    expect(total).toBe(150)
    const all = await bench.engine.select({ ...asked, cluster: null, category: 1 })
    expect(all.count).toBe(50)
    const { mask, count } = await bench.engine.select({
      kind: 'misplaced',
      fit: iris.fit,
      restart,
      column: SPECIES,
    })
    expect(count).toBe(5)
    const { labels } = await bench.engine.labels({ fit: iris.fit, restart, limit: 1000 })
    for (let row = 0; row < 150; row++)
      expect(hasRow(mask, row)).toBe(view.clusterOf[view.drawn[row]] !== labels[row])
  })

  it('have an index for every solution, which is what each of them has alone', async () => {
    const restarts = iris.solutions.map((solution) => solution.restarts[0])
    const all = await bench.engine.knownAll({ fit: iris.fit, column: SPECIES, restarts })
    expect([all.rows, all.of]).toEqual([150, 150])
    for (const [at, each] of restarts.entries()) {
      const alone = await bench.engine.known({ fit: iris.fit, restart: each, column: SPECIES, limit: 10 })
      expect(all.adjustedRandIndex[at]).toBeCloseTo(alone.adjustedRandIndex, 12)
    }
  })
})

describe('a known label', () => {
  it('may be missing: those rows are counted apart and stand in no cell', async () => {
    const asked = await fitLabelled(
      'missing.csv',
      Array.from({ length: 40 }, (_, row) => (row < 4 ? '' : row % 2 === 0 ? 'low' : 'high')),
    )
    const known = await bench.engine.known(asked)
    expect([known.rows, known.unlabelled]).toEqual([36, 4])
    expect(known.table.flat().reduce((sum, count) => sum + count, 0)).toBe(36)
    expect(known.adjustedRandIndex).toBe(1)
    expect(Array.from(known.drawn.subarray(0, 5))).toEqual([255, 255, 255, 255, known.drawn[4]])
  })

  it('may be a column of numbers, which stand in rising order', async () => {
    const asked = await fitLabelled(
      'numbers.csv',
      Array.from({ length: 40 }, (_, row) => (row % 2 === 0 ? '10' : '9.5')),
    )
    const known = await bench.engine.known(asked)
    expect(known.categories).toEqual(['9.5', '10'])
    expect(known.purity).toBe(1)
  })

  it.each([
    ['numbers', (row: number) => String(row)],
    ['texts', (row: number) => `t${row}`],
  ])('is refused in words where it has more than a hundred different %s', async (name, value) => {
    const asked = await fitLabelled(
      `many-${name}.csv`,
      Array.from({ length: 120 }, (_, row) => value(row)),
    )
    await expect(bench.engine.known(asked)).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('more than 100 different values') as string,
      column: 'label',
    })
  })

  it('that the fit uses is said to be one', async () => {
    const { dataset } = await bench.openText(
      'used.csv',
      `x,g\n${Array.from({ length: 40 }, (_, row) => `${(row % 2) * 100 + Math.sin(row)},${(row % 4) + 1}`).join('\n')}\n`,
    )
    const summary = await bench.engine.fit({ dataset, settings: settingsOf() })
    const known = await bench.engine.known({
      fit: summary.fit,
      restart: summary.solutions[0].restarts[0],
      column: 1,
      limit: 10,
    })
    expect(known.inFit).toBe(true)
  })
})
