import { expect, it } from 'vitest'
import { useDatasetStore } from './dataset.ts'
import { column, datasetSummary, fitSummary, startFakeEngine } from './fake-engine.ts'
import { useFitStore } from './fit.ts'
import { useSessionPartsStore } from './session-parts.ts'
import { useZoomsStore } from './zooms.ts'

const RANGES = new Map([['zoom-x-0', { start: 20, end: 60 }]])

async function setUp() {
  let opened = 0
  await startFakeEngine({
    open: () =>
      Promise.resolve(datasetSummary({ dataset: `d${++opened}`, columns: [column(0, 'a'), column(1, 'b')] })),
    fit: () => Promise.resolve(fitSummary()),
    close: () => Promise.resolve(null),
  })
  const dataset = useDatasetStore()
  const fit = useFitStore()
  const open = async () => {
    await dataset.open({ id: { grant: 'g' }, name: 'data.csv' })
    fit.abandon()
    await fit.run({ ...fitSummary().settings, columns: [0, 1] })
  }
  await open()
  return { zooms: useZoomsStore(), parts: useSessionPartsStore(), open }
}

it('a zoom is taken up by the chart that it was of, until all is shown', async () => {
  const { zooms } = await setUp()
  zooms.keep('scatter', 'a b', RANGES)
  expect(zooms.takeUp('scatter', 'a b')).toEqual(RANGES)
  expect(zooms.takeUp('agreement', 'a b').size).toBe(0)
  zooms.keep('scatter', 'a b', null)
  expect(zooms.takeUp('scatter', 'a b').size).toBe(0)
})

it('other axes and other data forget it', async () => {
  const { zooms, open } = await setUp()
  zooms.keep('scatter', 'a b', RANGES)
  expect(zooms.takeUp('scatter', 'a c').size).toBe(0)
  expect(zooms.takeUp('scatter', 'a b').size).toBe(0)
  zooms.keep('scatter', 'a b', RANGES)
  await open()
  expect(zooms.takeUp('scatter', 'a b').size).toBe(0)
})

it('a session brings it back, and nothing that is no part of an axis', async () => {
  const { zooms, parts } = await setUp()
  zooms.keep('scatter', 'a b', RANGES)
  const saved = JSON.parse(JSON.stringify(parts.state())) as Record<string, unknown>
  zooms.keep('scatter', 'a b', null)
  expect(parts.restore({})).toEqual([])
  expect(zooms.takeUp('scatter', 'a b').size).toBe(0)
  expect(parts.restore(saved)).toEqual([])
  expect(zooms.takeUp('scatter', 'a b')).toEqual(RANGES)
  for (const [start, end] of [
    [60, 20],
    [20, 20],
    [-1, 50],
    [0, 101],
    [NaN, 50],
  ]) {
    const zoom = [{ chart: 'scatter', of: 'a b', ranges: [['zoom-x-0', { start, end }]] }]
    expect(parts.restore({ zoom })).toEqual(['zoom'])
  }
  expect(zooms.takeUp('scatter', 'a b')).toEqual(RANGES)
})
