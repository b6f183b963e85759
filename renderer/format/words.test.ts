import { expect, it } from 'vitest'
import { cellName, solutionLetter } from './words.ts'

it('a solution goes by the last part of its id', () => {
  expect(solutionLetter('VVV-3-A')).toBe('A')
  expect(solutionLetter('EEE-12-AB')).toBe('AB')
})

it('a cell is named by its model and its number of components', () => {
  expect(cellName('VVV-3')).toBe('Full (VVV), 3 components')
  expect(cellName('VII-1')).toBe('Spherical (VII), 1 component')
})
