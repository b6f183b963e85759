import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refinementsWorth } from '../../core/mixture/start/refinements.ts'
import { createRandom } from '../../core/random/random.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { FitProgress, FitSummary, RestartView } from '../../contract/views.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(2)
})
afterAll(() => bench.close())

interface Report {
  restarts: { id: string; status: string; trace: number[] }[]
  refinements: { tried: number; better: number }
}

/** The report of a fit but for its timing, as text. */
async function reportOf(own: Bench, dataset: string, settings: FitSettings): Promise<string> {
  const { fit } = await own.engine.fit({ dataset, settings })
  const { target, path } = own.target('report.json')
  await own.engine.exportReport({ fit, target })
  const report = JSON.parse(await readFile(path, 'utf8')) as Report & { timing?: object }
  delete report.timing
  return JSON.stringify(report)
}

const isJoined = ({ id }: Pick<RestartView, 'id'>) => id.split('-').length > 3 || /[a-z]/.test(id)

describe('refinements', () => {
  const settings = settingsOf({
    columns: [0, 1, 2, 3],
    components: { from: 2, to: 4 },
    initialisation: 'kmeans',
    restarts: 3,
    refinements: 12,
  })

  /** What 12 refinements at most are for a cell of a fit without any. */
  const worthOf = ({ solutions, restarts }: FitSummary, components: number) => {
    const [best] = solutions.filter((one) => one.components === components)
    const usable = restarts.filter((one) => one.components === components && one.solution !== null).length
    return refinementsWorth(12, { hits: best.hits, usable })
  }

  it('that find something better join the restarts, and the others are only counted', async () => {
    const { dataset } = await bench.openSample('iris')
    const events: FitProgress[] = []
    const onProgress = (event: FitProgress) => void events.push(event)
    const plain = await bench.engine.fit({ dataset, settings: { ...settings, refinements: 0 } })
    const refined = await bench.engine.fit({ dataset, settings }, { onProgress })
    const joined = refined.restarts.filter(isJoined)
    const { tried } = refined.refinements
    expect(refined.refinements).toEqual({ tried, better: joined.length })
    expect(tried).toBe([2, 3, 4].reduce((sum, components) => sum + worthOf(plain, components), 0))
    expect(joined.length).toBeGreaterThan(0)
    expect(refined.restarts.slice(0, 9).map(({ id }) => id)).toEqual(plain.restarts.map(({ id }) => id))
    expect(refined.restarts.slice(9)).toEqual(joined)
    expect(events.at(-1)).toMatchObject({ done: 9, total: 9, tried, toTry: tried })
    const told = new Map(events.flatMap(({ changes }) => changes.map((one) => [one.restart.id, one])))
    for (const { id, iterations } of joined) {
      expect(id).toMatch(/^VVV-\d-(split|swap|split-merge)-\d+$/)
      expect(told.get(id)?.trace).toHaveLength(iterations)
      const model = await bench.engine.model({ fit: refined.fit, restart: id })
      expect(model.sizes.reduce((sum, size) => sum + size, 0)).toBe(150)
    }
  })

  it('make no solution worse, and of what they alone found the hits are 0 and a warning says so', async () => {
    const { dataset } = await bench.openSample('iris')
    const plain = await bench.engine.fit({ dataset, settings: { ...settings, refinements: 0 } })
    const refined = await bench.engine.fit({ dataset, settings })
    const top = ({ solutions }: FitSummary, components: number) =>
      Math.max(...solutions.filter((one) => one.components === components).map((one) => one.logLikelihood))
    for (const components of [2, 3, 4])
      expect(top(refined, components)).toBeGreaterThanOrEqual(top(plain, components))
    const found = refined.solutions.filter(({ hits }) => hits === 0)
    expect(found.length).toBeGreaterThan(0)
    for (const { restarts, warnings } of found) {
      expect(restarts.every((id) => isJoined({ id }))).toBe(true)
      expect(warnings.map(({ code }) => code)).toContain('found-by-refinement')
    }
  })

  it('leave a given start alone', async () => {
    const { dataset } = await bench.openSample('iris')
    const labels = Array.from({ length: 150 }, (_, row) => 1 + (row % 3))
    const { restarts, refinements } = await bench.engine.fit({
      dataset,
      settings: { ...settings, components: { from: 3, to: 3 }, start: { labels } },
    })
    expect([restarts.length, refinements]).toEqual([1, { tried: 0, better: 0 }])
  })

  it('are ended by a stop, which keeps what they found', async () => {
    const { dataset } = await bench.openSample('iris')
    const stopper = new AbortController()
    const onProgress = ({ tried }: FitProgress) => tried > 3 && stopper.abort()
    const { stopped, refinements, best } = await bench.engine.fit(
      { dataset, settings: { ...settings, refinements: 900, tolerance: 1e-9 } },
      { signal: stopper.signal, onProgress },
    )
    expect(stopped).toBe(true)
    expect(refinements.tried).toBeGreaterThan(3)
    expect(refinements.tried).toBeLessThan(2700)
    expect(best).not.toBeNull()
  })
})

describe('a race', () => {
  it.each(['none', 'squarem'] as const)(
    'drops restarts and changes no bit of the others: %s',
    async (acceleration) => {
      const settings = settingsOf({
        components: { from: 3, to: 4 },
        restarts: 30,
        strategy: 'race',
        acceleration,
      })
      const { dataset } = await bench.openSample('old-faithful')
      const raced = JSON.parse(await reportOf(bench, dataset, settings)) as Report
      const full = JSON.parse(await reportOf(bench, dataset, { ...settings, strategy: 'full' })) as Report
      const strip = (restart: Report['restarts'][number]) => ({ ...restart, solution: null })
      const ended = raced.restarts.filter(({ status }) => status !== 'dropped')
      expect(ended.length).toBeGreaterThanOrEqual(16)
      expect(ended.length).toBeLessThan(60)
      for (const restart of ended)
        expect(strip(restart)).toEqual(strip(full.restarts.find(({ id }) => id === restart.id)!))
      for (const { id, trace } of raced.restarts) {
        const whole = full.restarts.find((restart) => restart.id === id)!.trace
        expect(trace).toEqual(whole.slice(0, trace.length))
      }
    },
  )
})

describe('the number of threads', () => {
  it('changes no byte of a report with a race and refinements', async () => {
    const settings = settingsOf({
      components: { from: 2, to: 4 },
      covariances: ['VVV', 'EEE'],
      restarts: 9,
      strategy: 'race',
      refinements: 9,
    })
    const reports: string[] = []
    for (const threads of [1, 3]) {
      const own = await openBench(threads)
      try {
        const { dataset } = await own.openSample('old-faithful')
        reports.push(await reportOf(own, dataset, settings))
      } finally {
        await own.close()
      }
    }
    expect(reports[1]).toBe(reports[0])
  })

  it('changes no byte where idle threads help a long restart', async () => {
    const random = createRandom(5)
    const rows = Array.from({ length: 70_000 }, (_, i) => `${random.normal() + (i % 3)},${random.normal()}`)
    const settings = settingsOf({ components: { from: 3, to: 3 }, restarts: 2, maxIterations: 12 })
    const reports: string[] = []
    for (const threads of [1, 8]) {
      const own = await openBench(threads)
      try {
        const { dataset } = await own.openText('long.csv', `a,b\n${rows.join('\n')}\n`)
        reports.push(await reportOf(own, dataset, settings))
      } finally {
        await own.close()
      }
    }
    expect(reports[1]).toBe(reports[0])
  })
})
