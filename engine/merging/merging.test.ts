import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasRow } from '../../contract/row-mask.ts'
import type { FitSummary, MergeView } from '../../contract/views.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
let dataset: string
let summary: FitSummary
let restart: string
let merging: MergeView
beforeAll(async () => {
  bench = await openBench(2)
  dataset = (await bench.openSample('crescent')).dataset
  const settings = settingsOf({ components: { from: 2, to: 7 }, restarts: 8, tolerance: 1e-12 })
  summary = await bench.engine.fit({ dataset, settings })
  restart = summary.solutions.find(({ id }) => id === summary.best)!.restarts[0]
  merging = await bench.engine.merge({ fit: summary.fit, restart })
})
afterAll(() => bench.close())

const of = () => ({ fit: summary.fit, restart })

describe('a crooked group of which BIC makes three components', () => {
  it('is one of three clusters at the elbow, as mclust 6.0.0 has it', () => {
    expect(summary.best).toBe('VVV-5-A')
    expect(merging.suggestion).toBe(3)
    // clustCombi(Mclust(data, G = 5, modelNames = "VVV")), see core/mixture/merging/reference.json
    const mclust = [70.33479681937684, 25.275753173699762, 0.04023560675542191, 0.003312263899501, 0]
    merging.steps.forEach(({ entropy }, at) => expect(entropy).toBeCloseTo(mclust[at], 3))
    expect(merging.steps.map(({ mergedRows }) => mergedRows)).toEqual([0, 220, 314, 440, 600])
  })

  it('is nearer to what is known once it is merged', async () => {
    const asked = { ...of(), column: 2, limit: 1000 }
    const apart = await bench.engine.known(asked)
    const merged = await bench.engine.known({ ...asked, merged: 3 })
    expect(apart.adjustedRandIndex).toBeLessThan(0.7)
    expect(merged.adjustedRandIndex).toBeGreaterThan(0.99)
    expect(apart.purity).toBeGreaterThan(0.99)
    expect(merged.misplaced).toBeLessThan(3)
  })
})

describe('merged clusters', () => {
  it('are the same bits with any number of threads', async () => {
    const other = await openBench(1)
    const opened = await other.openSample('crescent')
    const fitted = await other.engine.fit({
      dataset: opened.dataset,
      settings: settingsOf({ components: { from: 5, to: 5 }, restarts: 8, tolerance: 1e-12 }),
    })
    const again = await other.engine.merge({ fit: fitted.fit, restart })
    expect(again).toEqual(merging)
    await other.close()
  })

  it('label rows, are selected and tallied as their sizes say', async () => {
    for (const { clusters, sizes } of merging.steps) {
      const { labels, uncertainty } = await bench.engine.labels({ ...of(), limit: 1000, merged: clusters })
      expect(sizes.map((_, cluster) => labels.filter((label) => label === cluster).length)).toEqual(sizes)
      if (clusters === 1) expect(Math.max(...(uncertainty ?? [NaN]))).toBe(0)
      const { mask, count } = await bench.engine.select({
        kind: 'merged',
        ...of(),
        clusters,
        cluster: clusters - 1,
      })
      expect(count).toBe(sizes[clusters - 1])
      expect(labels.every((label, row) => hasRow(mask, row) === (label === clusters - 1))).toBe(true)
      const tally = await bench.engine.tally({ ...of(), mask, merged: clusters })
      expect(tally.sizes).toEqual(sizes.map((size, cluster) => (cluster === clusters - 1 ? size : 0)))
    }
  })

  it('are the components where nothing is merged', async () => {
    const components = await bench.engine.labels({ ...of(), limit: 1000 })
    const merged = await bench.engine.labels({ ...of(), limit: 1000, merged: 5 })
    expect(merged.labels).toEqual(components.labels)
  })

  it('are refused where there are fewer components', async () => {
    await expect(bench.engine.labels({ ...of(), limit: 10, merged: 6 })).rejects.toMatchObject({
      code: 'invalid-input',
      message: '5 components cannot be merged into 6 clusters.',
    })
  })

  it('are one more column of the labelled file, with how they came about beside it', async () => {
    const [file, record] = [bench.target('merged.csv'), bench.target('merged.basin.json')]
    const { added } = await bench.engine.exportLabels({
      ...of(),
      target: file.target,
      posteriors: false,
      merged: 3,
      provenance: record.target,
    })
    expect(added).toEqual(['cluster', 'uncertainty', 'log_density', 'merged_cluster'])
    const [, ...rows] = (await readFile(file.path, 'utf8')).trimEnd().split('\n')
    const { labels } = await bench.engine.labels({ ...of(), limit: 1000, merged: 3 })
    expect(rows.map((row) => Number(row.split(',').at(-1)))).toEqual(Array.from(labels, (label) => label + 1))
    const { merged } = (
      JSON.parse(await readFile(record.path, 'utf8')) as {
        labels: { merged: { clusters: number; clusterOfComponent: number[]; steps: object[] } }
      }
    ).labels
    expect(merged.clusters).toBe(3)
    expect(merged.clusterOfComponent).toEqual(merging.steps[2].partition.map((cluster) => cluster + 1))
    expect(merged.steps).toHaveLength(5)
    expect(merged.steps[2]).toMatchObject({ clusters: 3, mergedRows: 314 })
  })
})

describe('merging', () => {
  it('counts rows by their weights: each row twice has twice the entropy', async () => {
    const text = (await readFile('samples/crescent.csv', 'utf8')).trimEnd().split('\n')
    const weighted = text.map((line, at) => `${line},${at === 0 ? 'times' : '2'}`)
    const opened = await bench.openText('twice.csv', weighted.join('\n'))
    const settings = settingsOf({
      components: { from: 5, to: 5 },
      restarts: 8,
      tolerance: 1e-12,
      weights: { column: 3, kind: 'frequency' },
    })
    const twice = await bench.engine.fit({ dataset: opened.dataset, settings })
    const doubled = await bench.engine.merge({ fit: twice.fit, restart: twice.solutions[0].restarts[0] })
    doubled.steps.forEach((step, at) => {
      expect(step.entropy).toBeCloseTo(2 * merging.steps[at].entropy, 2)
      expect([step.partition, step.sizes]).toEqual([merging.steps[at].partition, merging.steps[at].sizes])
    })
  })

  it('is cancelled without a trace', async () => {
    const signal = AbortSignal.abort()
    const last = summary.solutions.find(({ components }) => components === 7)!.restarts[0]
    await expect(bench.engine.merge({ fit: summary.fit, restart: last }, { signal })).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect((await bench.engine.merge({ fit: summary.fit, restart: last })).steps).toHaveLength(7)
  })

  it('and what is known stand in the report of the best solution where they are asked for', async () => {
    const { target, path } = bench.target('report.json')
    await bench.engine.exportReport({ fit: summary.fit, target, known: 2, merged: 3 })
    const report = JSON.parse(await readFile(path, 'utf8')) as {
      known: { column: string; adjustedRandIndex: number; merged: { adjustedRandIndex: number } }
      merging: { clusters: number; suggestion: number }
    }
    expect(report.known.column).toBe('shape')
    expect(report.known.merged.adjustedRandIndex).toBeGreaterThan(report.known.adjustedRandIndex)
    expect(report.merging).toMatchObject({ clusters: 3, suggestion: 3 })
  })
})
