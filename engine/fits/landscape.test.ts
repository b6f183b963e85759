import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settingsOf, openBench, type Bench } from '../fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(2)
})
afterAll(() => bench.close())

const settings = settingsOf({
  restarts: 300,
  tolerance: 1e-7,
  acceleration: 'squarem',
  regularisation: { kind: 'relative', value: 1e-6 },
})

describe('the landscape of Old Faithful with three full components', () => {
  const three = { ...settings, components: { from: 3, to: 3 } }

  it('has at least four solutions, of which few restarts reach the best', async () => {
    const { dataset } = await bench.openSample('old-faithful')
    const { solutions, unseen } = await bench.engine.fit({ dataset, settings: three })
    expect(solutions.length).toBeGreaterThanOrEqual(4)
    const [best, second] = solutions
    expect(best).toMatchObject({ id: 'VVV-3-A', kind: 'best' })
    expect(best.logLikelihood).toBeCloseTo(-1114.44, 3)
    expect(second.kind).toBe('inferior')
    expect(second.logLikelihood).toBeCloseTo(-1119.21, 2)
    expect(best.hits / 300).toBeGreaterThan(0.05)
    expect(best.hits / 300).toBeLessThan(0.3)
    expect(second.hits).toBeGreaterThan(best.hits)
    expect(best.hitsBy.map(({ initialisation, of }) => [initialisation, of])).toEqual([
      ['kmeans', 1],
      ['short-runs', 150],
      ['kmeans++', 75],
      ['random-rows', 74],
    ])
    expect(best.hitsBy[0].hits).toBe(0)
    expect(best.hitsBy.reduce((sum, { hits }) => sum + hits, 0)).toBe(best.hits)
    expect(unseen[0].chance).toBeLessThan(0.02)
    expect(unseen[0].betterAtMost).toBeCloseTo(0.01, 3)
  })

  it('shows that none of 100 k-means starts reaches the best', async () => {
    const { dataset } = await bench.openSample('old-faithful')
    const kmeans = await bench.engine.fit({
      dataset,
      settings: { ...three, initialisation: 'kmeans', restarts: 100 },
    })
    expect(kmeans.solutions[0].logLikelihood).toBeLessThan(-1119)
  })
})

describe('the landscape of crabs with four tied components', () => {
  const four = {
    ...settings,
    columns: [3, 4, 5, 6, 7],
    components: { from: 4, to: 4 },
    covariances: ['EEE' as const],
  }

  it('is rugged: many solutions, the best at −1349.05, and marked ones that do not win', async () => {
    const { dataset, columns } = await bench.openSample('crabs')
    expect(four.columns.map((column) => columns[column].name)).toEqual(['FL', 'RW', 'CL', 'CW', 'BD'])
    const { solutions, best } = await bench.engine.fit({ dataset, settings: four })
    const top = solutions.find(({ id }) => id === best)!
    expect(top.logLikelihood).toBeCloseTo(-1349.05, 2)
    expect(top.hitsBy.find(({ initialisation }) => initialisation === 'kmeans')).toMatchObject({
      hits: 0,
      of: 1,
    })
    expect(solutions.length).toBeGreaterThan(10)
    expect(solutions.map(({ kind }) => kind)).toContain('spurious')
  })

  it('shows that none of 100 k-means starts reaches the best', async () => {
    const { dataset } = await bench.openSample('crabs')
    const kmeans = await bench.engine.fit({
      dataset,
      settings: { ...four, initialisation: 'kmeans', restarts: 100 },
    })
    expect(kmeans.solutions[0].logLikelihood).toBeLessThan(-1349.1)
  })
})
