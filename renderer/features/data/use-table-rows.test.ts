import { beforeEach, expect, it, vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import type { Engine } from '../../../contract/engine.ts'
import { datasetSummary, startFakeEngine } from '../../stores/fake-engine.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import { useRowsStore } from '../../stores/rows.ts'
import { useTableRows } from './use-table-rows.ts'

const summary = datasetSummary({ rows: 1_000 })
const readRows = vi.fn<Engine['rows']>(({ from, count }) =>
  Promise.resolve({
    from,
    cells: Array.from({ length: count }, (_, i) => [`x${from + i}`, 'y']),
    values: new Float64Array(2 * count),
    lines: new Float64Array(count),
  }),
)

beforeEach(async () => {
  readRows.mockClear()
  await startFakeEngine({ rows: readRows })
  const source = { id: { grant: 'g' }, name: 'data.csv' }
  await useDatasetStore().accept({ source, summary, choices: {}, roles: {} })
})

it('all rows are shown, or only those selected, each with the cells of its own row of the file', async () => {
  const only = shallowRef(false)
  const table = effectScope().run(() => useTableRows(summary, () => only.value))!
  expect([table.size(), table.rowAt(7)]).toEqual([1_000, 7])
  useRowsStore().selectRows([3, 5, 900])
  expect(table.next(5, 1)).toBe(900)
  only.value = true
  expect([table.size(), table.rowAt(2)]).toEqual([3, 900])
  expect([table.next(2, 1), table.next(0, -1)]).toEqual([0, 2])
  table.pages.value.need(0, 3)
  await vi.waitFor(() => expect(table.pages.value.row(2)).not.toBeNull())
  expect([0, 1, 2].map((place) => table.pages.value.row(place)?.cells[0])).toEqual(['x3', 'x5', 'x900'])
  expect(readRows.mock.calls.map(([{ from, count }]) => [from, count])).toEqual([
    [3, 3],
    [900, 1],
  ])
  useRowsStore().clear()
  expect(table.size()).toBe(1_000)
})
