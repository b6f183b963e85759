import { expect, it } from 'vitest'
import type { Remedy } from '../../contract/remedies.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { DatasetSummary } from '../../contract/views.ts'
import { tryOptions } from './remedy-options.ts'

const NAMES = ['length', 'width, cm', 'mass', 'log(mass)']
const columns = NAMES.map((name, index) => ({
  index,
  name,
  ...(index === 3 && { derived: { of: 2, transform: 'log' } }),
}))
const settings = { columns: [0, 1, 3], covariances: ['VVV', 'EEE'], tolerance: 1e-5 }
const tried = (...remedies: Remedy[]) =>
  tryOptions(remedies, { columns } as unknown as DatasetSummary, settings as unknown as FitSettings)

it('a remedy is named as the option that does it, in the words that the command understands', () => {
  expect(tried({ kind: 'regularise', value: 1e-4 })).toBe(' Try --regularisation 1e-4.')
  expect(
    tried(
      { kind: 'covariance', from: 'VVV', covariance: 'VVI' },
      { kind: 'components', from: 1, to: 3 },
      { kind: 'components', from: 2, to: 2 },
    ),
  ).toBe(' Try --covariance VVI,EEE or --components 1-3 or --components 2.')
  expect(tried({ kind: 'scale', scaling: 'standardise' }, { kind: 'restarts', restarts: 9 })).toBe(
    ' Try --scale standardise or --restarts 9.',
  )
  expect(tried({ kind: 'covariances', covariances: ['EEI', 'EII'] })).toBe(' Try --covariance EEI,EII.')
  expect(tried({ kind: 'iterations', maxIterations: 500 })).toBe(' Try --max-iterations 500.')
})

it('columns are named by what the command takes: positions where a name holds a comma, the source of a logarithm', () => {
  expect(tried({ kind: 'drop-columns', columns: [0] })).toBe(' Try --columns #2,mass.')
  expect(tried({ kind: 'columns', columns: [0, 3] })).toBe(' Try --columns length,mass.')
  expect(tried({ kind: 'derive', column: 0, transform: 'log' })).toBe(' Try --log mass,length.')
})

it('what no option does is not named', () => {
  const further = { kind: 'continue', restart: 'VVV-2-0', maxIterations: 900 } as const
  expect(tried({ ...further, tolerance: 1e-5 })).toBe('')
  expect(tried({ ...further, tolerance: 1e-7 })).toBe(' Try --tolerance 1e-7.')
  expect(tried()).toBe('')
})
