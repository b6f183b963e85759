// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Engine } from '../../../contract/engine.ts'
import { hasRow } from '../../../contract/row-mask.ts'
import type { ModelView } from '../../../contract/views.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import { datasetSummary, fitSummary, startFakeEngine } from '../../stores/fake-engine.ts'
import { useFitStore } from '../../stores/fit.ts'
import { useHistoryStore } from '../../stores/history.ts'
import { useNoticesStore } from '../../stores/notices.ts'
import { useRowsStore } from '../../stores/rows.ts'
import SelectionActions from './SelectionActions.vue'

const model = { fit: 'f1', restart: 'VVV-2-0', columns: ['x', 'y'], sizes: [60, 38] }
const exportSelection = vi.fn<Engine['exportSelection']>()
const tally = vi.fn<Engine['tally']>()

beforeEach(async () => {
  vi.clearAllMocks()
  exportSelection.mockResolvedValue({
    file: 'data-selected.csv',
    rows: 3,
    bytes: 40,
    added: [],
    warnings: [],
  })
  tally.mockResolvedValue({ sizes: [2, 0], unused: 1 })
  const { connection } = await startFakeEngine({
    fit: () => Promise.resolve(fitSummary()),
    model: () =>
      Promise.resolve({
        ...model,
        weights: Float64Array.of(0.6, 0.4),
        means: new Float64Array(4),
        covariances: new Float64Array(8),
      } satisfies ModelView),
    tally,
    exportSelection,
  })
  Object.assign(connection.host, {
    chooseTarget: (name: string) => Promise.resolve({ target: `to ${name}`, name }),
    deliver: () => Promise.resolve(),
  })
  const source = { id: { grant: 'g' }, name: 'data.csv' }
  await useDatasetStore().accept({ source, summary: datasetSummary(), choices: {}, roles: {} })
})

const press = (wrapper: ReturnType<typeof mount>, text: string) =>
  wrapper
    .findAll('button')
    .find((button) => button.text() === text)!
    .trigger('click')

it('is there only where rows are selected, inverts and clears them, and brings them back', async () => {
  useHistoryStore()
  const wrapper = mount(SelectionActions)
  expect(wrapper.find('button').exists()).toBe(false)
  useRowsStore().selectRows([1, 2])
  await flushPromises()
  await press(wrapper, 'Invert')
  expect(useRowsStore().count).toBe(98)
  await press(wrapper, 'Clear')
  expect([useRowsStore().count, wrapper.find('button').exists()]).toEqual([0, false])
  await useHistoryStore().undo()
  expect(useRowsStore().count).toBe(98)
})

it('closes its panel with Esc before Esc has another meaning, and keeps the keyboard', async () => {
  const wrapper = mount(SelectionActions, { attachTo: document.body })
  const heard = vi.fn<() => void>()
  window.addEventListener('keydown', heard)
  useRowsStore().selectRows([1, 2])
  await flushPromises()
  await press(wrapper, 'Selection…')
  await wrapper.find('section button').trigger('keydown', { key: 'Escape' })
  expect([wrapper.find('section').exists(), heard.mock.calls.length]).toEqual([false, 0])
  expect(document.activeElement?.textContent.trim()).toBe('Selection…')
  await wrapper.find('button').trigger('keydown', { key: 'Escape' })
  expect(heard).toHaveBeenCalledOnce()
  window.removeEventListener('keydown', heard)
  wrapper.unmount()
})

it('says how the rows fall into the clusters, and exports them with the labels of the restart shown or without', async () => {
  await useFitStore().run(fitSummary().settings)
  const wrapper = mount(SelectionActions)
  useRowsStore().selectRows([1, 2, 9])
  await flushPromises()
  await press(wrapper, 'Selection…')
  await flushPromises()
  expect(wrapper.text()).toContain('3 of 100 rows (3 %)')
  expect(wrapper.findAll('li').map((item) => item.text().replace(/\s+/g, ' '))).toEqual([
    '12 of 60 rows',
    '20 of 38 rows',
    '1 row in no cluster: a value is missing',
  ])
  await press(wrapper, 'Export selected rows…')
  await flushPromises()
  const asked = exportSelection.mock.lastCall?.[0]
  expect(asked).toMatchObject({
    dataset: 'd1',
    target: 'to data-selected.csv',
    labels: { fit: 'f1', restart: 'VVV-2-0' },
  })
  expect([1, 2, 9, 10].map((row) => hasRow(asked!.mask, row))).toEqual([true, true, true, false])
  expect(useNoticesStore().notices[0]?.message).toMatch(/^Wrote data-selected\.csv/)
  await wrapper.find('input[type=checkbox]').setValue(false)
  await press(wrapper, 'Export selected rows…')
  await flushPromises()
  expect(exportSelection.mock.lastCall?.[0]).not.toHaveProperty('labels')
})
