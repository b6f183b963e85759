import { describe, expect, it } from 'vitest'
import { createRandom } from '../random/random.ts'
import { runTraced } from './climb/fixture.ts'
import { dependentColumns } from './dependence.ts'
import { prepare } from './prepare.ts'

const random = createRandom(3)
const [a, b] = [0, 1].map((j) =>
  Float64Array.from({ length: 300 }, (_, i) => random.normal() + 6 * (i % 2) * j),
)
const mix = (of: (at: number) => number) => Float64Array.from(a, (_, at) => of(at))
const told = (columns: Float64Array[], value = 1e-6, kind: 'relative' | 'absolute' = 'relative') =>
  dependentColumns(prepare(columns, 'none').prepared, { kind, value })

describe('columns that others tell', () => {
  it('are copies in other units, sums, and what rounding or noise within the regularisation leaves of them', () => {
    expect(told([a, b])).toEqual([])
    expect(told([a, b, mix((at) => 10 * a[at] + 3)])).toEqual([2])
    expect(told([a, b, mix((at) => a[at] - 2 * b[at])])).toHaveLength(1)
    expect(told([a, b, a, b])).toEqual([2, 3])
    const near = [a, b, mix((at) => a[at] + 1e-4 * Math.sin(at))]
    expect(told(near)).toEqual([2])
    expect(told(near, 1e-10)).toEqual([])
    expect(told([a, b, a], 0)).toEqual([2])
  })

  it('are not called so because the regularisation is large', () => {
    expect(told([a, b, mix((at) => a[at] + 0.1 * Math.sin(at))], 0.1)).toEqual([])
  })

  it('are there where the rows are no more than the columns, and not where a column is constant', () => {
    expect(told([Float64Array.of(1, 2), Float64Array.of(2, 1)])).toEqual([1])
    expect(told([a, mix(() => 4)])).toEqual([])
  })

  it('are found with the regularisation in the columns’ own units', () => {
    const copy = mix((at) => 1000 * a[at])
    expect(told([a, b, copy], 1e-6, 'absolute')).toHaveLength(1)
  })
})

describe('where a column is a copy of another', () => {
  const regularisation = { kind: 'relative', value: 1e-6 } as const
  const height = (columns: Float64Array[], components: number, covariance: 'VVV' | 'EEE') => {
    const { prepared } = prepare(columns, 'none')
    const change = {
      components,
      covariance,
      initialisation: 'kmeans',
      regularisation,
      tolerance: 1e-8,
    } as const
    const { outcome } = runTraced(prepared, change)
    expect(outcome.flags.map(({ code }) => code)).toEqual([])
    return outcome.logLikelihood ?? NaN
  }

  it.each(['VVV', 'EEE'] as const)(
    '%s gains by more components what it gains without the copy',
    (covariance) => {
      const gain = (columns: Float64Array[]) =>
        height(columns, 2, covariance) - height(columns, 1, covariance)
      const without = gain([a, b])
      expect(without).toBeGreaterThan(50)
      expect(Math.abs(gain([a, b, a]) - without)).toBeLessThan(0.01)
    },
  )
})
