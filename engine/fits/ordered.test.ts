import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRefinement } from '../../contract/refinement.ts'
import { COVARIANCE_MODELS } from '../../contract/schemas.ts'
import type { FitSummary } from '../../contract/views.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

const settings = settingsOf({
  columns: [0, 1, 2, 3],
  components: { from: 1, to: 4 },
  covariances: [...COVARIANCE_MODELS],
  initialisation: 'random-rows',
  restarts: 1,
  refinements: 1,
  acceleration: 'squarem',
})
const FEW = ['EII', 'VII', 'EEI', 'EEE', 'VEV', 'VVV'] as const
const models = (summary: FitSummary) =>
  summary.solutions.map(({ id, logLikelihood, hits, restarts }) => ({ id, logLikelihood, hits, restarts }))

describe('the grid of models', () => {
  let bench: Bench
  let two: Bench
  beforeAll(async () => {
    bench = await openBench(1)
    two = await openBench(2)
  })
  afterAll(async () => {
    await bench.close()
    await two.close()
  })

  it('says which cells one restart left below those they contain', async () => {
    const { dataset } = await bench.openSample('iris')
    const plain = await bench.engine.fit({ dataset, settings: { ...settings, refinements: 0 } })
    const outdone = plain.unseen.filter(({ outdoneBy }) => outdoneBy !== null)
    expect(outdone.length).toBeGreaterThan(0)
    expect(outdone.every(({ components }) => components > 1)).toBe(true)
    const warned = plain.solutions.filter(({ warnings }) =>
      warnings.some(({ code }) => code === 'few-restarts'),
    )
    const cells = plain.solutions.map(({ covariance, components }) => `${covariance}-${components}`)
    const solved = outdone.filter((one) => cells.includes(`${one.covariance}-${one.components}`))
    expect(warned).toHaveLength(solved.length)
  })

  it('starts those cells from the smaller ones, whatever the number of threads', async () => {
    const { dataset } = await bench.openSample('iris')
    const ordered = await bench.engine.fit({ dataset, settings })
    const other = await two.openSample('iris')
    const again = await two.engine.fit({ dataset: other.dataset, settings })
    expect(models(again)).toEqual(models(ordered))
    const joined = ordered.restarts.filter(({ initialisation }) => initialisation === 'simpler')
    expect(joined.length).toBeGreaterThan(0)
    const found = ordered.solutions.filter(({ warnings }) =>
      warnings.some(({ message }) => message.includes('which the model contains')),
    )
    expect(found.length).toBeGreaterThan(0)
    expect(ordered.unseen.filter(({ outdoneBy }) => outdoneBy !== null)).toEqual([])
  })

  it('starts those that an extension left behind as a first fit does, whatever the number of threads', async () => {
    const asked = {
      ...settings,
      ...{ components: { from: 2, to: 5 }, covariances: [...FEW], seed: 2, maxIterations: 3 },
      acceleration: 'none' as const,
    }
    const cells = FEW.map((covariance) => ({ covariance, components: 3 }))
    const extended = async ({ engine, openSample }: Bench) => {
      const { dataset } = await openSample('iris')
      const before = await engine.fit({ dataset, settings: asked })
      const after = await engine.extend({ fit: before.fit, more: { kind: 'restarts', count: 20, cells } })
      return { before, after }
    }
    const { before, after } = await extended(bench)
    const ids = new Set(before.restarts.map(({ id }) => id))
    const began = after.restarts.filter(
      ({ id, initialisation }) => !ids.has(id) && isRefinement(initialisation),
    )
    // Each begins from what the one before has gained.
    expect(began.map(({ id }) => id)).toEqual(['EEE-4-split-1', 'EEE-5-split-3'])
    expect(after.refinements.tried).toBeGreaterThan(before.refinements.tried + 4)
    expect(after.unseen.map(({ outdoneBy }) => outdoneBy)).toEqual(after.unseen.map(() => null))
    expect(new Set(after.restarts.map(({ id }) => id)).size).toBe(after.restarts.length)
    expect(models((await extended(two)).after)).toEqual(models(after))
  })

  it('does not ask for it under a prior, which may lower the log-likelihood', async () => {
    const { dataset } = await bench.openSample('iris')
    const { unseen, restarts } = await bench.engine.fit({
      dataset,
      settings: { ...settings, prior: 'conjugate', covariances: ['EII', 'VII', 'VVI', 'EEE', 'VVV'] },
    })
    expect(unseen.every(({ outdoneBy }) => outdoneBy === null)).toBe(true)
    expect(restarts.some(({ initialisation }) => initialisation === 'simpler')).toBe(false)
  })
})
