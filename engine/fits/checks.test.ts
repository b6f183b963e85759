import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { INITIALISATIONS, type FitSettings } from '../../contract/schemas.ts'
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

describe('a column that never varies', () => {
  const fit = async (changes: Partial<FitSettings>, varying = [1, 2, 3, 4]) => {
    const { dataset } = await bench.openText('constant.csv', `a,b\n${varying.join(',5\n')},5\n`)
    const settings = settingsOf({ components: { from: 1, to: 1 }, restarts: 1, ...changes })
    return bench.engine.fit({ dataset, settings })
  }

  it.each([
    { kind: 'relative', value: 0 },
    { kind: 'relative', value: 1e-6 },
    { kind: 'absolute', value: 0 },
  ] as const)('is refused under $kind regularisation of $value', async (regularisation) => {
    await expect(fit({ regularisation, covariances: ['VII', 'VVI'] })).rejects.toMatchObject({
      message: expect.stringMatching(/“b” has the same value in every row used/) as string,
      remedy: 'Leave that column out.',
      column: 'b',
    })
  })

  it('is fitted where an absolute ridge gives it a variance', async () => {
    const ridge = await fit({ regularisation: { kind: 'absolute', value: 1e-3 } })
    expect(ridge.restarts[0].state).toBe('converged')
  })

  it.each(INITIALISATIONS)('is fitted by both spherical models, from %s', async (initialisation) => {
    const components = { from: 2, to: 2 }
    const groups = [1, 2, 3, 4, 21, 22, 23, 24]
    const { restarts } = await fit({ covariances: ['EII', 'VII'], components, initialisation }, groups)
    expect(restarts.map(({ state }) => state)).toEqual(['converged', 'converged'])
  })

  it('is refused in the spherical model too where it is alone', async () => {
    await expect(fit({ columns: [1], covariances: ['VII'] })).rejects.toMatchObject({ column: 'b' })
  })
})

it('a missing cell is named by its column and line, the first of all in the file', async () => {
  const { dataset } = await bench.openText('gaps.csv', 'a,b\n1,5\n2,\n,7\n4,8\n')
  const call = bench.engine.fit({ dataset, settings: settingsOf({ missing: 'error' }) })
  await expect(call).rejects.toMatchObject({ code: 'missing-values', column: 'b', line: 3 })
})

it('more components than different points are refused, and the points counted', async () => {
  const rows = Array.from({ length: 60 }, (_, row) => `${row % 2},${row % 3}`).join('\n')
  const { dataset } = await bench.openText('lattice.csv', `a,b\n${rows}\n`)
  const fit = (components: number) =>
    bench.engine.fit({
      dataset,
      settings: settingsOf({ components: { from: components, to: components }, restarts: 1 }),
    })
  await expect(fit(7)).rejects.toThrowError(/only 6 different points/)
  await expect(fit(6)).resolves.toMatchObject({ rowsUsed: 60 })
})
