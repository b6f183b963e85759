import { expect, it } from 'vitest'
import type { FitSettings } from '../../contract/schemas.ts'
import { PRINCIPAL, useAxesStore } from './axes.ts'
import { useDatasetStore } from './dataset.ts'
import { column, datasetSummary, fitSummary, startFakeEngine } from './fake-engine.ts'
import { useFitStore } from './fit.ts'

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

it('the axes chosen stay while the next fit has their columns', async () => {
  const { axes, fit } = await setUp()
  await fit.run(settings([0, 1, 2]))
  expect(axes.axes).toEqual({ x: 0, y: 1 })
  axes.horizontal = '2'
  await fit.run(settings([0, 1, 2, 3]))
  expect(axes.axes).toEqual({ x: 2, y: 1 })
  await fit.run(settings([0, 1]))
  expect(axes.axes).toEqual({ x: 0, y: 1 })
  axes.horizontal = PRINCIPAL
  await fit.run(settings([1, 2, 3]))
  expect(axes.axes).toBe(PRINCIPAL)
  await fit.run(settings([1]))
  expect(axes.axes).toEqual({ x: 1, y: 1 })
})

it('columns of other data with the same numbers are other columns', async () => {
  const { axes, fit, open } = await setUp()
  await fit.run(settings([0, 1, 2]))
  axes.horizontal = '2'
  await open()
  fit.abandon()
  await fit.run(settings([0, 1, 2]))
  expect(axes.axes).toEqual({ x: 0, y: 1 })
})
