import { expect, it } from 'vitest'
import { kindName } from './kinds.ts'

it('a spurious solution that wins says so, and so does the sound one that it beats', () => {
  expect(kindName('best', true)).toBe('best')
  expect(kindName('spurious', true)).toBe('best (spurious)')
  expect(kindName('best', false)).toBe('best sound one')
  expect(kindName('near-tie', false)).toBe('near tie')
})
