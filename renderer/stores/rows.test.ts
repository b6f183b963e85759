import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import { addRow, eachRow, noRows } from '../../contract/row-mask.ts'
import type { DatasetSummary, SelectionView } from '../../contract/views.ts'
import { writeNumbersIn } from '../../contract/words/numerals.ts'
import { useDatasetStore } from './dataset.ts'
import { datasetSummary, fitSummary, startFakeEngine } from './fake-engine.ts'
import { useFitStore } from './fit.ts'
import { useNoticesStore } from './notices.ts'
import { useRowsStore } from './rows.ts'

const maskOf = (...rows: number[]): SelectionView => {
  const mask = noRows(100)
  for (const row of rows) addRow(mask, row)
  return { mask, count: rows.length }
}
const select = vi.fn<Engine['select']>()

async function open(rest: Partial<DatasetSummary> = {}) {
  const summary = datasetSummary(rest)
  await useDatasetStore().accept({
    source: { id: { grant: summary.dataset }, name: summary.file },
    summary,
    choices: {},
    roles: {},
  })
}

const selected = () => {
  const rows: number[] = []
  eachRow(useRowsStore().mask, (row) => rows.push(row))
  return rows
}

beforeEach(async () => {
  select.mockReset()
  await startFakeEngine({
    fit: () => Promise.resolve(fitSummary()),
    close: () => Promise.resolve(null),
    select,
  })
  await open()
  await useFitStore().run(fitSummary().settings)
})

afterEach(() => writeNumbersIn('en-GB'))

describe('the selected rows', () => {
  it('beneath a threshold name it with the decimal mark of the language', async () => {
    select.mockResolvedValue(maskOf(1))
    const rows = useRowsStore()
    await rows.selectDoubtful('VVV-2-0', { unclassified: 0.8 })
    expect(rows.description).toMatch(/, below 0\.8$/)
    writeNumbersIn('de-DE')
    await rows.selectDoubtful('VVV-2-0', { unclassified: 0.8 })
    expect(rows.description).toMatch(/, below 0,8$/)
    await rows.selectFragile({ restart: 'VVV-2-0', gap: 1 }, 0.75)
    expect(rows.description).toMatch(/below 0,75$/)
  })

  it('are those of a cluster, and say so', async () => {
    select.mockResolvedValue(maskOf(3, 99))
    const rows = useRowsStore()
    await rows.selectCluster('VVV-2-0', 1)
    expect(select.mock.calls[0][0]).toEqual({ kind: 'cluster', fit: 'f1', restart: 'VVV-2-0', component: 1 })
    expect([selected(), rows.count, rows.description]).toEqual([
      [3, 99],
      2,
      'cluster 2 of solution A (restart 1)',
    ])
    expect([rows.has(99), rows.has(98)]).toEqual([true, false])
  })

  it('of an area are asked for in the units of its plot and over the columns of the fit', async () => {
    select.mockResolvedValue(maskOf(1))
    const plot = {
      projection: { basis: Float64Array.of(1, 0, 0, 1), origin: Float64Array.of(0, 0) },
      axisNames: { x: 'a', y: 'b' },
    }
    const polygon = Float64Array.of(0, 0, 1, 0, 1, 1)
    await useRowsStore().selectRegion(plot, polygon, 'add')
    const { projection } = plot
    expect(select.mock.calls[0][0]).toEqual({
      kind: 'region',
      dataset: 'd1',
      columns: [0, 1],
      projection,
      polygon,
    })
    expect(useRowsStore().description).toBe('an area of a × b')
  })

  it('of a plot of one column are those of a range, however high it was drawn', async () => {
    select.mockResolvedValue(maskOf(1))
    const plot = {
      projection: { basis: Float64Array.of(1, 0), origin: Float64Array.of(0) },
      axisNames: { x: 'a', y: 'a' },
    }
    await useRowsStore().selectRegion(plot, Float64Array.of(3, 40, 2, 50, 5, 60))
    expect(select.mock.calls[0][0]).toMatchObject({ polygon: Float64Array.of(2, -1, 5, -1, 5, 1, 2, 1) })
    expect(useRowsStore().description).toBe('a range of a')
  })

  it('follow the order in which they were asked for, whichever answer comes first', async () => {
    const rows = useRowsStore()
    let answerFirst: (selection: SelectionView) => void = () => undefined
    select.mockReturnValueOnce(new Promise((resolve) => (answerFirst = resolve)))
    select.mockResolvedValueOnce(maskOf(5))
    const both = [rows.selectCell('VVV-2-0', 'VVV-2-1', 0, 1), rows.selectCluster('VVV-2-0', 0, 'add')]
    answerFirst(maskOf(1, 2))
    await Promise.all(both)
    expect(selected()).toEqual([1, 2, 5])
  })

  it('are inverted over all rows of the file, and cleared', () => {
    const rows = useRowsStore()
    rows.selectRows([0, 7])
    rows.invert()
    expect([rows.count, rows.has(0), rows.has(99)]).toEqual([98, false, true])
    rows.clear()
    expect([rows.count, rows.description]).toEqual([0, ''])
    expect(rows.maskFor(Uint32Array.of(1, 2))).toBeNull()
  })

  it('are selected again as they were once, and what was under way is dropped', async () => {
    const rows = useRowsStore()
    rows.selectRows([4])
    const once = rows.snapshot()
    const asked = rows.selectCluster('VVV-2-0', 0)
    rows.restore(once)
    await asked
    expect([selected(), rows.description]).toEqual([[4], 'rows of the table'])
  })

  it('are told of any rows that are drawn', () => {
    const rows = useRowsStore()
    rows.selectRows([4, 70])
    expect(rows.maskFor(Uint32Array.of(70, 5, 4))).toEqual(Uint8Array.of(1, 0, 1))
  })

  it('survive another fit, and are let go where another file is opened', async () => {
    const rows = useRowsStore()
    rows.selectRows([4])
    await useFitStore().run(fitSummary().settings)
    expect(rows.count).toBe(1)
    await open({ dataset: 'd2', rows: 9 })
    expect([rows.count, rows.total, rows.mask.length]).toEqual([0, 9, 2])
  })

  it('of a file that has gone meanwhile are not taken', async () => {
    let answer: (selection: SelectionView) => void = () => undefined
    select.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
    const asked = useRowsStore().selectCluster('VVV-2-0', 0)
    await open({ dataset: 'd2', rows: 9 })
    answer(maskOf(50))
    await asked
    expect(useRowsStore().count).toBe(0)
  })

  it('stay cleared where others were still being looked for', async () => {
    select.mockResolvedValue(maskOf(1))
    const asked = useRowsStore().selectCluster('VVV-2-0', 0)
    useRowsStore().clear()
    await asked
    expect(useRowsStore().count).toBe(0)
  })

  it('stay as they are where others cannot be had, and it is said why', async () => {
    const rows = useRowsStore()
    rows.selectRows([4])
    select.mockRejectedValue(
      new EngineError('unknown-id', 'That fit is not known any more.', 'Run it again.'),
    )
    await rows.selectCluster('VVV-2-0', 0)
    expect(selected()).toEqual([4])
    expect(useNoticesStore().notices.map(({ message }) => message)).toEqual([
      'That fit is not known any more.',
    ])
  })
})
