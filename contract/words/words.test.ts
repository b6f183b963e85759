import { afterEach, expect, it } from 'vitest'
import { german } from '../languages/german.ts'
import { cellName } from './covariance.ts'
import { speak } from './say.ts'
import { finderWord, restartName, solutionLetter, warningCodes, whyNoClusters } from './words.ts'

afterEach(() => speak('en', {}))

it('a solution goes by the last part of its id', () => {
  expect(solutionLetter('VVV-3-A')).toBe('A')
  expect(solutionLetter('EEE-12-AB')).toBe('AB')
})

it('a cell is named by its model and its number of components', () => {
  expect(cellName('VVV-3')).toBe('Full (VVV), 3 components')
  expect(cellName('VII-1')).toBe('Spherical (VII), 1 component')
})

it.each([
  ['running', undefined, 'This restart has not ended yet: its clusters appear when it has.'],
  ['stopped', undefined, 'This restart was stopped before it had any clusters.'],
  ['collapsed', 'Component 2 is empty.', 'This restart has no clusters. Component 2 is empty.'],
] as const)('a restart that is %s says why it has no clusters', (state, reason, words) => {
  expect(whyNoClusters({ state, ...(reason === undefined ? {} : { reason }) })).toBe(words)
})

it.each([
  ['VVV-4-3', 3, 'kmeans', 'VVV-4-A', 'solution A (restart 4)'],
  ['VVV-4-swap-3', 43, 'swap', 'VVV-4-B', 'solution B (swap 4)'],
  ['VVV-4-split-merge-0', 44, 'split-merge', null, 'split and merge 1'],
] as const)('%s is named by what it is', (id, index, initialisation, solution, name) => {
  expect(restartName({ id, index, initialisation, solution })).toBe(name)
})

it('a restart of the person’s own is told from the others', () => {
  const own = {
    id: 'VVV-4-given-0',
    index: 0,
    initialisation: 'given',
    solution: 'VVV-4-A',
    manual: true,
  } as const
  expect(restartName(own)).toBe('solution A (own restart 1)')
})

it('warnings are named once each, without what the hits tell', () => {
  const codes = ['spurious', 'found-by-refinement', 'spurious', 'few-restarts'] as const
  expect(warningCodes(codes.map((code) => ({ code })))).toBe('spurious, few-restarts')
})

it('a solution without hits was found by a refinement or by a start of the person’s own', () => {
  expect(finderWord({ restarts: ['VVV-3-swap-4', 'VVV-3-given-0'] })).toBe('refined')
  expect(finderWord({ restarts: ['VVV-3-given-0', 'VVV-3-given-1'] })).toBe('own start')
})

it('restarts are named in German, and why one has no clusters is heard', () => {
  speak('de', german)
  const own = { id: 'VVV-4-given-0', index: 0, initialisation: 'given', manual: true } as const
  expect(restartName({ ...own, solution: 'VVV-4-A' })).toBe('Lösung A (Eigenstart 1)')
  const reason = 'Component 2 was left without rows in the start.'
  expect(whyNoClusters({ state: 'collapsed', reason })).toBe(
    'Dieser Neustart hat keine Cluster. Komponente 2 blieb zu Beginn ohne Zeilen.',
  )
})
