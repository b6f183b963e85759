import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FitProgress, FitSummary, RestartView } from '../../contract/views.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

const benches: Bench[] = []
beforeAll(async () => {
  benches.push(await openBench(1), await openBench(2))
})
afterAll(() => Promise.all(benches.map((bench) => bench.close())))

const settings = settingsOf({ components: { from: 2, to: 3 }, restarts: 100, acceleration: 'squarem' })

/** All that a restart is, but for the seconds it took; and its parameters. */
async function bitsOf(bench: Bench, fit: string, restarts: RestartView[]): Promise<string> {
  const bits = restarts.map(async ({ seconds, solution, ...restart }) => {
    expect(seconds).toBeGreaterThanOrEqual(0)
    const { weights, means, covariances } = await bench.engine.model({ fit, restart: restart.id })
    return { ...restart, solved: solution !== null, weights, means, covariances }
  })
  return JSON.stringify(await Promise.all(bits))
}

describe('a fit of 100 restarts that is extended by 100', () => {
  it.each([1, 2])('keeps the old to the bit, and has those of a fit of 200: %d threads', async (threads) => {
    const bench = benches[threads - 1]
    const { dataset } = await bench.openSample('old-faithful')
    const before = await bench.engine.fit({ dataset, settings })
    const old = await bitsOf(bench, before.fit, before.restarts)
    const extended = await bench.engine.extend({ fit: before.fit, more: { kind: 'restarts', count: 100 } })
    expect(extended.fit).toBe(before.fit)
    const isOld = ({ index }: RestartView) => index < 100
    expect(await bitsOf(bench, extended.fit, extended.restarts.filter(isOld))).toBe(old)

    const whole = await bench.engine.fit({ dataset, settings: { ...settings, restarts: 200 } })
    expect(await bitsOf(bench, extended.fit, extended.restarts)).toBe(
      await bitsOf(bench, whole.fit, whole.restarts),
    )
    const told = ({ solutions, best, unseen }: FitSummary) => ({ solutions, best, unseen })
    expect(told(extended)).toEqual(told(whole))
    expect(extended.extensions).toEqual([
      {
        kind: 'restarts',
        stopped: false,
        cells: [2, 3].map((components) => ({ components, covariance: 'VVV', from: 100, count: 100 })),
      },
    ])
  })
})

describe('an extension', () => {
  const more = { kind: 'restarts', count: 100 } as const
  const small = { ...settings, restarts: 5 }
  const begin = async (changes = {}) => {
    const { dataset } = await benches[1].openSample('old-faithful')
    return await benches[1].engine.fit({ dataset, settings: { ...small, ...changes } })
  }

  it('tells of what it adds and of all solutions, live', async () => {
    const { fit } = await begin({ tolerance: 1e-12, acceleration: 'none' })
    const events: FitProgress[] = []
    const after = await benches[1].engine.extend(
      { fit, more: { ...more, count: 800 } },
      { onProgress: (event) => events.push(event) },
    )
    const added = after.restarts.filter(({ index }) => index >= 5)
    expect(new Set(events.flatMap(({ changes }) => changes.map(({ restart }) => restart.id)))).toEqual(
      new Set(added.map(({ id }) => id)),
    )
    expect(events.at(-1)).toMatchObject({
      fit,
      done: 1600,
      total: 1600,
      leader: after.solutions[0].restarts[0],
    })
    const told = events.findLast(({ solutions }) => solutions !== null)!
    expect(told.solutions!.some(({ restarts }) => restarts.includes('VVV-3-0'))).toBe(true)
    expect(told.unseen).toHaveLength(2)
  })

  it('can be of some cells only', async () => {
    const { fit } = await begin()
    const cells = [{ components: 3, covariance: 'VVV' as const }]
    const after = await benches[1].engine.extend({ fit, more: { ...more, count: 3, cells } })
    expect(after.unseen.map(({ restarts }) => restarts)).toEqual([5, 8])
    expect(after.extensions).toMatchObject([{ cells: [{ components: 3, from: 5, count: 3 }] }])
  })

  it('that is stopped keeps what it found, and the next one goes on behind it', async () => {
    const { fit } = await begin({ tolerance: 1e-12, acceleration: 'none' })
    const stopper = new AbortController()
    const onProgress = ({ done }: FitProgress) => done > 10 && stopper.abort()
    const stopped = await benches[1].engine.extend(
      { fit, more: { ...more, count: 5000 } },
      { signal: stopper.signal, onProgress },
    )
    expect(stopped.stopped).toBe(true)
    const count = (summary: FitSummary, components: number) =>
      summary.restarts.filter((restart) => restart.components === components)
    const two = count(stopped, 2)
    expect(two.length).toBeGreaterThan(10)
    expect(two.length).toBeLessThan(5005)
    expect(two.map(({ index }) => index)).toEqual([...two.keys()])
    const { extensions } = stopped
    expect(extensions).toMatchObject([{ stopped: true, cells: [{ from: 5, count: two.length - 5 }, {}] }])
    const after = await benches[1].engine.extend({ fit, more: { ...more, count: 2 } })
    expect(count(after, 2).map(({ index }) => index)).toEqual([...Array(two.length + 2).keys()])
    expect(after.stopped).toBe(false)
  })

  it('of a fit that was stopped before its rows were ready has them', async () => {
    const text = `a,b\n${Array.from({ length: 60 }, (_, i) => `${i === 7 ? '' : (i % 2) * 9 + ((i * i) % 7)},${(i * 13) % 11}`).join('\n')}\n`
    const { dataset } = await benches[1].openText('stopped-early.csv', text)
    const none = await benches[1].engine.fit({ dataset, settings: small }, { signal: AbortSignal.abort() })
    expect(none).toMatchObject({ rowsUsed: 0, stopped: true })
    const whole = await benches[1].engine.fit({ dataset, settings: { ...small, restarts: 15 } })
    const after = await benches[1].engine.extend({ fit: none.fit, more: { ...more, count: 10 } })
    expect(after).toMatchObject({ rowsUsed: 59, rowsDropped: 1, stopped: false })
    const heights = ({ restarts }: FitSummary) =>
      restarts.filter(({ index }) => index >= 5).map(({ id, logLikelihood }) => [id, logLikelihood])
    expect(heights(after)).toEqual(heights(whole))
    const twin = whole.solutions.find(({ restarts }) => restarts[0] === after.solutions[0].restarts[0])
    expect(after.solutions[0].bic).toBe(twin?.bic)
  })

  it('counts as the last use of a fit where the oldest are forgotten', async () => {
    const { fit, dataset } = await begin()
    const next = () => benches[1].engine.fit({ dataset, settings: small })
    await next()
    await next()
    await benches[1].engine.extend({ fit, more: { ...more, count: 1 } })
    await next()
    const after = await benches[1].engine.extend({ fit, more: { ...more, count: 1 } })
    expect(after.extensions).toHaveLength(2)
  })

  it('waits for no other: a second one at the same time is refused, and the first goes on', async () => {
    const { fit } = await begin()
    const first = benches[1].engine.extend({ fit, more })
    await expect(benches[1].engine.extend({ fit, more })).rejects.toMatchObject({ code: 'not-available' })
    expect((await first).restarts).toHaveLength(210)
  })

  it('that cannot be is refused in words and leaves the fit as it was', async () => {
    const { fit, restarts } = await begin()
    const cells = [{ components: 7, covariance: 'EEE' as const }]
    await expect(benches[1].engine.extend({ fit, more: { ...more, cells } })).rejects.toMatchObject({
      message: 'The fit has nothing called EEE-7.',
    })
    await expect(benches[1].engine.extend({ fit, more: { ...more, count: 9999 } })).rejects.toMatchObject({
      code: 'too-large',
    })
    const after = await benches[1].engine.extend({ fit, more: { ...more, count: 1 } })
    expect(after.restarts).toHaveLength(restarts.length + 2)
  })

  it('races among its own where the fit was a race', async () => {
    const { fit, restarts } = await begin({ strategy: 'race', restarts: 20 })
    const after = await benches[1].engine.extend({ fit, more: { ...more, count: 20 } })
    const strip = (all: RestartView[]) =>
      all.map(({ id, state, logLikelihood }) => [id, state, logLikelihood])
    expect(strip(after.restarts.filter(({ index }) => index < 20))).toEqual(strip(restarts))
    const added = after.restarts.filter(({ index }) => index >= 20)
    expect(added.map(({ state }) => state)).toContain('dropped')
    expect(added.filter(({ state }) => state !== 'dropped').length).toBeGreaterThanOrEqual(16)
  })
})
