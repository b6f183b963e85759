import { describe, expect, it } from 'vitest'
import type { ModelView, PointsView } from '../../contract/views.ts'
import { planClusters } from './clusters.ts'
import type { ScatterPlan, Shown } from './scatter.ts'
import { LIGHT } from './theme.ts'

const points: PointsView = {
  x: Float32Array.from({ length: 100 }, (_, i) => (i % 10) - 4.5),
  y: Float32Array.from({ length: 100 }, (_, i) => Math.floor(i / 10) - 4.5),
  centre: { x: 1e6, y: 0 },
  rows: new Uint32Array(100),
  usable: 100,
  axisNames: { x: 'a', y: 'b' },
  projection: { basis: Float64Array.of(1, 0, 0, 1), origin: new Float64Array(2) },
}
const model: ModelView = {
  fit: 'f',
  restart: 'r',
  columns: ['a', 'b'],
  weights: Float64Array.of(1),
  means: Float64Array.of(1e6, 0),
  covariances: Float64Array.of(2, 0, 0, 2),
  sizes: [100],
}
const plan = (show: Partial<Shown>, changes: Partial<ScatterPlan> = {}): ScatterPlan => ({
  points,
  labels: null,
  model,
  theme: LIGHT,
  show: { ellipses: false, contours: false, marginals: false, ...show },
  ...changes,
})
interface Series {
  id: string
  data: { name?: string; value?: number[] }[]
  xAxisIndex?: number
  renderItem: (
    params: { dataIndex: number },
    api: { coord: (at: number[]) => number[] },
  ) => {
    shape: { points: number[][] }
  }
}
const seriesOf = (from: ScatterPlan) => planClusters(from)['series'] as Series[]
const idsOf = (from: ScatterPlan) => seriesOf(from).map(({ id }) => id)

describe('what a scatter shows besides the points', () => {
  it('is what is switched on, and the numbers of the components with it', () => {
    expect(idsOf(plan({}))).toEqual(['points'])
    expect(idsOf(plan({ ellipses: true }))).toEqual(['points', 'outline-0-1', 'outline-0-2', 'centres'])
    expect(idsOf(plan({ contours: true }))).toEqual([
      'points',
      'contour-casings',
      'contours',
      'contour-shares',
      'centres',
    ])
    expect(idsOf(plan({ marginals: true }))).toEqual(['points', 'marginal-x', 'marginal-y'])
  })

  it('is nothing but points and histograms while there is no model', () => {
    const ids = idsOf(plan({ ellipses: true, contours: true, marginals: true }, { model: null }))
    expect(ids).toEqual(['points', 'marginal-x', 'marginal-y'])
  })
})

describe('contours in a plot', () => {
  it('lie where the regions of 50, 80 and 95 % end, and say what they hold', () => {
    const series = seriesOf(plan({ contours: true }))
    const shares = series.find(({ id }) => id === 'contour-shares')
    expect(shares?.data.map(({ name }) => name)).toEqual(['50 %', '80 %', '95 %'])
    const heights = shares?.data.map(({ value }) => value?.[1] ?? 0) ?? []
    ;[0.5, 0.8, 0.95].forEach((p, i) => expect(heights[i]).toBeCloseTo(2 * Math.sqrt(-Math.log(1 - p)), 1))
  })
})

describe('marginals', () => {
  it('lie beside the plot on axes of their own that follow its zoom', () => {
    const option = planClusters(plan({ marginals: true }))
    expect(option['grid']).toHaveLength(3)
    const zoom = option['dataZoom'] as { xAxisIndex?: number[]; yAxisIndex?: number[] }[]
    expect([zoom[0]?.xAxisIndex, zoom[1]?.yAxisIndex]).toEqual([
      [0, 1],
      [0, 2],
    ])
    const xAxis = option['xAxis'] as { min: number; max: number }[]
    expect([xAxis[1]?.min, xAxis[1]?.max]).toEqual([xAxis[0]?.min, xAxis[0]?.max])
  })

  it('of the vertical axis are turned on their side', () => {
    const side = seriesOf(plan({ marginals: true })).find(({ id }) => id === 'marginal-y')
    const bars = side?.renderItem({ dataIndex: 0 }, { coord: (at) => at }).shape.points ?? []
    expect(bars[0]).toEqual([0, -4.5])
    expect(Math.max(...bars.map(([density = 0]) => density))).toBeLessThan(0.3)
  })

  it('keep the same scale whatever the model, so that nothing jumps from restart to restart', () => {
    const narrow = { ...model, covariances: Float64Array.of(1e-6, 0, 0, 1e-6) }
    const axes = (of: ModelView) => planClusters(plan({ marginals: true }, { model: of }))['yAxis']
    expect(JSON.stringify(axes(narrow))).toBe(JSON.stringify(axes(model)))
  })
})

describe('marginals of rows with weights', () => {
  it('have the axis, and the histogram, of the rows drawn as often as they weigh', () => {
    const twice = (values: Float32Array) => Float32Array.from([...values].flatMap((value) => [value, value]))
    const doubled = { ...points, x: twice(points.x), y: twice(points.y), rows: new Uint32Array(200) }
    const moments = { means: new Float64Array(2), deviations: new Float64Array(2) }
    const weighted = { ...points, weighted: { counts: new Float32Array(100).fill(2), ...moments } }
    const [one, other] = [weighted, doubled].map((from) =>
      planClusters(plan({ marginals: true }, { points: from })),
    )
    const top = (option: typeof one) => (option?.['yAxis'] as { max: number }[])[1]?.max
    expect(top(one)).toBeCloseTo(top(other) ?? NaN, 9)
    const outline = (option: typeof one) => {
      const series = (option?.['series'] as Series[]).find(({ id }) => id === 'marginal-x')
      return series?.renderItem({ dataIndex: 0 }, { coord: (at) => at }).shape.points
    }
    expect(outline(one)).toEqual(outline(other))
    const uneven = new Float32Array(100).fill(1).fill(5, 0, 10)
    const heavy = { ...points, weighted: { counts: uneven, ...moments } }
    expect(outline(planClusters(plan({ marginals: true }, { points: heavy })))).not.toEqual(outline(one))
  })
})
