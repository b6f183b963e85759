import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { useLook } from './looks.ts'
import { useSessionPartsStore } from './session-parts.ts'

beforeEach(() => setActivePinia(createPinia()))

it('a switch stays as it was turned, whoever looks at it next, and is back with a session', () => {
  const parts = useSessionPartsStore()
  expect(useLook('curveScale').value).toBe('log-likelihood')
  useLook('curveScale').value = 'gap'
  useLook('restartsTable').value = false
  expect(useLook('curveScale').value).toBe('gap')
  const kept = JSON.parse(JSON.stringify(parts.state())) as Record<string, unknown>

  setActivePinia(createPinia())
  expect(useLook('restartsTable').value).toBe(true)
  expect(useSessionPartsStore().restore(kept)).toEqual([])
  expect([useLook('curveScale').value, useLook('restartsTable').value]).toEqual(['gap', false])
})

it('what a session says of switches that are not there, or have other ways, leaves them as usual', () => {
  const scale = useLook('curveScale')
  expect(useSessionPartsStore().restore({ looks: { curveScale: 'cubic', door: true } })).toEqual([])
  expect(scale.value).toBe('log-likelihood')
  expect(useSessionPartsStore().state()['looks']).not.toHaveProperty('door')
  expect(useSessionPartsStore().restore({ looks: 'gap' })).toEqual(['looks'])
})
