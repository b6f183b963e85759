import { describe, expect, it } from 'vitest'
import { createRandom } from '../random/random.ts'
import { discriminantPlane } from './discriminant.ts'

/* Within each cluster the four rows lie at ±(1, 0) and ±(0, 2) from the mean: within variances 0.5 and 2, no covariance. */
const star = (x: number, y: number) => [
  [x - 1, y],
  [x + 1, y],
  [x, y - 2],
  [x, y + 2],
]
const columnsOf = (rows: number[][]) => rows[0].map((_, j) => Float64Array.from(rows, (row) => row[j]))
const correlationWithin = (plane: { basis: Float64Array }, rows: number[][], labels: Uint8Array) => {
  const d = rows[0].length
  const at = (row: number[], axis: number) =>
    row.reduce((sum, value, j) => sum + plane.basis[axis * d + j] * value, 0)
  const groups = [...new Set(labels)].map((label) => rows.filter((_, i) => labels[i] === label))
  const sums = { xx: 0, xy: 0, yy: 0 }
  for (const group of groups) {
    const mean = [0, 1].map((axis) => group.reduce((sum, row) => sum + at(row, axis), 0) / group.length)
    for (const row of group) {
      const [u, v] = [at(row, 0) - mean[0], at(row, 1) - mean[1]]
      sums.xx += (u * u) / rows.length
      sums.xy += (u * v) / rows.length
      sums.yy += (v * v) / rows.length
    }
  }
  return sums
}

describe('the most separating plane', () => {
  it('of two clusters is W⁻¹ times the difference of their means, in within-cluster standard deviations', () => {
    const rows = [...star(0, 0), ...star(4, 4)]
    const labels = Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1)
    const plane = discriminantPlane(columnsOf(rows), labels, 2)
    expect(plane.discriminants).toBe(1)
    /* W⁻¹ (4, 4) = (8, 2), whose variance within is 64 · 0.5 + 4 · 2 = 40. */
    expect(plane.basis[0]).toBeCloseTo(8 / Math.sqrt(40), 6)
    expect(plane.basis[1]).toBeCloseTo(2 / Math.sqrt(40), 6)
    expect(plane.origin).toEqual(Float64Array.of(2, 2))
    const { xx, xy, yy } = correlationWithin(plane, rows, labels)
    expect([xx, xy, yy].map((value) => Number(value.toFixed(6)))).toEqual([1, 0, 1])
  })

  it('of three clusters has two discriminants, the one that separates more first', () => {
    const rows = [...star(0, 0), ...star(10, 0), ...star(5, 6)]
    const labels = Uint8Array.from(rows, (_, i) => Math.floor(i / 4))
    const plane = discriminantPlane(columnsOf(rows), labels, 3)
    expect(plane.discriminants).toBe(2)
    /* Along x: between 50/3 over within 0.5; along y: between 8 over within 2. */
    expect(plane.basis[0]).toBeCloseTo(Math.SQRT2, 6)
    expect(plane.basis[1]).toBeCloseTo(0, 6)
    expect(plane.basis[3]).toBeCloseTo(Math.SQRT1_2, 6)
  })

  it('finds a separation that the principal plane does not see', () => {
    const random = createRandom(3)
    const rows = Array.from({ length: 400 }, (_, i) => {
      const [a, b, c] = [30 * random.normal(), 20 * random.normal(), random.normal()]
      return [a, b, a + b + c * 0.1 + (i % 2) * 2]
    })
    const labels = Uint8Array.from(rows, (_, i) => i % 2)
    const { basis } = discriminantPlane(columnsOf(rows), labels, 2)
    const mean = (group: number) =>
      rows
        .filter((_, i) => i % 2 === group)
        .reduce((sum, row) => sum + row.reduce((s, value, j) => s + basis[j] * value, 0) / 200, 0)
    expect(Math.abs(mean(1) - mean(0))).toBeGreaterThan(15)
  })

  it('has a direction for a column that is constant within each cluster, and for copies of a column', () => {
    const rows = [...star(0, 0), ...star(1, 0)].map(([x, y], i) => [x, y, x, i < 4 ? 7 : 9])
    const labels = Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1)
    const { basis, discriminants } = discriminantPlane(columnsOf(rows), labels, 2)
    expect(discriminants).toBe(1)
    expect(basis.every(Number.isFinite)).toBe(true)
    expect(Math.abs(basis[3])).toBeGreaterThan(1000 * Math.max(...[0, 1, 2].map((j) => Math.abs(basis[j]))))
  })

  it('leaves out unlabelled rows and rows with a missing value', () => {
    const rows = [...star(0, 0), ...star(4, 4)]
    const labels = Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1, 255, 0)
    const plane = discriminantPlane(columnsOf([...rows, [1e6, 0], [NaN, 3]]), labels, 2)
    expect(plane.basis).toEqual(discriminantPlane(columnsOf(rows), labels.subarray(0, 8), 2).basis)
  })

  it('of one cluster is the plane of its widest directions', () => {
    const random = createRandom(8)
    const common = Float64Array.from({ length: 300 }, () => random.normal())
    const columns = [0.2, 0.2, 3].map((noise) => common.map((value) => value + noise * random.normal()))
    const { basis, discriminants } = discriminantPlane(columns, new Uint8Array(300), 1)
    expect(discriminants).toBe(0)
    expect(basis[0]).toBeGreaterThan(0.4)
    expect(Math.abs(basis[5])).toBeGreaterThan(Math.abs(basis[3]))
  })

  it('of one column has a first axis only, and of clusters that are empty those of the others', () => {
    const column = Float64Array.of(0, 1, 10, 11)
    const { basis } = discriminantPlane([column], Uint8Array.of(0, 0, 3, 3), 4)
    expect(basis[0]).toBeCloseTo(2, 4)
    expect(basis[1]).toBe(0)
  })

  it('of more columns than rows is finite', () => {
    const random = createRandom(2)
    const columns = Array.from({ length: 60 }, () => Float64Array.from({ length: 12 }, () => random.normal()))
    const { basis, discriminants } = discriminantPlane(
      columns,
      Uint8Array.from({ length: 12 }, (_, i) => i % 3),
      3,
    )
    expect(discriminants).toBe(2)
    expect(basis.every(Number.isFinite)).toBe(true)
  })
})
