import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasRow } from '../../contract/row-mask.ts'
import type { FitSummary } from '../../contract/views.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

/** Species of the 150 rows of iris as the start of one M-step: the model then is their means and covariances. */
const SPECIES = Array.from({ length: 150 }, (_, row) => Math.floor(row / 50) + 1)
const THRESHOLDS = { unclassified: 0.95, outliers: 0.05 }

async function fitIris(bench: Bench): Promise<FitSummary> {
  const { dataset } = await bench.openSample('iris')
  const settings = settingsOf({
    columns: [0, 1, 2, 3],
    components: { from: 3, to: 3 },
    restarts: 1,
    maxIterations: 1,
    start: { labels: SPECIES },
  })
  return await bench.engine.fit({ dataset, settings })
}

let bench: Bench
let of: { fit: string; restart: string }
beforeAll(async () => {
  bench = await openBench(2)
  const { fit, restarts } = await fitIris(bench)
  of = { fit, restart: restarts[0].id }
})
afterAll(() => bench.close())

function expectClose(found: Iterable<number>, expected: number[]): void {
  Array.from(found).forEach((value, at) => expect(value).toBeCloseTo(expected[at], 9))
}

/* Expected values of this file: numpy 1.x and scikit-learn on samples/iris.csv with the classes' means and covariances (divisor n). */
describe('the certainty of the species of iris', () => {
  it('is counted by cluster as numpy has it: uncertainty, entropy, overlap, misclassification', async () => {
    const view = await bench.engine.certainty(of)
    expect(view.rows).toBe(150)
    expect(view.clusters.map(({ rows }) => rows)).toEqual([50, 49, 51])
    expectClose(
      view.clusters.map(({ uncertainty }) => uncertainty),
      [0, 0.024612494514965614, 0.020681251980210043],
    )
    expectClose(
      view.clusters.map(({ entropy }) => entropy),
      [1.1823539911717317e-10, 0.06305253626173628, 0.06253642698371467],
    )
    expectClose(
      view.overlap,
      [1, 0, 0, 0, 0.9753875054850345, 0.024612494514965614, 0, 0.02068125198021005, 0.97931874801979],
    )
    expectClose(
      view.misclassified,
      [1, 0, 0, 0, 0.9784079582771672, 0.021592041717590486, 0, 0.023577367080483625, 0.9764226329195164],
    )
    expect(view.histogram.reduce((sum, count) => sum + count, 0)).toBe(150)
  })

  it('lists the most uncertain rows with the two components that share them', async () => {
    const { least } = await bench.engine.certainty(of)
    expect([...least.rows.subarray(0, 4)]).toEqual([133, 70, 72, 68])
    expect([...least.cluster.subarray(0, 4)]).toEqual([1, 2, 1, 1])
    expect([...least.next.subarray(0, 4)]).toEqual([2, 1, 2, 2])
    expectClose(least.responsibility.subarray(0, 2), [0.6022879816361073, 0.671548665699087])
    expectClose(least.nextResponsibility.subarray(0, 2), [0.3977120183638927, 0.328451334300913])
  })

  it('has as many doubtful rows as lie beneath the thresholds, each of them selected', async () => {
    const doubtful = await bench.engine.doubtful({ ...of, ...THRESHOLDS })
    expect(doubtful).toMatchObject({ unclassified: [0, 5, 6], outliers: [0, 2, 5] })
    expect(doubtful.logDensity).toBeCloseTo(-4.511833253442092, 9)
    const unsure = await bench.engine.select({ kind: 'unclassified', ...of, below: 0.95 })
    expect(unsure.count).toBe(11)
    expect(hasRow(unsure.mask, 133)).toBe(true)
    expect((await bench.engine.select({ kind: 'outliers', ...of, share: 0.05 })).count).toBe(7)
    expect(await bench.engine.doubtful({ ...of, unclassified: null, outliers: null })).toEqual({
      unclassified: [0, 0, 0],
      outliers: [0, 0, 0],
      both: 0,
      counts: { unclassified: 0, outliers: 0, both: 0 },
      logDensity: null,
    })
  })

  it('has the silhouettes of scikit-learn', async () => {
    const { rows, average, clusters } = await bench.engine.silhouette(of)
    expect(rows).toBe(150)
    expect(average).toBeCloseTo(0.380646779268411, 10)
    expectClose(
      clusters.map((cluster) => cluster.average ?? NaN),
      [0.6251515895683062, 0.31056762329429843, 0.2082671347142296],
    )
    expect(clusters.map(({ negative }) => negative)).toEqual([0, 5, 14])
  })

  it('gives entropies for the rows drawn', async () => {
    const entropies = await bench.engine.entropies({ ...of, limit: 1000 })
    expect(entropies).toHaveLength(150)
    const share = 0.6022879816361073
    expect(entropies[133]).toBeCloseTo(-share * Math.log(share) - (1 - share) * Math.log(1 - share), 6)
  })

  it('is the same to the bit with one thread', async () => {
    const other = await openBench(1)
    const { fit, restarts } = await fitIris(other)
    expect(await other.engine.certainty({ fit, restart: restarts[0].id })).toEqual(
      await bench.engine.certainty(of),
    )
    await other.close()
  })

  it('is cancelled in words', async () => {
    const signal = AbortSignal.abort()
    await expect(bench.engine.silhouette(of, { signal })).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('the status column', () => {
  const statusCounts = (text: string) => {
    const [head, ...lines] = text.trim().split('\n')
    const at = head.split(',').indexOf('status')
    const counts: Record<string, number> = {}
    for (const line of lines) {
      const word = line.split(',')[at]
      counts[word] = (counts[word] ?? 0) + 1
    }
    return counts
  }

  it('is written where a threshold is asked for, with the thresholds in the provenance, and cluster is kept', async () => {
    const csv = bench.target('status.csv')
    const json = bench.target('status.basin.json')
    const { added } = await bench.engine.exportLabels({
      ...of,
      target: csv.target,
      provenance: json.target,
      posteriors: false,
      ...THRESHOLDS,
    })
    expect(added).toEqual(['cluster', 'uncertainty', 'log_density', 'status'])
    const text = await readFile(csv.path, 'utf8')
    const counts = statusCounts(text)
    expect(counts).toMatchObject({ outlier: 7 })
    const { both } = await bench.engine.doubtful({ ...of, ...THRESHOLDS })
    expect(counts['unclassified']).toBe(11 - both)
    expect(text).toMatch(/\n.*virginica,2,0\.39\d*,[^,]*,(unclassified|outlier)\n/)
    const record = JSON.parse(await readFile(json.path, 'utf8')) as { labels: { status: object } }
    expect(record.labels.status).toMatchObject({
      unclassifiedBelow: 0.95,
      outlierShare: 0.05,
      outliersBelowLogDensity: expect.closeTo(-4.511833253442092, 9) as number,
      rows: { ...counts, unused: 0 },
    })
  })

  it('is not written where none is, and is written by scores: rows that lack a value are unused', async () => {
    const plain = bench.target('plain.csv')
    const { added } = await bench.engine.exportLabels({ ...of, target: plain.target, posteriors: false })
    expect(added).not.toContain('status')
    const { dataset } = await bench.openText('new.csv', 'status,x,y\na,0,0\nb,1,\nc,0.1,0.2\nd,40,40\n')
    const out = bench.target('scored.csv')
    const model = {
      format: 'basin.model' as const,
      version: 1 as const,
      columns: ['x', 'y'],
      scaling: 'none' as const,
      covariance: 'VVV' as const,
      logLikelihood: 0,
      weights: [1],
      means: [[0, 0]],
      covariances: [
        [
          [1, 0],
          [0, 1],
        ],
      ],
    }
    const scored = await bench.engine.score({
      dataset,
      model,
      target: out.target,
      posteriors: false,
      outliers: 0.4,
    })
    expect(scored.exported?.added).toEqual(['cluster', 'uncertainty', 'log_density', 'status_2'])
    const lines = (await readFile(out.path, 'utf8')).trim().split('\n')
    expect(lines.map((line) => line.split(',').at(-1))).toEqual([
      'status_2',
      'classified',
      'unused',
      'classified',
      'outlier',
    ])
  })
})

describe('a fit with noise', () => {
  it('has noise as one more group in sums, and of its own status in files', async () => {
    const text = await readFile(new URL('../../core/mixture/reference/noise.csv', import.meta.url), 'utf8')
    const { dataset } = await bench.openText('noise.csv', text)
    const summary = await bench.engine.fit({ dataset, settings: settingsOf({ noise: true, restarts: 8 }) })
    const asked = { fit: summary.fit, restart: summary.solutions[0].restarts[0] }
    const { noise: component } = await bench.engine.model(asked)
    const { noise, clusters, overlap, rows } = await bench.engine.certainty(asked)
    expect(noise).toBe(true)
    expect(clusters).toHaveLength(3)
    expect(clusters[2].rows).toBe(component?.size)
    expect(rows).toBe(220)
    expect(overlap[6] + overlap[7] + overlap[8]).toBeCloseTo(1, 12)
    const silhouette = await bench.engine.silhouette(asked)
    expect(silhouette).toMatchObject({ rows: 220 - (component?.size ?? 0), of: 220 })
    const csv = bench.target('noise-status.csv')
    await bench.engine.exportLabels({ ...asked, target: csv.target, posteriors: false, unclassified: 0.9 })
    const words = (await readFile(csv.path, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => line.split(',').at(-1))
    expect(words.filter((word) => word === 'noise')).toHaveLength(component?.size ?? -1)
  })
})
