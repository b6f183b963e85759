import { expect, it } from 'vitest'
import { solutionLetter } from './words.ts'

it('a solution goes by the last part of its id', () => {
  expect(solutionLetter('VVV-3-A')).toBe('A')
  expect(solutionLetter('EEE-12-AB')).toBe('AB')
})
