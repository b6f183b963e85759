import { describe, expect, it } from 'vitest'
import { createRandom } from '../random/random.ts'
import { runTraced } from './climb/fixture.ts'
import { prepare } from './prepare.ts'
import type { CovarianceModel } from './types.ts'

const random = createRandom(9)
const normal = (rows: number, centre = 0) => Array.from({ length: rows }, () => centre + random.normal())
const flagsOf = (columns: number[][], covariance: CovarianceModel) => {
  const { prepared } = prepare(
    columns.map((column) => Float64Array.from(column)),
    'none',
  )
  const regularisation = { kind: 'relative', value: 1e-6 } as const
  const change = { components: 2, covariance, initialisation: 'kmeans', regularisation } as const
  const { outcome } = runTraced(prepared, change)
  expect(outcome.status).toBe('converged')
  return outcome.flags.map(({ message }) => message)
}

describe('a component on few of many rows', () => {
  const [few, many] = [12, 1500]
  const columns = [0, 1].map(() => [...normal(many), ...normal(few, 20)])

  it.each(['EII', 'EEI', 'EEE'] as const)('is sound where all share a covariance: %s', (covariance) => {
    expect(flagsOf(columns, covariance)).toEqual([])
  })

  it.each(['VII', 'VVI', 'VVV'] as const)('is spurious where it has its own: %s', (covariance) => {
    expect(flagsOf(columns, covariance)).toEqual(['Component 2 holds only about 12 of 1512 rows.'])
  })

  it('is spurious in any model where the rows do not suffice for its mean and covariance', () => {
    const five = [0, 1].map(() => [...normal(many), ...normal(5, 20)])
    expect(flagsOf(five, 'EEE')).toEqual(['Component 2 holds only about 5.0 of 1505 rows.'])
  })
})

describe('a covariance that all share', () => {
  const flat =
    'Within the components the rows are flat in one direction: the regularisation alone gives them a width there.'

  it.each(['EEI', 'EEE'] as const)(
    'is spurious where the components tell a column exactly: %s',
    (covariance) => {
      expect(flagsOf([normal(200), Array.from({ length: 200 }, (_, i) => i % 2)], covariance)).toEqual([flat])
    },
  )

  it('is sound where they stand far apart for their width', () => {
    const apart = [0, 1].map(() => [...normal(100), ...normal(100, 150)])
    expect(flagsOf(apart, 'EEE')).toEqual([])
  })
})
