import { expect, it } from 'vitest'
import type { Remedy } from '../remedies.ts'
import { remedyWords } from './remedy-words.ts'

const label = (remedy: Remedy) => remedyWords(remedy, (column) => `x${column}`).label

it('every remedy says on its button what it does', () => {
  expect(label({ kind: 'regularise', value: 1e-4 })).toBe('Add regularisation 1e−4')
  expect(label({ kind: 'covariance', from: 'VVV', covariance: 'EEE' })).toBe('Use Tied (EEE)')
  expect(label({ kind: 'drop-columns', columns: [1, 2, 4] })).toBe('Drop x1, x2 and x4')
  expect(label({ kind: 'covariances', covariances: ['EII'] })).toBe('Fit EII alone')
  expect(label({ kind: 'covariances', covariances: ['EII', 'VVI'] })).toBe('Fit EII and VVI alone')
  expect(label({ kind: 'covariances', covariances: ['EII', 'VII', 'EEI', 'VVI'] })).toBe(
    'Fit the 4 models with fewer parameters alone',
  )
  expect(label({ kind: 'columns', columns: [3, 4] })).toBe('Cluster on the first 2 columns alone')
  expect(label({ kind: 'columns', columns: [3] })).toBe('Cluster on x3 alone')
  expect(label({ kind: 'components', from: 1, to: 1 })).toBe('Fit 1 component')
  expect(label({ kind: 'components', from: 2, to: 5 })).toBe('Fit 2–5 components')
  expect(label({ kind: 'scale', scaling: 'standardise' })).toBe('Standardise')
  expect(label({ kind: 'restarts', restarts: 1000 })).toBe('Run 1,000 restarts')
  expect(label({ kind: 'iterations', maxIterations: 5000 })).toBe('Allow 5,000 iterations')
  expect(label({ kind: 'continue', restart: 'VVV-3-0', tolerance: 1e-8, maxIterations: 9 })).toBe(
    'Continue to tolerance 1e−8',
  )
})

it('what was done names the field and what stands in it', () => {
  const done = (remedy: Remedy) => remedyWords(remedy, (column) => `x${column}`).done
  expect(done({ kind: 'drop-columns', columns: [3] })).toBe('x3 is not clustered on.')
  expect(done({ kind: 'drop-columns', columns: [3, 4] })).toBe('x3 and x4 are not clustered on.')
  expect(done({ kind: 'components', from: 2, to: 5 })).toBe('Components is 2–5.')
})
