import { describe, expect, it } from 'vitest'
import type { LabelsView, ModelView, PointsView } from '../../contract/views.ts'
import { splitByLabel } from './clouds.ts'
import { describeScatter, planScatter } from './scatter.ts'
import { LIGHT } from './theme.ts'

const points: PointsView = {
  x: Float32Array.of(0, 1, 2, 3),
  y: Float32Array.of(0, 0, 1, 1),
  centre: { x: 1e9, y: 10 },
  rows: Uint32Array.of(0, 2, 4, 6),
  usable: 4,
  axisNames: { x: 'weight', y: 'height' },
  projection: { basis: Float64Array.of(1, 0, 0, 1), origin: Float64Array.of(0, 0) },
}
const labels: LabelsView = { labels: Uint8Array.of(0, 1, 1, 0), uncertainty: new Float32Array(4) }
const model: ModelView = {
  fit: 'f',
  restart: 'r',
  columns: ['weight', 'height'],
  weights: Float64Array.of(0.5, 0.5),
  means: Float64Array.of(1e9, 10, 1e9 + 2, 11),
  covariances: Float64Array.of(4, 0, 0, 1, 4, 0, 0, 1),
  sizes: [2, 2],
}
interface Series {
  id: string
  symbol?: string
  data: Float64Array | number[][]
  itemStyle?: { color: string }
  label?: { formatter: (item: { dataIndex: number }) => string }
}
const seriesOf = (plan: Parameters<typeof planScatter>[0]) => planScatter(plan)['series'] as Series[]

describe('points by cluster', () => {
  it('keep large values exact and remember their rows', () => {
    const [first, second] = splitByLabel(points, labels)
    expect([...(first?.xy ?? [])]).toEqual([1e9, 10, 1e9 + 3, 11])
    expect([...(second?.rows ?? [])]).toEqual([2, 4])
  })

  it('are one cloud without labels, or with labels of other points', () => {
    expect(splitByLabel(points, null)).toHaveLength(1)
    expect(splitByLabel(points, { ...labels, labels: Uint8Array.of(0) })[0]?.component).toBeNull()
  })

  it('an empty cluster has an empty cloud', () => {
    const gap = { ...labels, labels: Uint8Array.of(0, 2, 2, 0) }
    expect(splitByLabel(points, gap).map((cloud) => cloud.rows.length)).toEqual([2, 0, 2])
  })
})

describe('the cluster plot', () => {
  it('has for each component its points, its outlines at 1 and 2 sigma and its numbered centre', () => {
    const series = seriesOf({ points, labels, model, theme: LIGHT })
    expect(series.map((each) => each.id)).toEqual([
      'points-0',
      'points-1',
      'outline-0-1',
      'outline-0-2',
      'outline-1-1',
      'outline-1-2',
      'centres',
    ])
    const outline = series.find((each) => each.id === 'outline-0-2')?.data as Float64Array
    expect(Math.max(...outline.filter((_, at) => at % 2 === 0))).toBeCloseTo(1e9 + 4, 5)
    const centres = series.find((each) => each.id === 'centres')
    expect(centres?.data).toMatchObject([{ value: [1e9, 10] }, { value: [1e9 + 2, 11] }])
    expect(centres?.label?.formatter({ dataIndex: 1 })).toBe('2')
  })

  it('tells clusters apart by shape as well as by colour', () => {
    const [first, second] = seriesOf({ points, labels, model, theme: LIGHT })
    expect(first?.symbol).not.toBe(second?.symbol)
    expect(first?.itemStyle?.color).not.toBe(second?.itemStyle?.color)
  })

  it('can wear the colours of another solution', () => {
    const own = seriesOf({ points, labels, model, theme: LIGHT })
    const swapped = seriesOf({ points, labels, model, styles: [1, 0], theme: LIGHT })
    expect(swapped[0]?.itemStyle?.color).toBe(own[1]?.itemStyle?.color)
  })

  it('says in words what it shows', () => {
    expect(describeScatter(points, model, 'solution A')).toBe(
      'Scatter of height against weight for solution A, 4 rows by cluster. Cluster sizes: 2, 2.',
    )
  })
})

it('a crowd is one series that paints a picture, and has no tooltips', () => {
  const n = 6_000
  const crowd = {
    ...points,
    x: new Float32Array(n).fill(1),
    y: new Float32Array(n),
    rows: new Uint32Array(n),
  }
  const crowdLabels = { labels: new Uint8Array(n), uncertainty: new Float32Array(n) }
  const option = planScatter({ points: crowd, labels: crowdLabels, model, theme: LIGHT })
  const [first, second] = option['series'] as { id: string; type: string }[]
  expect([first?.type, second?.id]).toEqual(['custom', 'casings'])
  expect(option['tooltip']).toEqual({ show: false })
})
