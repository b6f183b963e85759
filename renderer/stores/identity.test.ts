import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import type { FitSummary } from '../../contract/views.ts'
import { useDatasetStore } from './dataset.ts'
import { datasetSummary, fitSummary, solutionView, startFakeEngine } from './fake-engine.ts'
import { useFitStore } from './fit.ts'
import { useIdentityStore } from './identity.ts'

const counterparts = vi.fn<Engine['counterparts']>()
let next: FitSummary

/** What the engine answers for a pair, by the restarts of left and right. */
function matched(pairs: Record<string, number[]>): void {
  counterparts.mockImplementation(({ left, right }) => {
    const found = pairs[`${left.restart} ${right.restart}`] ?? pairs[`${left.fit} ${right.fit}`]
    return found === undefined
      ? Promise.reject(new EngineError('unknown-id', 'That fit is not known any more.', 'Run it again.'))
      : Promise.resolve({ counterparts: found })
  })
}

async function run(summary: FitSummary) {
  next = summary
  await useFitStore().run(summary.settings)
  await vi.waitFor(() => expect(useIdentityStore().source?.fit).toBe(summary.fit))
  return useIdentityStore()
}

const threeAndFour = (rest: Partial<FitSummary> = {}) =>
  fitSummary({
    solutions: [
      solutionView('A', ['VVV-3-0'], { id: 'VVV-3-A', components: 3 }),
      solutionView('B', ['VVV-3-1'], { id: 'VVV-3-B', components: 3 }),
      solutionView('A', ['VVV-4-0'], { id: 'VVV-4-A', components: 4 }),
      solutionView('A', ['VVV-5-0'], { id: 'VVV-5-A', components: 5 }),
    ],
    best: 'VVV-3-A',
    restarts: [],
    ...rest,
  })

beforeEach(async () => {
  counterparts.mockReset()
  await startFakeEngine({
    open: () => Promise.resolve(datasetSummary()),
    fit: () => Promise.resolve(next),
    counterparts,
  })
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
})

describe('the numbers of clusters', () => {
  it('are by weight in the best solution, and those of its clusters in every other restart', async () => {
    matched({ 'VVV-3-0 VVV-3-1': [2, 0, 1] })
    const identity = await run(threeAndFour())
    expect(identity.styles('VVV-3-0')).toEqual([0, 1, 2])
    expect(await identity.numbersOf('VVV-3-1')).toEqual([2, 0, 1])
    expect(identity.styles('VVV-3-1')).toEqual([2, 0, 1])
    expect(counterparts).toHaveBeenCalledOnce()
  })

  it('of clusters that the reference lacks are the same for each number of components', async () => {
    matched({
      'VVV-3-0 VVV-4-0': [0, -1, 1, 2],
      'VVV-3-0 VVV-5-0': [-1, 2, -1, 0, 1],
      'VVV-4-0 VVV-5-0': [1, 3, -1, 0, 2],
      'VVV-3-0 VVV-4-9': [-1, 2, 1, 0],
      'VVV-4-0 VVV-4-9': [1, 3, 2, 0],
    })
    const identity = await run(threeAndFour())
    expect(await identity.numbersOf('VVV-5-0')).toEqual([3, 2, 4, 0, 1])
    expect(await identity.numbersOf('VVV-4-9')).toEqual([3, 2, 1, 0])
  })

  it('persist when the same columns are fitted again', async () => {
    matched({ 'f1 f2': [2, 1, 0] })
    await run(threeAndFour())
    const identity = await run(threeAndFour({ fit: 'f2' }))
    expect(identity.styles('VVV-3-0')).toEqual([2, 1, 0])
  })

  it('are by weight again for other columns, and names are gone', async () => {
    const identity = await run(threeAndFour())
    identity.rename(0, 'large')
    const settings = { ...fitSummary().settings, columns: [1] }
    await run(threeAndFour({ fit: 'f2', settings }))
    expect([identity.styles('VVV-3-0'), identity.nameOf(0)]).toEqual([[0, 1, 2], ''])
  })

  it('are by weight where the engine can match nothing', async () => {
    matched({})
    const identity = await run(threeAndFour())
    expect(await identity.numbersOf('VVV-3-1')).toEqual([0, 1, 2])
  })

  it('stay with their clusters where the person takes another restart as the reference', async () => {
    matched({ 'VVV-3-0 VVV-3-1': [2, 0, 1], 'VVV-3-1 VVV-3-0': [1, 2, 0] })
    const identity = await run(threeAndFour())
    await identity.follow('VVV-3-1', true)
    expect(identity.source).toMatchObject({ restart: 'VVV-3-1', numbers: [2, 0, 1], chosen: true })
    expect(await identity.numbersOf('VVV-3-0')).toEqual([0, 1, 2])
  })

  it('are plain values, as a session keeps them', async () => {
    const identity = await run(threeAndFour())
    expect(JSON.parse(JSON.stringify(identity.reference))).toEqual(identity.reference)
  })
})

it('a name stays with its cluster until it is taken away', () => {
  const identity = useIdentityStore()
  identity.rename(2, ' small ')
  expect([identity.nameOf(2), identity.nameOf(1)]).toEqual(['small', ''])
  identity.rename(2, '')
  expect(identity.nameOf(2)).toBe('')
})
