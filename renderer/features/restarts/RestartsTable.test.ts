// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { getActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { datasetSummary, fitSummary, restartView, startFakeEngine } from '../../stores/fake-engine.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import { useFitStore } from '../../stores/fit.ts'
import { useSelectionStore } from '../../stores/selection.ts'
import RestartsTable from './RestartsTable.vue'

async function table(restarts = fitSummary().restarts) {
  await startFakeEngine({
    open: () => Promise.resolve(datasetSummary()),
    fit: () => Promise.resolve(fitSummary({ restarts })),
  })
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
  await useFitStore().run(fitSummary().settings)
  const pinia = getActivePinia()
  return mount(RestartsTable, { global: { plugins: pinia === undefined ? [] : [pinia] } })
}

describe('the table of restarts', () => {
  beforeEach(() => {
    document.body.innerHTML = ''
  })

  it('has one row per restart, best first, and says what each is', async () => {
    const wrapper = await table()
    expect(wrapper.get('table').attributes('aria-label')).toBe('Restarts')
    const rows = wrapper.findAll('tbody tr').map((row) => row.findAll('td').map((cell) => cell.text()))
    expect(rows).toEqual([
      ['1', 'A', '−100.0000', '0', '10', 'converged', 'k-means++ centres', '1000', '10 ms'],
      ['2', 'A', '−101.0000', '1', '10', 'converged', 'k-means++ centres', '1001', '10 ms'],
      ['3', 'B', '−102.0000', '2', '10', 'converged', 'k-means++ centres', '1002', '10 ms'],
    ])
  })

  it('a click on a row chooses the restart everywhere', async () => {
    const wrapper = await table()
    await wrapper.get('[data-restart="VVV-2-2"]').trigger('click')
    expect(useSelectionStore().restart?.id).toBe('VVV-2-2')
    expect(wrapper.get('[aria-current=true]').attributes('data-restart')).toBe('VVV-2-2')
  })

  it('a thousand restarts do not make a thousand rows', async () => {
    const wrapper = await table(Array.from({ length: 1000 }, (_, index) => restartView(index)))
    expect(wrapper.findAll('[data-restart]').length).toBeLessThan(60)
    expect(wrapper.get('table').attributes('aria-rowcount')).toBe('1001')
  })
})
