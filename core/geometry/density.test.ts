import { describe, expect, it } from 'vitest'
import { createRandom } from '../random/random.ts'
import { contourLines } from './contour.ts'
import { planeDensity, regionLevels } from './density.ts'
import type { PlaneComponent } from './ellipse.ts'
import { gridLines } from './grid-lines.ts'

const round: PlaneComponent = { x: 0, y: 0, covariance: { xx: 1, xy: 0, yy: 1 } }
const weights = Float64Array.of(0.5, 0.3, 0.2)
const mixture: PlaneComponent[] = [
  { x: 1e6, y: -2, covariance: { xx: 4, xy: 1.5, yy: 1 } },
  { x: 1e6 + 6, y: 1, covariance: { xx: 0.01, xy: 0, yy: 0.04 } },
  { x: 1e6 + 2, y: 3, covariance: { xx: 1, xy: -0.9, yy: 1 } },
]
const grid = { x: gridLines(1e6 - 12, 1e6 + 14, 120, []), y: gridLines(-9, 10, 120, []) }

describe('the density of a mixture in the plane', () => {
  it('is the sum of weight × bivariate normal density', () => {
    const density = planeDensity(Float64Array.of(0.25), [{ x: 2, y: 3, covariance: { xx: 4, xy: 1, yy: 9 } }])
    const determinant = 4 * 9 - 1
    const [u, v] = [1, -2]
    const squared = (9 * u * u - 2 * u * v + 4 * v * v) / determinant
    const expected = Math.log(0.25) - Math.log(2 * Math.PI * Math.sqrt(determinant)) - squared / 2
    expect(density.at(3, 1)).toBeCloseTo(expected, 12)
  })

  it('is the same on a grid, and its sum over the plane is one', () => {
    const density = planeDensity(weights, mixture)
    const values = density.onGrid(grid.x, grid.y)
    expect(values[60 * 120 + 50]).toBeCloseTo(density.at(grid.x[50], grid.y[60]), 6)
    const fine = { x: gridLines(1e6 - 12, 1e6 + 14, 1000, []), y: gridLines(-9, 10, 700, []) }
    const cell = (fine.x[1] - fine.x[0]) * (fine.y[1] - fine.y[0])
    const mass = density.onGrid(fine.x, fine.y).reduce((sum, value) => sum + Math.exp(value) * cell, 0)
    expect(mass).toBeCloseTo(1, 4)
  })

  it('of a component that is flat in the plane is finite', () => {
    const flat = { x: 0, y: 0, covariance: { xx: 1, xy: 2, yy: 4 } }
    const line = { x: 0, y: 0, covariance: { xx: 0, xy: 0, yy: 4 } }
    const density = planeDensity(Float64Array.of(0.4, 0.4, 0.2), [flat, line, round])
    expect(Number.isFinite(density.at(1, 1))).toBe(true)
    expect(
      regionLevels(Float64Array.of(0.4, 0.4, 0.2), [flat, line, round], [0.5]).every(Number.isFinite),
    ).toBe(true)
  })
})

describe('the highest-density regions of a mixture', () => {
  it('of one normal are discs of the radius that holds their probability', () => {
    const probabilities = [0.5, 0.8, 0.95]
    const radii = regionLevels(Float64Array.of(1), [round], probabilities).map((level) =>
      Math.sqrt(-2 * (level + Math.log(2 * Math.PI))),
    )
    probabilities.forEach((p, i) => expect(radii[i]).toBeCloseTo(Math.sqrt(-2 * Math.log(1 - p)), 2))
  })

  it('hold the stated share of rows drawn from the mixture', () => {
    const random = createRandom(11)
    const density = planeDensity(weights, mixture)
    const levels = regionLevels(weights, mixture, [0.5, 0.8, 0.95])
    const counts = levels.map(() => 0)
    const rows = 100_000
    for (let i = 0; i < rows; i++) {
      const pick = random.next()
      const { x, y, covariance } = mixture[pick < 0.5 ? 0 : pick < 0.8 ? 1 : 2]
      const [u, v] = [random.normal(), random.normal()]
      const slope = covariance.xy / covariance.xx
      const left = Math.sqrt(covariance.yy - slope * covariance.xy)
      const along = Math.sqrt(covariance.xx) * u
      const at = density.at(x + along, y + slope * along + left * v)
      levels.forEach((level, l) => (counts[l] += at >= level ? 1 : 0))
    }
    counts.forEach((count, l) => expect(Math.abs(count / rows - [0.5, 0.8, 0.95][l])).toBeLessThan(0.006))
  })
})

describe('contour lines', () => {
  it('of a normal density are closed circles of the right radius', () => {
    const x = gridLines(-5, 5, 81, [])
    const values = planeDensity(Float64Array.of(1), [round]).onGrid(x, x)
    const lines = contourLines(x, x, values, -Math.log(2 * Math.PI) - 2)
    expect(lines).toHaveLength(1)
    const [circle] = lines
    expect([...circle.slice(0, 2)]).toEqual([...circle.slice(-2)])
    for (let i = 0; i < circle.length; i += 2) expect(Math.hypot(circle[i], circle[i + 1])).toBeCloseTo(2, 2)
  })

  it('end where the grid ends, and part a saddle by its middle', () => {
    const axis = Float64Array.of(0, 1)
    const open = contourLines(axis, axis, Float64Array.of(0, 1, 0, 1), 0.25)
    expect(open.map((line) => [...line])).toEqual([[0.25, 0, 0.25, 1]])
    expect(contourLines(axis, axis, Float64Array.of(1, 0, 0, 1), 0.4)).toHaveLength(2)
    const sums = contourLines(axis, axis, Float64Array.of(1, 0, 0, 1), 0.6).map((line) => line[0] + line[1])
    expect(sums.sort().map((sum) => Number(sum.toFixed(9)))).toEqual([0.4, 1.6])
  })

  it('round each of two hills that stand apart', () => {
    const x = gridLines(-6, 6, 61, [])
    const hills = [-3, 3].map((at) => ({ ...round, x: at }))
    const values = planeDensity(Float64Array.of(0.5, 0.5), hills).onGrid(x, x)
    expect(contourLines(x, x, values, Math.log(0.04))).toHaveLength(2)
  })
})

describe('the lines of a grid', () => {
  it('are dense where a component would fall between two of them', () => {
    const lines = gridLines(0, 100, 11, [
      { mean: 33, deviation: 0.1 },
      { mean: 50, deviation: 20 },
    ])
    expect(lines).toHaveLength(22)
    expect(lines.filter((line) => Math.abs(line - 33) < 0.31)).toHaveLength(11)
    expect([...lines]).toEqual([...lines].sort((a, b) => a - b))
  })

  it('stay few where very many components are narrow', () => {
    const narrow = Array.from({ length: 100 }, (_, k) => ({ mean: k, deviation: 0.001 }))
    expect(gridLines(0, 100, 101, narrow)).toHaveLength(101)
  })
})
