import { effectScope, shallowRef } from 'vue'
import { expect, it, vi } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import { datasetSummary, startFakeEngine } from '../stores/fake-engine.ts'
import { useDatasetStore } from '../stores/dataset.ts'
import { useListedRows } from './listed-rows.ts'

it('rows anywhere in the file are read once each, and a file that has changed is told of', async () => {
  const rows = vi.fn<Engine['rows']>(({ from }) =>
    from === 9
      ? Promise.reject(new EngineError('file-changed', 'It has changed.', 'Open it again.'))
      : Promise.resolve({
          from,
          cells: [[`cell ${from}`]],
          values: Float64Array.of(1),
          lines: Float64Array.of(from + 2),
        }),
  )
  await startFakeEngine({ open: () => Promise.resolve(datasetSummary()), rows })
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
  const scope = effectScope()
  const wanted = shallowRef<number[]>([70, 3])
  const listed = scope.run(() => useListedRows(() => wanted.value))!
  await vi.waitFor(() => expect(listed.rows.value.size).toBe(2))
  expect(listed.rows.value.get(70)).toEqual({ line: 72, cells: ['cell 70'] })
  wanted.value = [70, 3, 5]
  await vi.waitFor(() => expect(listed.rows.value.has(5)).toBe(true))
  expect(rows).toHaveBeenCalledTimes(3)
  wanted.value = [9]
  await vi.waitFor(() => expect(listed.failure.value?.code).toBe('file-changed'))
  scope.stop()
})
