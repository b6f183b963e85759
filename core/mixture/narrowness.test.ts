import { describe, expect, it } from 'vitest'
import { invertTriangular } from '../linalg/triangular.ts'
import { isNarrow } from './narrowness.ts'
import { createParameters, type Family } from './parameters.ts'
import { prepare } from './prepare.ts'
import { createSetting } from './setting.ts'

const square = [0, 1].map((j) => Float64Array.of(j, 1 - j, -j, j - 1))

/** One component over standardised, uncorrelated columns, with these standard deviations and this slope of the second on the first. */
function narrow(family: Family, deviations: [number, number], slope: number, limit: number): boolean {
  const { prepared } = prepare(square, 'none')
  const covariance = family === 'full' ? 'VVV' : 'VVI'
  const setting = createSetting(prepared, 1, covariance, { kind: 'relative', value: 0 })
  const parameters = createParameters(family, 1, 2)
  const [first, second] = deviations
  if (family === 'full') {
    parameters.factors.set([first, slope, second])
    invertTriangular(parameters.factors, parameters.whiteners, 2)
  } else {
    parameters.factors.set(deviations)
    parameters.whiteners.set([1 / first, 1 / second])
  }
  return isNarrow(setting, parameters, 0, limit)
}

describe('a component is narrow', () => {
  it.each([1e-3, 1e-8])('where its least variance is below %d of that of all rows', (limit) => {
    const edge = Math.sqrt(limit)
    for (const family of ['full', 'diagonal'] as const) {
      expect(narrow(family, [1, 0.99 * edge], 0, limit)).toBe(true)
      expect(narrow(family, [1.01 * edge, 1.01 * edge], 0, limit)).toBe(false)
      expect(narrow(family, [1, 1], 0, limit)).toBe(false)
    }
  })

  it('where that is so across a slope, although no column shows it', () => {
    expect(narrow('full', [1, 0.04], 1, 1e-3)).toBe(true)
    expect(narrow('full', [1, 0.05], 1, 1e-3)).toBe(false)
  })
})
