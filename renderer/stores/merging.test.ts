import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { useFitStore } from './fit.ts'
import { useMergingStore } from './merging.ts'
import { useSessionPartsStore } from './session-parts.ts'

beforeEach(() => setActivePinia(createPinia()))

const showFit = (id: string) => {
  const fit = useFitStore()
  fit.shown = { fit: id, dataset: 'd', settings: {} as never, columns: [] }
}

it('brings merged clusters back with a session, whose fit has another id', () => {
  showFit('before')
  useMergingStore().choose('VVV-5-2', { clusters: 3, on: true })
  const kept = JSON.parse(JSON.stringify(useSessionPartsStore().state())) as Record<string, unknown>

  setActivePinia(createPinia())
  showFit('after')
  const merging = useMergingStore()
  expect(useSessionPartsStore().restore(kept)).toEqual([])
  expect(merging.inUse('VVV-5-2')).toBe(3)
  showFit('another')
  expect(merging.inUse('VVV-5-2')).toBeNull()
})
