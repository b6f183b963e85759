// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { getActivePinia } from 'pinia'
import { expect, it, vi } from 'vitest'
import type { Engine } from '../../../contract/engine.ts'
import { EngineError } from '../../../contract/errors.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import { datasetSummary, startFakeEngine } from '../../stores/fake-engine.ts'
import DialectLine from './DialectLine.vue'

it('a delimiter that is refused leaves the one that the file was read with', async () => {
  const open = vi
    .fn<Engine['open']>()
    .mockResolvedValueOnce(datasetSummary())
    .mockRejectedValueOnce(new EngineError('no-numeric-column', 'No numbers.', 'Choose another.'))
  await startFakeEngine({ open })
  const dataset = useDatasetStore()
  await dataset.open({ id: { grant: 'g' }, name: 'data.csv' })
  const pinia = getActivePinia()
  const wrapper = mount(DialectLine, {
    props: { summary: datasetSummary() },
    global: { plugins: pinia === undefined ? [] : [pinia] },
  })
  const select = wrapper.get('select')
  await select.setValue(';')
  expect(select.element.value).toBe(';')
  await vi.waitFor(() => expect(dataset.opening).toBeNull())
  await flushPromises()
  expect(open).toHaveBeenCalledTimes(2)
  expect(select.element.value).toBe(',')
})
