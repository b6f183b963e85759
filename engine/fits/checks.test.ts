import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(1)
})
afterAll(() => bench.close())

describe('columns of extreme magnitude', () => {
  const csv = (scale: string) =>
    `a,b\n${[1, 2, 4, 3, 6, 9].map((value, i) => `${i},${value}${scale}`).join('\n')}\n`

  it.each(['e-165', 'e-200', 'e306'])('are refused by name: 1%s', async (scale) => {
    const { dataset } = await bench.openText('extreme.csv', csv(scale))
    const call = bench.engine.fit({ dataset, settings: settingsOf({ components: { from: 1, to: 1 } }) })
    await expect(call).rejects.toMatchObject({
      code: 'invalid-input',
      column: 'b',
      message: expect.stringMatching(/column “b” .* double precision/) as string,
      remedy: 'Rescale it, for example to other units.',
    })
  })

  it.each([-150, -12, 12, 150])('are fitted at 1e%d as at 1', async (power) => {
    const settings = settingsOf({ components: { from: 1, to: 1 }, restarts: 1 })
    const logLikelihoods = []
    for (const scale of ['', `e${power}`]) {
      const { dataset } = await bench.openText('extreme.csv', csv(scale))
      const summary = await bench.engine.fit({ dataset, settings })
      await bench.engine.model({ fit: summary.fit, restart: summary.solutions[0].restarts[0] })
      logLikelihoods.push(summary.solutions[0].logLikelihood)
    }
    expect(logLikelihoods[1]).toBeCloseTo(logLikelihoods[0] - 6 * power * Math.LN10, 8)
  })
})
