import { describe, expect, it } from 'vitest'
import { createRandom } from '../random/random.ts'
import { ellipseOutline } from './ellipse.ts'
import { principalPlane } from './principal.ts'
import { projectComponent } from './projection.ts'

describe('ellipse outline', () => {
  it('lies at the asked Mahalanobis distance all round, and closes', () => {
    const covariance = { xx: 4, xy: 1.5, yy: 1 }
    const outline = ellipseOutline({ x: 10, y: -3, covariance }, 2)
    const determinant = 4 * 1 - 1.5 * 1.5
    for (let i = 0; i < outline.length; i += 2) {
      const u = outline[i] - 10
      const v = outline[i + 1] + 3
      expect((u * u * 1 - 2 * u * v * 1.5 + v * v * 4) / determinant).toBeCloseTo(4, 10)
    }
    expect([...outline.slice(-2)]).toEqual([...outline.slice(0, 2)])
  })

  it('of a singular covariance is flat, not NaN', () => {
    const outline = ellipseOutline({ x: 0, y: 0, covariance: { xx: 1, xy: 1, yy: 1 } }, 1, 9)
    for (let i = 0; i < outline.length; i += 2) expect(outline[i]).toBeCloseTo(outline[i + 1], 7)
  })
})

describe('projection of a component', () => {
  it('picks two columns out of three', () => {
    const covariance = Float64Array.of(4, 1, 2, 1, 9, 3, 2, 3, 16)
    const projection = { basis: Float64Array.of(0, 0, 1, 1, 0, 0), origin: Float64Array.of(1, 1, 1) }
    const plane = projectComponent(Float64Array.of(2, 3, 4), covariance, projection)
    expect(plane).toEqual({ x: 3, y: 1, covariance: { xx: 16, xy: 2, yy: 4 } })
  })
})

describe('principal plane', () => {
  const random = createRandom(5)
  const common = Float64Array.from({ length: 500 }, () => random.normal())
  const columns = [
    common.map((value) => 1e6 + 100 * value + random.normal()),
    common.map((value) => -value + 0.01 * random.normal()),
    Float64Array.from({ length: 500 }, () => random.normal()),
  ]

  it('lays the first axis along what the columns share, in standard deviations, largest loading positive', () => {
    const { basis, origin } = principalPlane(columns)
    const loadings = [basis[0] * 100, basis[1]]
    loadings.forEach((loading) => expect(Math.abs(loading)).toBeCloseTo(Math.SQRT1_2, 1))
    expect(loadings[0] * loadings[1]).toBeLessThan(0)
    expect(Math.abs(basis[2])).toBeLessThan(0.1)
    expect(Math.abs(basis[5])).toBeCloseTo(1, 1)
    expect(origin[0]).toBeCloseTo(1e6, -2)
  })

  it('ignores rows with a missing value and gives a constant column no part', () => {
    const holed = [...columns, new Float64Array(500).fill(3)].map((column) => Float64Array.of(...column, NaN))
    const { basis } = principalPlane(holed)
    expect(basis[3]).toBe(0)
    expect(basis[0]).toBeCloseTo(principalPlane(columns).basis[0], 12)
  })

  it('takes columns near the ends of double precision for what they are', () => {
    const plain = principalPlane(columns)
    const scales = [1e-200, 1e200, 1]
    const { basis } = principalPlane(
      columns.map((column, j) => column.map((value) => (value - plain.origin[j]) * scales[j])),
    )
    basis.forEach((value, at) => expect(value * scales[at % 3]).toBeCloseTo(plain.basis[at], 8))
  })

  it('of many columns lies along the two things they share', () => {
    const other = Float64Array.from({ length: 500 }, () => random.normal())
    const many = Array.from({ length: 120 }, (_, j) =>
      Float64Array.from({ length: 500 }, (_, i) => (j < 80 ? common[i] : other[i]) + 0.5 * random.normal()),
    )
    const { basis } = principalPlane(many)
    const loading = (axis: number, from: number, to: number) =>
      basis.subarray(axis * 120 + from, axis * 120 + to).reduce((sum, value) => sum + value ** 2, 0)
    expect(loading(0, 0, 80)).toBeGreaterThan(10 * loading(0, 80, 120))
    expect(loading(1, 80, 120)).toBeGreaterThan(10 * loading(1, 0, 80))
  })

  it('of one column has a first axis only', () => {
    const { basis } = principalPlane([Float64Array.of(1, 2, 3)])
    expect(basis[0]).toBeGreaterThan(0)
    expect(basis[1]).toBe(0)
  })
})
