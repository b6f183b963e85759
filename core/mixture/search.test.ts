import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { restartSeed } from '../random/seed.ts'
import { dealInitialisation } from './deal.ts'
import { createPosterior } from './posterior.ts'
import { prepare } from './prepare.ts'
import { columnsOf } from './reference/reference.ts'
import { runRestart } from './restart.ts'
import { createSameness } from './sameness.ts'
import { groupSolutions } from './solutions.ts'

const FAITHFUL = ['eruptions', 'waiting']
const IRIS = ['sepal_length', 'sepal_width', 'petal_length', 'petal_width']

function search(dataset: string, names: string[], components: number, restarts: number) {
  const columns = columnsOf(readFileSync(new URL(`reference/${dataset}.csv`, import.meta.url), 'utf8'), names)
  const { prepared } = prepare(columns, 'none')
  const found = Array.from({ length: restarts }, (_, index) => {
    const outcome = runRestart(
      prepared,
      {
        components,
        covariance: 'VVV',
        initialisation: dealInitialisation('mixed', index),
        index,
        seed: restartSeed(1, components, 'VVV', index),
        tolerance: 1e-6,
        maxIterations: 2000,
        regularisation: { kind: 'relative', value: 0 },
        prior: 'none',
        eigenvalueRatio: null,
        acceleration: 'none',
        subsample: false,
      },
      { stopped: () => false, iterated: () => undefined },
    )
    return { id: `VVV-${components}-${index}`, index, ...outcome }
  })
  return { columns, prepared, found, solutions: groupSolutions(found, createSameness(prepared.spread)) }
}

describe('many restarts', () => {
  it('of two components on Old Faithful all reach the one optimum', () => {
    const { solutions } = search('faithful', FAITHFUL, 2, 20)
    expect(solutions).toHaveLength(1)
    expect(solutions[0].restarts).toHaveLength(20)
    expect(solutions[0].best.logLikelihood).toBeCloseTo(-1130.26396, 5)
  })

  it('of three find the optimum that a k-means start never does', () => {
    const { solutions, found } = search('faithful', FAITHFUL, 3, 200)
    expect(solutions[0].best.logLikelihood).toBeCloseTo(-1114.44, 3)
    expect(solutions[0].restarts.length).toBeGreaterThan(10)
    expect(found[0].logLikelihood).toBeLessThan(-1119)
    expect(solutions.reduce((sum, solution) => sum + solution.restarts.length, 0)).toBe(200)
  })

  it('of three on iris find the three species, 50, 45 and 55 rows', () => {
    const { solutions, columns } = search('iris', IRIS, 3, 40)
    const best = solutions[0].best
    expect(best.logLikelihood).toBeCloseTo(-180.1854, 3)
    const labels = new Uint8Array(150)
    const wanted = { labels, uncertainty: null, logDensity: null, posteriors: null }
    createPosterior(best.mixture!).evaluate(columns, 0, 150, wanted)
    const sizes = [0, 1, 2].map((k) => labels.filter((label) => label === k).length)
    expect(sizes.sort()).toEqual([45, 50, 55])
  })

  it('of a longer search begin with those of a shorter one', () => {
    const few = search('faithful', FAITHFUL, 3, 5).found
    const more = search('faithful', FAITHFUL, 3, 9).found
    expect(more.slice(0, 5)).toEqual(few)
  })
})

describe('mixed initialisation', () => {
  it('deals k-means to restart 0 and then goes round short runs, k-means++, short runs, random rows', () => {
    const round = ['short-runs', 'kmeans++', 'short-runs', 'random-rows']
    const dealt = Array.from({ length: 9 }, (_, index) => dealInitialisation('mixed', index))
    expect(dealt).toEqual(['kmeans', ...round, ...round])
    expect(dealInitialisation('kmeans++', 0)).toBe('kmeans++')
  })
})
