import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FitSummary, RestartView } from '../../contract/views.ts'
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
