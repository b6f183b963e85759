import { describe, expect, it } from 'vitest'
import type { FitSettings } from '../../contract/schemas.ts'
import { useAxesStore } from './axes.ts'
import { useDatasetStore } from './dataset.ts'
import { column, datasetSummary, fitSummary, startFakeEngine } from './fake-engine.ts'
import { useFitStore } from './fit.ts'
import { useSelectionStore } from './selection.ts'

const settings = (columns: number[]): FitSettings => ({ ...fitSummary().settings, columns })
const columnsOf = (...names: string[]) => names.map((name, index) => column(index, name))

async function setUp() {
  const files = [columnsOf('a', 'b', 'c', 'd'), columnsOf('p', 'q', 'r', 's')]
  await startFakeEngine({
    open: () => Promise.resolve(datasetSummary({ columns: files.shift() ?? [] })),
    fit: () => Promise.resolve(fitSummary()),
    close: () => Promise.resolve(null),
  })
  const dataset = useDatasetStore()
  const open = () => dataset.open({ id: { grant: 'g' }, name: 'data.csv' })
  await open()
  return { axes: useAxesStore(), fit: useFitStore(), open }
}

describe('the axes chosen', () => {
  it('stay while the next fit has their columns', async () => {
    const { axes, fit } = await setUp()
    await fit.run(settings([0, 1, 2]))
    expect(axes.axes).toEqual({ x: 0, y: 1 })
    axes.horizontal = '2'
    await fit.run(settings([0, 1, 2, 3]))
    expect(axes.axes).toEqual({ x: 2, y: 1 })
    await fit.run(settings([0, 1]))
    expect(axes.axes).toEqual({ x: 0, y: 1 })
  })

  it('among columns of other data with the same numbers are other axes', async () => {
    const { axes, fit, open } = await setUp()
    await fit.run(settings([0, 1, 2]))
    axes.horizontal = '2'
    await open()
    fit.abandon()
    await fit.run(settings([0, 1, 2]))
    expect(axes.axes).toEqual({ x: 0, y: 1 })
  })

  it('that are principal components stay while there are so many columns', async () => {
    const { axes, fit } = await setUp()
    await fit.run(settings([0, 1, 2]))
    axes.plane = 'principal'
    axes.ranks = { x: '1', y: '3' }
    expect(axes.axes).toEqual({ principal: { x: 1, y: 3 } })
    await fit.run(settings([1, 2]))
    expect(axes.axes).toEqual({ principal: { x: 1, y: 2 } })
    await fit.run(settings([1]))
    expect(axes.axes).toEqual({ x: 1, y: 1 })
    await fit.run(settings([1, 3]))
    expect(axes.plane).toBe('principal')
  })

  it('that separate follow the restart on the screen', async () => {
    const { axes, fit } = await setUp()
    const selection = useSelectionStore()
    await fit.run(settings([0, 1]))
    axes.plane = 'discriminant'
    expect(axes.axes).toEqual({ discriminant: { fit: 'f1', restart: 'VVV-2-0' } })
    selection.choose('VVV-2-2')
    expect(axes.axes).toEqual({ discriminant: { fit: 'f1', restart: 'VVV-2-2' } })
  })
})
