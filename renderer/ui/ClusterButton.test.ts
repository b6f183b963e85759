// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import { addRow, noRows } from '../../contract/row-mask.ts'
import { useDatasetStore } from '../stores/dataset.ts'
import { datasetSummary, fitSummary, startFakeEngine } from '../stores/fake-engine.ts'
import { useFitStore } from '../stores/fit.ts'
import { useRowsStore } from '../stores/rows.ts'
import { NOISE } from '../../contract/noise-label.ts'
import ClusterButton from './ClusterButton.vue'

const select = vi.fn<Engine['select']>((wanted) => {
  const mask = noRows(100)
  addRow(mask, wanted.kind === 'cluster' ? wanted.component : wanted.kind === 'noise' ? 50 : 99)
  return Promise.resolve({ mask, count: 1 })
})

beforeEach(async () => {
  await startFakeEngine({ select, fit: () => Promise.resolve(fitSummary()) })
  const source = { id: { grant: 'g' }, name: 'data.csv' }
  await useDatasetStore().accept({ source, summary: datasetSummary(), choices: {}, roles: {} })
  await useFitStore().run(fitSummary().settings)
})

const button = (component: number) =>
  mount(ClusterButton, { props: { restart: 'VVV-2-0', component } }).find('button')

it('a cluster is selected by a click or Enter, added with Shift and removed with Alt, by the keyboard as well', async () => {
  await button(0).trigger('click')
  await vi.waitFor(() => expect([...useRowsStore().list()]).toEqual([0]))
  await button(1).trigger('keydown', { key: 'Enter', shiftKey: true })
  await vi.waitFor(() => expect([...useRowsStore().list()]).toEqual([0, 1]))
  await button(0).trigger('keydown', { key: 'Enter', altKey: true })
  await vi.waitFor(() => expect([...useRowsStore().list()]).toEqual([1]))
})

it('noise is selected as a cluster is, by a click and by keys', async () => {
  expect(button(NOISE).text()).toBe('Noise')
  await button(NOISE).trigger('click')
  await vi.waitFor(() => expect([...useRowsStore().list()]).toEqual([50]))
  expect(useRowsStore().description).toBe('noise of solution A (restart 1)')
  await button(0).trigger('keydown', { key: 'Enter', shiftKey: true })
  await vi.waitFor(() => expect([...useRowsStore().list()]).toEqual([0, 50]))
  await button(NOISE).trigger('keydown', { key: 'Enter', altKey: true })
  await vi.waitFor(() => expect([...useRowsStore().list()]).toEqual([0]))
})
