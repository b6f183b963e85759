import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../core/random/random.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

/** Two groups that overlap, and rows that stand for one to four cases. */
const random = createRandom(11)
const ROWS = Array.from({ length: 160 }, (_, row) => {
  const far = row % 2 === 0 ? 2.5 : 0
  return {
    x: far + random.normal(),
    y: far + random.normal(),
    w: 1 + random.below(4),
    cluster: 1 + (row % 2),
  }
})
const CASES = ROWS.flatMap((row) => new Array<(typeof ROWS)[number]>(row.w).fill(row))
const THRESHOLDS = { unclassified: 0.9, outliers: 0.05 }

let bench: Bench
beforeAll(async () => {
  bench = await openBench(2)
})
afterAll(() => bench.close())

/** The M-step of the same clusters. */
async function fitted(name: string, rows: typeof ROWS, weights: FitSettings['weights']) {
  const text = `x,y,w\n${rows.map(({ x, y, w }) => `${x},${y},${w}`).join('\n')}\n`
  const { dataset } = await bench.openText(name, text)
  const settings = settingsOf({
    columns: [0, 1],
    components: { from: 2, to: 2 },
    restarts: 1,
    maxIterations: 1,
    weights,
    start: { labels: rows.map(({ cluster }) => cluster) },
  })
  const { fit, restarts } = await bench.engine.fit({ dataset, settings })
  return { dataset, of: { fit, restart: restarts[0].id } }
}
const weighted = () => fitted('weighted.csv', ROWS, { column: 2, kind: 'frequency' })
const cases = () => fitted('cases.csv', CASES, null)
const twice = () =>
  fitted(
    'twice.csv',
    ROWS.map((row) => ({ ...row, w: 2 })),
    { column: 2, kind: 'importance' },
  )

function expectClose(found: Iterable<number>, expected: Iterable<number>): void {
  const all = [...expected]
  expect([...found]).toHaveLength(all.length)
  Array.from(found).forEach((value, at) => expect(value).toBeCloseTo(all[at], 8))
}

describe('rows that stand for several cases', () => {
  it('are as uncertain as these cases: counts, means, histogram, overlap', async () => {
    const [one, other] = [await weighted(), await cases()]
    const view = await bench.engine.certainty(one.of)
    const plain = await bench.engine.certainty(other.of)
    expect([view.rows, view.count, plain.rows, plain.count]).toEqual([
      160,
      CASES.length,
      CASES.length,
      CASES.length,
    ])
    expect(view.clusters.map(({ count }) => count)).toEqual(plain.clusters.map(({ rows }) => rows))
    for (const mean of ['uncertainty', 'entropy'] as const)
      expectClose(
        view.clusters.map((each) => each[mean]),
        plain.clusters.map((each) => each[mean]),
      )
    expectClose(view.histogram, plain.histogram)
    expectClose(view.overlap, plain.overlap)
    expectClose(view.misclassified, plain.misclassified)
  })

  it('lie beneath thresholds as these cases do, and rows stay rows where they are selected', async () => {
    const [one, other] = [await weighted(), await cases()]
    const view = await bench.engine.doubtful({ ...one.of, ...THRESHOLDS })
    const plain = await bench.engine.doubtful({ ...other.of, ...THRESHOLDS })
    expect(view.logDensity).toBeCloseTo(plain.logDensity!, 10)
    expect(view.counts).toEqual(plain.counts)
    expect(plain.counts.outliers).toBe(plain.outliers.reduce((sum, rows) => sum + rows, 0))
    const rows = view.unclassified.reduce((sum, count) => sum + count, 0)
    expect(rows).toBeLessThan(view.counts.unclassified)
    expect((await bench.engine.select({ kind: 'unclassified', ...one.of, below: 0.9 })).count).toBe(rows)
  })

  it('have the silhouettes of these cases', async () => {
    const [one, other] = [await weighted(), await cases()]
    const view = await bench.engine.silhouette(one.of)
    const plain = await bench.engine.silhouette(other.of)
    expect(view.average).toBeCloseTo(plain.average!, 8)
    expectClose(
      view.clusters.map(({ average }) => average!),
      plain.clusters.map(({ average }) => average!),
    )
  })

  it('are drawn with what they count for, and columns have the mean and deviation of these cases', async () => {
    const { dataset } = await weighted()
    const axes = { x: 0, y: 1 }
    const asked = { dataset, columns: [0, 1], axes, limit: 1000 }
    const weights = { column: 2, kind: 'frequency' } as const
    const { weighted: seen } = await bench.engine.points({ ...asked, weights })
    expect([...seen!.counts]).toEqual(ROWS.map(({ w }) => w))
    const opened = await bench.openText(
      'plain.csv',
      `x,y\n${CASES.map(({ x, y }) => `${x},${y}`).join('\n')}\n`,
    )
    const profiles = opened.columns.slice(0, 2)
    expectClose(
      seen!.means,
      profiles.map(({ mean }) => mean!),
    )
    expectClose(
      seen!.deviations,
      profiles.map(({ sd }) => sd!),
    )
    expect((await bench.engine.points(asked)).weighted).toBeUndefined()
  })

  it('merge at the entropy, and at the cases moved, that these cases have', async () => {
    const [one, other] = [await weighted(), await cases()]
    const { steps } = await bench.engine.merge(one.of)
    const plain = (await bench.engine.merge(other.of)).steps
    steps.forEach((step, at) => {
      expect(step.entropy).toBeCloseTo(plain[at].entropy, 6)
      expect([step.counts, step.mergedCount]).toEqual([plain[at].sizes, plain[at].mergedRows])
    })
    expect(steps[1].sizes).toEqual([160])
  })
})

describe('rows of equal importance', () => {
  it('are the rows as they are, whatever their weight', async () => {
    const [one, other] = [await twice(), await fitted('once.csv', ROWS, null)]
    const view = await bench.engine.certainty(one.of)
    const plain = await bench.engine.certainty(other.of)
    expect(view.count).toBeCloseTo(160, 9)
    expectClose(view.histogram, plain.histogram)
    expectClose(view.overlap, plain.overlap)
    expect((await bench.engine.silhouette(one.of)).average).toBeCloseTo(
      (await bench.engine.silhouette(other.of)).average!,
      8,
    )
    const [doubt, same] = [one, other].map(({ of }) => bench.engine.doubtful({ ...of, ...THRESHOLDS }))
    expect((await doubt).outliers).toEqual((await same).outliers)
  })
})
