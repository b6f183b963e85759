import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FitSettings } from '../../contract/schemas.ts'
import type { DatasetSummary, FitSummary, FrameView, ModelView, ReplayView } from '../../contract/views.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

const LIMIT = 30_000

let bench: Bench
let geyser: DatasetSummary
beforeAll(async () => {
  bench = await openBench(2)
  geyser = await bench.openSample('old-faithful')
})
afterAll(() => bench.close())

/** A fit and the trace of each of its restarts. */
async function fitOf({ dataset }: DatasetSummary, changes: Partial<FitSettings>) {
  const traces = new Map<string, number[]>()
  const settings = settingsOf({ components: { from: 3, to: 3 }, ...changes })
  const summary = await bench.engine.fit(
    { dataset, settings },
    {
      onProgress: ({ changes: changed }) => {
        for (const { restart, trace } of changed)
          traces.set(restart.id, [...(traces.get(restart.id) ?? []), ...trace])
      },
    },
  )
  return { summary, traces }
}

const replayOf = ({ fit }: FitSummary, restart: string) => bench.engine.replay({ fit, restart })
const frameAt = ({ fit, restart }: ReplayView, iteration: number) =>
  bench.engine.frame({ fit, restart, iteration, limit: LIMIT })

/** Components by decreasing weight, as a model is shown by itself. */
function byWeight({ weights, means, covariances, columns: { length: d } }: ModelView) {
  return Array.from(weights, (weight, k) => ({
    weight,
    mean: means.slice(k * d, (k + 1) * d),
    covariance: covariances.slice(k * d * d, (k + 1) * d * d),
  })).sort((a, b) => b.weight - a.weight)
}

/** Every restart of the fit, played: its log-likelihoods are the trace, its last iteration is the model that is shown. */
async function expectTraced({ summary, traces }: Awaited<ReturnType<typeof fitOf>>): Promise<void> {
  for (const { id, iterations } of summary.restarts) {
    const replay = await replayOf(summary, id)
    const at = replay.iterations.indexOf(1)
    expect([...replay.logLikelihoods.slice(at)]).toEqual(traces.get(id))
    expect(replay.iterations.at(-1)).toBe(iterations)
    const last = await frameAt(replay, iterations)
    const model = await bench.engine.model({ fit: summary.fit, restart: id })
    expect(last.model).toEqual(model)
    const labels = await bench.engine.labels({ fit: summary.fit, restart: id, limit: LIMIT })
    expect(last.labels).toEqual(labels)
  }
}

describe('a replay', () => {
  it.each([
    'kmeans++',
    'kmeans',
    'random-rows',
    'random-responsibilities',
    'short-runs',
    'hierarchical',
  ] as const)(
    'from %s has the log-likelihoods of the trace, and ends at the model',
    async (initialisation) => {
      for (const acceleration of ['none', 'squarem'] as const)
        await expectTraced(await fitOf(geyser, { initialisation, acceleration, restarts: 2 }))
    },
  )

  it('of any covariance model has the log-likelihoods of the trace, and ends at the model', async () => {
    const covariances: FitSettings['covariances'] = ['VVV', 'EEE', 'VVI', 'VII', 'EVE', 'VEV']
    for (const acceleration of ['none', 'squarem'] as const)
      await expectTraced(
        await fitOf(geyser, {
          covariances,
          acceleration,
          restarts: 2,
          regularisation: { kind: 'relative', value: 1e-6 },
        }),
      )
  })

  it('after every iteration is the model of a fit that ends there, bit for bit', async () => {
    for (const acceleration of ['none', 'squarem'] as const) {
      const { summary } = await fitOf(geyser, { acceleration, restarts: 1 })
      const [{ id }] = summary.restarts
      const replay = await replayOf(summary, id)
      const frames: FrameView[] = []
      for (const iteration of replay.iterations)
        if (iteration % 5 === 1) frames.push(await frameAt(replay, iteration))
      for (const { iteration: maxIterations, logLikelihood, model } of frames) {
        const { summary: short } = await fitOf(geyser, { acceleration, restarts: 1, maxIterations })
        expect(logLikelihood).toBe(short.restarts[0].logLikelihood)
        expect(byWeight(model)).toEqual(byWeight(await bench.engine.model({ fit: short.fit, restart: id })))
      }
    }
  })

  it('of refinements begins from their base, that of a race ends where the restart was dropped', async () => {
    const refined = await fitOf(geyser, {
      components: { from: 3, to: 6 },
      restarts: 1,
      refinements: 30,
      seed: 3,
    })
    expect(refined.summary.restarts.some(({ id }) => /split|swap/.test(id))).toBe(true)
    await expectTraced(refined)
    const raced = await fitOf(geyser, { components: { from: 4, to: 4 }, restarts: 30, strategy: 'race' })
    expect(raced.summary.restarts.some(({ state }) => state === 'dropped')).toBe(true)
    await expectTraced(raced)
  })

  it('of a start given as labels begins with the M-step of iteration 1, of parameters with the parameters', async () => {
    const labels = Array.from({ length: geyser.rows }, (_, row) => 1 + (row % 3))
    const given = await fitOf(geyser, { start: { labels } })
    await expectTraced(given)
    const replay = await replayOf(given.summary, given.summary.restarts[0].id)
    expect([replay.iterations[0], replay.moves[0]]).toEqual([1, 'em'])

    const start = {
      weights: [0.5, 0.3, 0.2],
      means: [
        [2, 55],
        [4, 80],
        [4.5, 75],
      ],
      covariances: [
        [
          [1, 0],
          [0, 40],
        ],
        [
          [1, 0],
          [0, 40],
        ],
        [
          [1, 0],
          [0, 40],
        ],
      ],
    }
    const from = await fitOf(geyser, { start })
    await expectTraced(from)
    const begin = await frameAt(await replayOf(from.summary, from.summary.restarts[0].id), 0)
    const weights = byWeight(begin.model).map(({ weight, mean }) => [weight, ...mean])
    expect(weights.flat()).toEqual(
      [0.5, 2, 55, 0.3, 4, 80, 0.2, 4.5, 75].map((value) => expect.closeTo(value, 9) as number),
    )
  })

  it('of a restart that was continued, twice, goes on as its trace does, and no component changes its number', async () => {
    for (const acceleration of ['none', 'squarem'] as const) {
      const { summary, traces } = await fitOf(geyser, {
        acceleration,
        restarts: 3,
        maxIterations: 9,
        seed: 4,
      })
      const restart = 'VVV-3-2'
      const told = traces.get(restart)!
      let went = summary
      for (const more of [
        { maxIterations: 6, tolerance: 1e-6 },
        { maxIterations: 2000, tolerance: 1e-9 },
      ])
        went = await bench.engine.extend(
          { fit: summary.fit, more: { kind: 'continue', restart, ...more } },
          {
            onProgress: ({ changes }) => {
              for (const change of changes) told.push(...change.trace)
            },
          },
        )
      const { iterations, continued } = went.restarts.find(({ id }) => id === restart)!
      expect(continued).toEqual([9, 15])
      const replay = await replayOf(summary, restart)
      expect([...replay.iterations]).toEqual(Array.from({ length: iterations + 1 }, (_, i) => i))
      expect([...replay.logLikelihoods.slice(1)]).toEqual(told)
      const model = await bench.engine.model({ fit: summary.fit, restart })
      expect((await frameAt(replay, iterations)).model).toEqual(model)
      for (const border of [9, 15]) {
        const [before, after] = [await frameAt(replay, border), await frameAt(replay, border + 1)]
        const moved = after.model.means.map((mean, i) => Math.abs(mean - before.model.means[i]))
        expect(Math.max(...moved)).toBeLessThan(1)
      }
    }
  })

  it('of a restart that collapsed ends with the last iteration before', async () => {
    const { summary, traces } = await fitOf(geyser, {
      components: { from: 12, to: 12 },
      restarts: 30,
      initialisation: 'random-rows',
    })
    const collapsed = summary.restarts.filter(
      ({ state, iterations }) => state === 'collapsed' && iterations > 0,
    )
    expect(collapsed.length).toBeGreaterThan(0)
    const [{ id, iterations }] = collapsed
    const replay = await replayOf(summary, id)
    expect(replay.iterations.at(-1)).toBe(iterations)
    expect([...replay.logLikelihoods.slice(1)]).toEqual(traces.get(id))
  })

  it('of one column tells the highest that the curves come to', async () => {
    const { summary } = await fitOf(geyser, { columns: [0], components: { from: 2, to: 2 }, restarts: 1 })
    const replay = await replayOf(summary, summary.restarts[0].id)
    const peaks: number[] = []
    let told: number | undefined
    for (const iteration of replay.iterations) {
      const { model } = await frameAt(replay, iteration)
      told = model.peak
      peaks.push(...model.weights.map((w, k) => w / Math.sqrt(2 * Math.PI * model.covariances[k])))
    }
    expect(told).toBeCloseTo(Math.max(...peaks), 12)
  })

  it('colours a sample of the rows, and says that the start saw a sample', async () => {
    const rows = Array.from({ length: 21_000 }, (_, i) => `${(i * 7919) % 1009},${(i * 104729) % 997}`)
    const file = await bench.openText('many.csv', `a,b\n${rows.join('\n')}\n`)
    for (const subsample of [false, true]) {
      const { summary } = await fitOf(file, {
        subsample,
        restarts: 1,
        maxIterations: 5,
        initialisation: 'random-rows',
      })
      const replay = await replayOf(summary, summary.restarts[0].id)
      expect(replay.startRows).toBe(subsample ? 'climbed' : 'drawn')
      const { labels, model } = await bench.engine.frame({
        fit: summary.fit,
        restart: replay.restart,
        iteration: 3,
        limit: 5000,
      })
      expect(labels.labels).toHaveLength(5000)
      expect(model.sizes.reduce((sum, size) => sum + size, 0)).toBe(5000)
    }
  })
})

describe('what cannot be played', () => {
  it('is said in words', async () => {
    const { summary } = await fitOf(geyser, { restarts: 1 })
    const [{ id }] = summary.restarts
    await expect(replayOf(summary, 'VVV-3-9')).rejects.toMatchObject({
      message: 'The fit has no restart “VVV-3-9”.',
    })
    const ask = { fit: summary.fit, restart: id, limit: LIMIT }
    await expect(bench.engine.frame({ ...ask, iteration: 1 })).rejects.toMatchObject({
      message: 'That iteration is not kept any more.',
    })
    await replayOf(summary, id)
    await expect(bench.engine.frame({ ...ask, iteration: 99_999 })).rejects.toMatchObject({
      code: 'unknown-id',
    })
  })

  it('ends with `cancelled` where it is cancelled', async () => {
    const { summary } = await fitOf(geyser, { restarts: 1 })
    const [{ id: restart }] = summary.restarts
    const gone = new AbortController()
    gone.abort()
    await expect(
      bench.engine.replay({ fit: summary.fit, restart }, { signal: gone.signal }),
    ).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('is told where its file is closed meanwhile', async () => {
    const again = await bench.openText('closed.csv', 'a,b\n1,2\n2,1\n3,5\n9,8\n8,9\n7,7\n1,1\n')
    const { summary } = await fitOf(again, { components: { from: 1, to: 1 }, restarts: 1 })
    const replay = replayOf(summary, summary.restarts[0].id)
    await bench.engine.close({ dataset: again.dataset })
    await expect(replay).rejects.toMatchObject({ message: 'That fit is not known any more.' })
  })

  it('is forgotten with its file', async () => {
    const again = await bench.openText('again.csv', 'a,b\n1,2\n2,1\n3,5\n9,8\n8,9\n7,7\n1,1\n')
    const { summary } = await fitOf(again, { components: { from: 1, to: 1 }, restarts: 1 })
    const [{ id: restart }] = summary.restarts
    await bench.engine.replay({ fit: summary.fit, restart })
    await bench.engine.close({ dataset: again.dataset })
    await expect(
      bench.engine.frame({ fit: summary.fit, restart, iteration: 0, limit: LIMIT }),
    ).rejects.toMatchObject({ message: 'That fit is not known any more.' })
  })
})
