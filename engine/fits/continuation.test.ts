import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FitProgress, FitSummary } from '../../contract/views.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'
import { continuation } from './continuation.ts'
import { nothing, type Outcome } from './outcome.ts'
import { planRestarts } from './plan.ts'
import type { Fit } from './run.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(2)
})
afterAll(() => bench.close())

const settings = settingsOf({ components: { from: 3, to: 3 }, restarts: 3, maxIterations: 15 })
const restartOf = ({ restarts }: FitSummary, id: string) => restarts.find((restart) => restart.id === id)!

interface Report {
  restarts: { id: string; trace: number[]; continued?: number[] }[]
  extensions: object[]
}

async function reportOf(fit: string): Promise<Report> {
  const { target, path } = bench.target('report.json')
  await bench.engine.exportReport({ fit, target })
  return JSON.parse(await readFile(path, 'utf8')) as Report
}
const traceOf = (report: Report, id: string) => report.restarts.find((restart) => restart.id === id)!.trace

async function limited(changes = {}) {
  const { dataset } = await bench.openSample('old-faithful')
  return await bench.engine.fit({ dataset, settings: { ...settings, ...changes } })
}

describe('a restart that is continued', () => {
  it('goes on from its limit to where it would have ended, and its trace goes on', async () => {
    const before = await limited()
    const report = await reportOf(before.fit)
    const whole = await limited({ maxIterations: 2000 })
    const id = 'VVV-3-1'
    expect(restartOf(before, id)).toMatchObject({ state: 'iteration-limit', iterations: 15 })

    const events: FitProgress[] = []
    const after = await bench.engine.extend(
      { fit: before.fit, more: { kind: 'continue', restart: id, tolerance: 1e-6, maxIterations: 2000 } },
      { onProgress: (event) => events.push(event) },
    )
    const went = restartOf(after, id)
    expect(went).toMatchObject({ state: 'converged', continued: [15] })
    expect(went.iterations).toBe(restartOf(whole, id).iterations)
    expect(went.logLikelihood).toBeCloseTo(restartOf(whole, id).logLikelihood!, 9)
    expect(went.logLikelihood).toBeGreaterThan(restartOf(before, id).logLikelihood!)

    const now = await reportOf(after.fit)
    const trace = traceOf(now, id)
    expect(trace).toHaveLength(went.iterations)
    expect(trace.slice(0, 15)).toEqual(traceOf(report, id))
    for (let t = 1; t < trace.length; t++) expect(trace[t]).toBeGreaterThan(trace[t - 1] - 1e-9)
    expect(events.flatMap(({ changes }) => changes.flatMap((change) => [...change.trace]))).toEqual(
      trace.slice(15),
    )
    expect(events.flatMap(({ changes }) => changes)[0]).toMatchObject({ traceFrom: 15, restart: { id } })
    expect(now.extensions).toEqual([
      { kind: 'continue', restart: id, iterations: 15, tolerance: 1e-6, maxIterations: 2000, stopped: false },
    ])
  })

  it('leaves all others to the bit as they were, and can go on again', async () => {
    const { fit } = await limited()
    const others = ({ restarts }: Report) => restarts.filter(({ id }) => id !== 'VVV-3-2')
    const strip = (report: Report) =>
      JSON.stringify(others(report).map((one) => ({ ...one, solution: null })))
    const before = strip(await reportOf(fit))
    const more = { kind: 'continue', restart: 'VVV-3-2', tolerance: 1e-6, maxIterations: 10 } as const
    await bench.engine.extend({ fit, more })
    const twice = await bench.engine.extend({ fit, more })
    expect(restartOf(twice, 'VVV-3-2')).toMatchObject({ iterations: 35, continued: [15, 25] })
    expect(restartOf(twice, 'VVV-3-2').warnings).toContainEqual({
      code: 'iteration-limit',
      message: 'It had not converged after 35 iterations.',
    })
    expect(strip(await reportOf(fit))).toBe(before)
  })

  it('is never lower than it was, and says where it stays so', async () => {
    const before = await limited({ maxIterations: 2000, tolerance: 1e-9, restarts: 8 })
    for (const { id, logLikelihood } of before.restarts) {
      const more = { kind: 'continue', restart: id, tolerance: 1e-12 } as const
      const after = restartOf(await bench.engine.extend({ fit: before.fit, more }), id)
      expect(after.logLikelihood).toBeGreaterThanOrEqual(logLikelihood!)
      if (after.continued === undefined)
        expect(after.warnings).toContainEqual({
          code: 'not-continued',
          message: expect.stringMatching(/^Going on by \d+ iterations? it gained nothing/) as string,
        })
    }
  })

  it('can be drawn and exported before it has ended again', async () => {
    const { fit, restarts } = await limited()
    const ask = { fit, restart: restarts[1].id }
    const { target } = bench.target('meanwhile.csv')
    const meanwhile: Promise<unknown>[] = []
    await bench.engine.extend(
      { fit, more: { kind: 'continue', restart: ask.restart, tolerance: 1e-6, maxIterations: 2000 } },
      {
        onProgress: () => {
          if (meanwhile.length > 0) return
          meanwhile.push(bench.engine.labels({ ...ask, limit: 272 }))
          meanwhile.push(bench.engine.exportLabels({ ...ask, target, posteriors: false }))
        },
      },
    )
    expect(await Promise.all(meanwhile)).toMatchObject([{ labels: { length: 272 } }, { rows: 272 }])
  })

  it('may have been dropped by a race', async () => {
    const raced = await limited({ maxIterations: 2000, restarts: 30, strategy: 'race' })
    const dropped = raced.restarts.find(({ state }) => state === 'dropped')!
    const more = { kind: 'continue', restart: dropped.id, tolerance: 1e-6 } as const
    const after = restartOf(await bench.engine.extend({ fit: raced.fit, more }), dropped.id)
    expect(after).toMatchObject({ state: 'converged', continued: [dropped.iterations] })
    expect(after.solution).not.toBeNull()
  })

  it.each(['converged', 'iteration-limit', 'dropped', 'stopped'] as const)(
    'and then stopped is still %s, as far as it came',
    (status) => {
      const mixture = {
        components: 1,
        dimension: 1,
        weights: Float64Array.of(1),
        means: Float64Array.of(0),
        covariances: Float64Array.of(1),
      }
      const limit = { code: 'iteration-limit' as const, message: 'It had not converged after 15 iterations.' }
      const flags = status === 'iteration-limit' ? [limit] : []
      const before: Outcome = { ...nothing(status, 15, ''), logLikelihood: -10, mixture, flags }
      const after: Outcome = { ...nothing('stopped', 4, ''), logLikelihood: -9, mixture }
      const plan = planRestarts({ ...settings, restarts: 1 })
      const past = { traces: [new Float64Array(15)], refinements: { tried: 0, better: 0 }, iterations: 15 }
      const fit = { ...past, plan, outcomes: [before], settings } as unknown as Fit
      const more = { kind: 'continue', restart: plan[0].id, tolerance: 1e-9 } as const
      const message = 'It had not converged after 19 iterations.'
      expect(continuation(fit, more).amounts?.(after)).toMatchObject({
        status,
        iterations: 19,
        logLikelihood: -9,
        flags: flags.map(({ code }) => ({ code, message })),
      })
    },
  )

  it('gives the script that its start leads to', async () => {
    const { fit } = await limited()
    const more = { kind: 'continue', restart: 'VVV-3-0', tolerance: 1e-9, maxIterations: 2000 } as const
    await bench.engine.extend({ fit, more })
    const { text, warnings } = await bench.engine.script({ fit, restart: 'VVV-3-0', language: 'python' })
    expect(text).toMatch(/Basin's restart VVV-3-0 \(kmeans, seed \d+\) started\s+#?\s*from/)
    expect(warnings).toEqual([])
  })

  it('that had not begun runs from its start, goes on again, and is played and repeated under the rules it had', async () => {
    const { dataset } = await bench.openSample('old-faithful')
    const { fit } = await bench.engine.fit({ dataset, settings }, { signal: AbortSignal.abort() })
    const ask = { fit, restart: 'VVV-3-1' }
    const rules = [
      { tolerance: 1e-12, maxIterations: 40 },
      { tolerance: 1e-13, maxIterations: 60 },
    ]
    for (const rule of rules)
      await bench.engine.extend({ fit, more: { kind: 'continue', restart: ask.restart, ...rule } })
    const trace = traceOf(await reportOf(fit), ask.restart)
    expect(trace).toHaveLength(100)
    const replay = await bench.engine.replay(ask)
    expect([...replay.logLikelihoods.slice(replay.iterations.indexOf(1))]).toEqual(trace)
    const [labelled, beside] = [bench.target('unbegun.csv'), bench.target('unbegun.basin.json')]
    const provenance = beside.target
    await bench.engine.exportLabels({ ...ask, target: labelled.target, posteriors: false, provenance })
    expect(JSON.parse(await readFile(beside.path, 'utf8'))).toMatchObject({
      restart: { continued: rules.map((rule, at) => ({ iterations: [0, 40][at], ...rule })) },
    })
  })

  it('that collapsed or that nobody knows is refused in words', async () => {
    const { fit } = await limited()
    const more = { kind: 'continue', restart: 'VVV-3-9', tolerance: 1e-9 } as const
    await expect(bench.engine.extend({ fit, more })).rejects.toMatchObject({ code: 'unknown-id' })
    const { dataset } = await bench.openText('twins.csv', `a,b\n${'1,2\n'.repeat(6)}3,1\n4,7\n9,2\n`)
    const twins = await bench.engine.fit({ dataset, settings: settingsOf({ restarts: 6 }) })
    const collapsed = twins.restarts.find(({ state }) => state === 'collapsed')!
    await expect(
      bench.engine.extend({ fit: twins.fit, more: { ...more, restart: collapsed.id } }),
    ).rejects.toMatchObject({ code: 'no-usable-model' })
  })
})
