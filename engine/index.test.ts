import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FitProgress, FitSummary } from '../contract/views.ts'
import { openBench, settingsOf, type Bench } from './fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(2)
})
afterAll(() => bench.close())

const bestOf = (summary: FitSummary) => summary.solutions.find((solution) => solution.id === summary.best)!

describe('a fit of Old Faithful', () => {
  it('finds −1130.26396 with two full components, and every restart reaches it', async () => {
    const { dataset } = await bench.openSample('old-faithful')
    const summary = await bench.engine.fit({ dataset, settings: settingsOf({ restarts: 20 }) })
    expect(bestOf(summary).logLikelihood).toBeCloseTo(-1130.26396, 5)
    expect(bestOf(summary).hits).toBe(20)
    expect(summary.restarts.every((restart) => restart.state === 'converged')).toBe(true)
  })

  it('finds −1114.440 with three, which few restarts reach', async () => {
    const { dataset } = await bench.openSample('old-faithful')
    const settings = settingsOf({ components: { from: 3, to: 3 }, restarts: 200 })
    const summary = await bench.engine.fit({ dataset, settings })
    expect(bestOf(summary).logLikelihood).toBeCloseTo(-1114.44, 3)
    expect(bestOf(summary).hits).toBeGreaterThan(1)
    expect(bestOf(summary).hits).toBeLessThan(100)
  })

  it('tells of every restart and hands over each trace once, in order and without a gap', async () => {
    const { dataset } = await bench.openSample('old-faithful')
    const events: FitProgress[] = []
    const settings = settingsOf({ components: { from: 1, to: 4 }, restarts: 10 })
    const summary = await bench.engine.fit(
      { dataset, settings },
      { onProgress: (event) => events.push(event) },
    )
    const traces = new Map<string, number[]>()
    for (const { restart, traceFrom, trace } of events.flatMap((event) => event.changes)) {
      const known = traces.get(restart.id) ?? []
      expect(traceFrom).toBe(known.length)
      traces.set(restart.id, [...known, ...trace])
    }
    expect([...traces.keys()].sort()).toEqual(summary.restarts.map((restart) => restart.id).sort())
    for (const restart of summary.restarts) {
      const trace = traces.get(restart.id)!
      expect(trace).toHaveLength(restart.iterations)
      expect(trace.at(-1)).toBeCloseTo(restart.logLikelihood!, 6)
    }
    expect(events.at(-1)).toMatchObject({ done: 40, total: 40, leader: bestOf(summary).restarts[0] })
  })
})

describe('a fit of iris', () => {
  const settings = settingsOf({ columns: [0, 1, 2, 3], components: { from: 3, to: 3 }, restarts: 40 })

  it('finds −180.1854 with clusters of 50, 45 and 55, and does not take the spurious one as best', async () => {
    const { dataset } = await bench.openSample('iris')
    const summary = await bench.engine.fit({ dataset, settings })
    expect(bestOf(summary).logLikelihood).toBeCloseTo(-180.1854, 3)
    const model = await bench.engine.model({ fit: summary.fit, restart: bestOf(summary).restarts[0] })
    expect(model.sizes.toSorted((a, b) => a - b)).toEqual([45, 50, 55])
    expect(model.columns).toEqual(['sepal_length', 'sepal_width', 'petal_length', 'petal_width'])
  })

  it('draws the same rows for points and labels, and compares two restarts', async () => {
    const { dataset } = await bench.openSample('iris')
    const summary = await bench.engine.fit({ dataset, settings: { ...settings, restarts: 8 } })
    const { fit } = summary
    const [left, right] = summary.solutions.map((solution) => solution.restarts[0])
    const points = await bench.engine.points({
      dataset,
      columns: settings.columns,
      axes: { principal: { x: 1, y: 2 } },
      limit: 60,
    })
    const labels = await bench.engine.labels({ fit, restart: left, limit: 60 })
    expect([points.x.length, points.rows.length, labels.labels.length, labels.uncertainty?.length]).toEqual([
      60, 60, 60, 60,
    ])
    expect(points.usable).toBe(150)
    const same = await bench.engine.compare({ fit, left: left, right: left })
    expect(same).toMatchObject({ match: [0, 1, 2], adjustedRandIndex: 1, variationOfInformation: 0 })
    const other = await bench.engine.compare({ fit, left: left, right: right })
    expect(other.contingency.flat().reduce((sum, count) => sum + count, 0)).toBe(150)
    expect(other.adjustedRandIndex).toBeLessThan(1)
  })
})

describe('the same request', () => {
  it('gives the same report but for the timing, with one thread and with two', async () => {
    const reports: unknown[] = []
    for (const threads of [1, 2, 2]) {
      const own = await openBench(threads)
      try {
        const { dataset } = await own.openSample('old-faithful')
        const settings = settingsOf({
          components: { from: 1, to: 3 },
          covariances: ['VVV', 'VII'],
          restarts: 6,
        })
        const { fit } = await own.engine.fit({ dataset, settings })
        const { target, path } = own.target('report.json')
        await own.engine.exportReport({ fit, target })
        const { timing, ...rest } = JSON.parse(await readFile(path, 'utf8')) as {
          timing: { threads: number }
        }
        expect(timing.threads).toBe(threads)
        reports.push(JSON.stringify(rest))
      } finally {
        await own.close()
      }
    }
    expect(reports[1]).toBe(reports[0])
    expect(reports[2]).toBe(reports[0])
  })
})

describe('stopping a fit', () => {
  it('keeps what was found and says so', async () => {
    const { dataset } = await bench.openSample('old-faithful')
    const stopper = new AbortController()
    const settings = settingsOf({ components: { from: 2, to: 9 }, restarts: 1000, tolerance: 1e-9 })
    const summary = await bench.engine.fit(
      { dataset, settings },
      { signal: stopper.signal, onProgress: ({ done }) => done > 3 && stopper.abort() },
    )
    expect(summary.stopped).toBe(true)
    expect(summary.restarts).toHaveLength(8000)
    const states = new Set(summary.restarts.map((restart) => restart.state))
    expect(states).toContain('converged')
    expect(states).toContain('stopped')
    expect(bestOf(summary).logLikelihood).toBeGreaterThan(-1140)
  })

  it('before it began gives an empty result, not an error', async () => {
    const { dataset } = await bench.openSample('old-faithful')
    const summary = await bench.engine.fit(
      { dataset, settings: settingsOf() },
      { signal: AbortSignal.abort() },
    )
    expect(summary).toMatchObject({ stopped: true, best: null, solutions: [] })
    const restart = summary.restarts[0]
    expect(restart).toMatchObject({ state: 'stopped', iterations: 0, logLikelihood: null })
    await expect(bench.engine.model({ fit: summary.fit, restart: restart.id })).rejects.toMatchObject({
      code: 'no-usable-model',
    })
  })
})

describe('a fit is refused in words', () => {
  const csv = 'a,b,c\n1,2,x\n2,,x\n3,5,x\n3,5,x\n4,1,x\n'
  const cases: [string, Parameters<typeof settingsOf>[0], string, RegExp][] = [
    [
      'where more components than rows are asked for',
      { components: { from: 1, to: 9 } },
      'too-few-rows',
      /is to have 1 to 9 components, but only 4 rows/,
    ],
    [
      'where more components than different points are asked for',
      { components: { from: 4, to: 4 } },
      'too-few-rows',
      /only 3 different points/,
    ],
    [
      'where a missing cell must not be dropped',
      { missing: 'error' },
      'missing-values',
      /Line 3 has no number in the column “b”/,
    ],
    ['where a column is text', { columns: [0, 2] }, 'invalid-input', /“c” does not hold numbers/],
    ['where a column is not there', { columns: [0, 7] }, 'invalid-input', /no column #8/],
    ['where a column is chosen twice', { columns: [1, 1] }, 'invalid-input', /“b” was chosen twice/],
    [
      'where the curves would not fit in memory',
      { restarts: 10_000, maxIterations: 100_000 },
      'too-large',
      /need 7\.5 GB/,
    ],
    [
      'where the start has other components',
      { start: { labels: [1, 2, 3, 1, 2] } },
      'invalid-input',
      /start has 3 components, but 2/,
    ],
    [
      'where the start has other rows',
      { start: { labels: [1, 2] } },
      'invalid-input',
      /start has 2 labels, but the file has 5 rows \(4 of them used\)/,
    ],
  ]
  it.each(cases)('%s', async (_, changes, code, message) => {
    const { dataset } = await bench.openText('small.csv', csv)
    const call = bench.engine.fit({ dataset, settings: settingsOf(changes) })
    await expect(call).rejects.toMatchObject({ code, message: expect.stringMatching(message) as string })
  })
})

describe('a start of one’s own', () => {
  it('is one restart per covariance model, from labels over all rows of the file', async () => {
    const { dataset, rows } = await bench.openSample('old-faithful')
    const labels = Array.from({ length: rows }, (_, row) => 1 + (row % 2))
    const settings = settingsOf({ start: { labels }, covariances: ['VVV', 'EEE'], restarts: 40 })
    const summary = await bench.engine.fit({ dataset, settings })
    expect(summary.restarts.map((restart) => [restart.id, restart.initialisation])).toEqual([
      ['VVV-2-0', 'given'],
      ['EEE-2-0', 'given'],
    ])
  })

  it('stays where it is when it is a fitted model', async () => {
    const { dataset } = await bench.openSample('old-faithful')
    const first = await bench.engine.fit({ dataset, settings: settingsOf() })
    const model = await bench.engine.model({ fit: first.fit, restart: bestOf(first).restarts[0] })
    const matrix = (k: number) =>
      [0, 2].map((at) => Array.from(model.covariances.subarray(k * 4 + at, k * 4 + at + 2)))
    const start = {
      weights: Array.from(model.weights),
      means: [0, 1].map((k) => Array.from(model.means.subarray(k * 2, k * 2 + 2))),
      covariances: [0, 1].map(matrix),
    }
    const again = await bench.engine.fit({ dataset, settings: settingsOf({ start }) })
    expect(bestOf(again).logLikelihood).toBeCloseTo(bestOf(first).logLikelihood, 6)
  })
})

describe('a file', () => {
  it('shows its cells as they are written', async () => {
    const { dataset } = await bench.openText('cells.csv', 'a,b\n1.50,"x, y"\n2,z\n3,w\n')
    const { cells } = await bench.engine.rows({ dataset, from: 0, count: 2 })
    expect(cells).toEqual([
      ['1.50', 'x, y'],
      ['2', 'z'],
    ])
    expect((await bench.engine.rows({ dataset, from: 3, count: 5 })).cells).toEqual([])
  })

  it('that changed on disk is not read again under the old offsets', async () => {
    const { dataset } = await bench.openText('moving.csv', 'a,b\n1,2\n3,4\n')
    await bench.openText('moving.csv', 'a,b\n1,2\n3,4\n5,6\n')
    await expect(bench.engine.rows({ dataset, from: 0, count: 1 })).rejects.toMatchObject({
      code: 'file-changed',
    })
  })

  it('and its fits are gone once it is closed', async () => {
    const { dataset } = await bench.openSample('old-faithful')
    const { fit, solutions } = await bench.engine.fit({ dataset, settings: settingsOf({ restarts: 1 }) })
    await bench.engine.close({ dataset })
    await expect(bench.engine.rows({ dataset, from: 0, count: 1 })).rejects.toMatchObject({
      code: 'unknown-id',
    })
    const restart = solutions[0].restarts[0]
    await expect(bench.engine.model({ fit, restart })).rejects.toMatchObject({ code: 'unknown-id' })
  })

  it('closed under a running fit takes that fit with it once it has ended', async () => {
    const { dataset } = await bench.openSample('old-faithful')
    let closed: Promise<null> | null = null
    const onProgress = () => void (closed ??= bench.engine.close({ dataset }))
    const summary = await bench.engine.fit({ dataset, settings: settingsOf() }, { onProgress })
    expect(closed).not.toBeNull()
    const restart = bestOf(summary).restarts[0]
    await expect(bench.engine.model({ fit: summary.fit, restart })).rejects.toMatchObject({
      code: 'unknown-id',
    })
  })

  it('keeps its last three fits, whatever is fitted to others', async () => {
    const other = await bench.openSample('old-faithful')
    const settings = settingsOf({ restarts: 1 })
    const elsewhere = await bench.engine.fit({ dataset: other.dataset, settings })
    const { dataset } = await bench.openSample('old-faithful')
    const fits: string[] = []
    for (let run = 0; run < 4; run++) fits.push((await bench.engine.fit({ dataset, settings })).fit)
    const model = (fit: string) => bench.engine.model({ fit, restart: 'VVV-2-0' })
    await expect(model(fits[0])).rejects.toMatchObject({ code: 'unknown-id' })
    const known = await Promise.all([...fits.slice(1), elsewhere.fit].map(model))
    expect(known.map(({ fit }) => fit)).toEqual([...fits.slice(1), elsewhere.fit])
  })

  it('that cannot be read leaves what is open as it was', async () => {
    const { dataset } = await bench.openSample('iris')
    await expect(bench.openText('empty.csv', '')).rejects.toMatchObject({ code: 'file-empty' })
    const missing = { grant: bench.grants.addFile('/nowhere/at/all.csv').grant }
    await expect(bench.engine.open({ source: missing })).rejects.toMatchObject({ code: 'file-missing' })
    await expect(bench.engine.open({ source: { grant: 'made-up' } })).rejects.toMatchObject({
      code: 'unknown-id',
    })
    expect((await bench.engine.rows({ dataset, from: 0, count: 1 })).cells).toHaveLength(1)
  })
})

it('stops at once while the rows are still being prepared, with no restart begun', async () => {
  const { dataset } = await bench.openSample('iris')
  const settings = settingsOf({ columns: [0, 1, 2, 3], restarts: 3 })
  const summary = await bench.engine.fit({ dataset, settings }, { signal: AbortSignal.abort() })
  expect(summary).toMatchObject({ stopped: true, rowsUsed: 0, rowsDropped: 0, solutions: [], best: null })
  expect(summary.restarts.map(({ state, iterations }) => [state, iterations])).toEqual([
    ['stopped', 0],
    ['stopped', 0],
    ['stopped', 0],
  ])
})

it('shows the model and labels of a restart that has ended while others still run', async () => {
  const { dataset } = await bench.openSample('iris')
  const settings = settingsOf({ columns: [0, 1, 2, 3], components: { from: 3, to: 3 }, restarts: 2000 })
  const early: Promise<number>[] = []
  const onProgress = ({ fit, done, total, changes }: FitProgress) => {
    const ended = changes.find(({ restart }) => restart.state === 'converged')
    if (early.length > 0 || ended === undefined || done === total) return
    const restart = ended.restart.id
    const shown = Promise.all([
      bench.engine.model({ fit, restart }),
      bench.engine.labels({ fit, restart, limit: 150 }),
    ])
    early.push(
      shown.then(
        ([model, { labels }]) => (model.sizes[0] ?? 0) - labels.filter((label) => label === 0).length,
      ),
    )
  }
  await bench.engine.fit({ dataset, settings }, { onProgress })
  expect(await Promise.all(early)).toEqual([0])
})
