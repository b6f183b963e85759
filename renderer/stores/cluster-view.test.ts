import { describe, expect, it } from 'vitest'
import { useClusterViewStore } from './cluster-view.ts'
import { useDatasetStore } from './dataset.ts'
import { column, datasetSummary, fitSummary, startFakeEngine } from './fake-engine.ts'
import { useFitStore } from './fit.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

async function setUp() {
  let files = 0
  await startFakeEngine({
    open: () =>
      Promise.resolve(
        datasetSummary({ dataset: `d${++files}`, columns: names.map((name, at) => column(at, name)) }),
      ),
    fit: () => Promise.resolve(fitSummary()),
    close: () => Promise.resolve(null),
  })
  const dataset = useDatasetStore()
  const fit = useFitStore()
  await dataset.open({ id: { grant: 'g' }, name: 'data.csv' })
  const run = (columns: number[]) => fit.run({ ...fitSummary().settings, columns })
  return { view: useClusterViewStore(), fit, run, open: dataset.open }
}

describe('the columns drawn', () => {
  it('are the first that there is room for', async () => {
    const { view, run } = await setUp()
    await run([0, 1, 2, 3, 4, 5, 6, 7])
    expect(view.drawn('Matrix')).toEqual([0, 1, 2, 3, 4, 5])
    expect(view.drawn('Profiles')).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })

  it('are those chosen, in the order of the file, for as long as the fit has them', async () => {
    const { view, run } = await setUp()
    await run([0, 1, 2, 3])
    view.choose('Matrix', [3, 0, 2])
    expect(view.drawn('Matrix')).toEqual([0, 2, 3])
    expect(view.drawn('Profiles')).toEqual([0, 1, 2, 3])
    await run([1, 2, 3])
    expect(view.drawn('Matrix')).toEqual([2, 3])
    await run([0, 1])
    expect(view.drawn('Matrix')).toEqual([0, 1])
  })

  it('and colours by a column are forgotten with the file', async () => {
    const { view, fit, run, open } = await setUp()
    await run([0, 1, 2])
    view.choose('Matrix', [0, 2])
    view.colourBy = 'column:1'
    await open({ id: { grant: 'h' }, name: 'other.csv' })
    fit.abandon()
    await run([0, 1, 2])
    expect(view.drawn('Matrix')).toEqual([0, 1, 2])
    expect(view.colourBy).toBe('cluster')
  })
})

describe('the chart', () => {
  it('of one column is the scatter, and the one chosen again with more', async () => {
    const { view, run } = await setUp()
    await run([0, 1])
    view.chart = 'Profiles'
    await run([2])
    expect(view.chart).toBe('Scatter')
    view.chart = 'Uncertainty'
    expect(view.chart).toBe('Uncertainty')
    view.chart = 'Profiles'
    await run([0, 2])
    expect(view.chart).toBe('Profiles')
  })
})
