// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import type { Engine } from '../../../contract/engine.ts'
import { addRow, noRows } from '../../../contract/row-mask.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import { column, datasetSummary, fitSummary, restartView, startFakeEngine } from '../../stores/fake-engine.ts'
import { useFitStore } from '../../stores/fit.ts'
import { useRowsStore } from '../../stores/rows.ts'
import { useSelectionStore } from '../../stores/selection.ts'
import { useManualStart } from './use-manual-start.ts'

const extend = vi.fn<Engine['extend']>()
const select = vi.fn<Engine['select']>()
const tally = vi.fn<Engine['tally']>()
const own = restartView(0, { id: 'VVV-3-given-0', components: 3, initialisation: 'given', manual: true })
const first = (count: number) => Array.from({ length: count }, (_, row) => row)

beforeEach(async () => {
  vi.clearAllMocks()
  extend.mockResolvedValue(fitSummary({ restarts: [...fitSummary().restarts, own] }))
  await startFakeEngine({
    fit: () => Promise.resolve(fitSummary()),
    model: ({ fit, restart }) =>
      Promise.resolve({
        fit,
        restart,
        columns: ['x', 'y'],
        weights: Float64Array.of(0.6, 0.4),
        means: new Float64Array(4),
        covariances: new Float64Array(8),
        sizes: [60, 40],
      }),
    extend,
    select,
    tally,
  })
  const source = { id: { grant: 'g' }, name: 'data.csv' }
  const columns = [
    column(0, 'x'),
    column(1, 'y'),
    column(2, 'kind', { type: 'text', distinct: 3, min: null }),
  ]
  await useDatasetStore().accept({ source, summary: datasetSummary({ columns }), choices: {}, roles: {} })
  await useFitStore().run(fitSummary().settings)
})

async function choice() {
  const made = effectScope().run(() => useManualStart())!
  await flushPromises()
  return made
}

describe('a restart of the person’s own', () => {
  it('begins from the selected rows beside the clusters of the restart shown, and is chosen when it has ended', async () => {
    tally.mockResolvedValue({ sizes: [10, 0], unused: 0 })
    useRowsStore().selectRows(first(10))
    const { plan, begin } = await choice()
    expect(plan.value.says).toMatch(/beside the 2 clusters: 3 components/)
    await begin()
    expect(extend.mock.lastCall?.[0]).toEqual({
      fit: 'f1',
      more: {
        kind: 'manual',
        components: 3,
        covariance: 'VVV',
        start: { selection: useRowsStore().mask, rest: 'VVV-2-0' },
      },
    })
    expect(useSelectionStore().restart?.id).toBe('VVV-3-given-0')
  })

  it('names a label for each row where a cluster gives way', async () => {
    tally.mockResolvedValue({ sizes: [5, 40], unused: 0 })
    const cluster = noRows(100)
    for (let row = 0; row < 60; row++) addRow(cluster, row)
    select.mockResolvedValue({ mask: cluster, count: 60 })
    useRowsStore().selectRows([...first(5), ...first(40).map((row) => row + 60)])
    const { plan, begin } = await choice()
    expect(plan.value).toMatchObject({ components: 2, emptied: [1] })
    await begin()
    expect(select.mock.calls.map(([wanted]) => wanted)).toEqual([
      { kind: 'cluster', fit: 'f1', restart: 'VVV-2-0', component: 0 },
    ])
    const labels = Uint8Array.from({ length: 100 }, (_, row) => (row < 5 || row >= 60 ? 2 : 1))
    expect(extend.mock.lastCall?.[0].more).toMatchObject({ components: 2, start: { labels } })
  })

  it('begins from a column where no row is selected', async () => {
    const { beginning, column: chosen, plan, begin } = await choice()
    expect([beginning.value, chosen.value, plan.value.components]).toEqual(['column', '2', 3])
    await begin()
    expect(extend.mock.lastCall?.[0].more).toMatchObject({ components: 3, start: { column: 2 } })
  })

  it('that cannot be begun is not', async () => {
    tally.mockResolvedValue({ sizes: [60, 40], unused: 0 })
    useRowsStore().selectRows(first(100))
    const { plan, begin } = await choice()
    expect(plan.value.components).toBeNull()
    await begin()
    expect(extend).not.toHaveBeenCalled()
  })
})
