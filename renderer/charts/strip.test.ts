import { expect, it } from 'vitest'
import type { PointsView } from '../../contract/views.ts'
import { planClusters } from './clusters.ts'
import { LIGHT } from './theme.ts'

const points: PointsView = {
  x: Float32Array.of(-1, 0, 1),
  y: Float32Array.of(-1, 0, 1),
  centre: { x: 5, y: 5 },
  rows: Uint32Array.of(0, 1, 2),
  usable: 3,
  axisNames: { x: 'age', y: 'age' },
  projection: { basis: Float64Array.of(1, 1), origin: Float64Array.of(0) },
}

it('one column is drawn as the densities of its components, with the rows beneath', () => {
  const model = {
    fit: 'f',
    restart: 'r',
    columns: ['age'],
    weights: Float64Array.of(1),
    means: Float64Array.of(5),
    covariances: Float64Array.of(0.25),
    sizes: [3],
  }
  const [rows, density] = planClusters({ points, labels: null, model, theme: LIGHT })['series'] as {
    id: string
    data: Float64Array
  }[]
  expect(density?.id).toBe('density-0')
  expect(Math.max(...(density?.data ?? []).filter((_, at) => at % 2 === 1))).toBeCloseTo(0.79788, 3)
  expect([...(rows?.data ?? [])].filter((_, at) => at % 2 === 1).every((y) => y < 0)).toBe(true)
})
