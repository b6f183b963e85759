import { createPinia, setActivePinia } from 'pinia'
import { expect, it } from 'vitest'
import { useIdentityStore } from './identity.ts'

it('a name stays with its cluster until it is taken away', () => {
  setActivePinia(createPinia())
  const identity = useIdentityStore()
  identity.rename(2, ' small ')
  expect([identity.nameOf(2), identity.nameOf(1)]).toEqual(['small', ''])
  identity.rename(2, '')
  expect(identity.nameOf(2)).toBe('')
})
