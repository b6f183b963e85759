import { afterEach, describe, expect, it, vi } from 'vitest'
import type { LabelsView, ModelView, PointsView } from '../../contract/views.ts'
import { drawnBy, saidAt } from './fake-painter.ts'
import { labelsFor, selectedOf, splitByLook } from './clouds.ts'
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
const labels: LabelsView = {
  labels: Uint8Array.of(0, 1, 1, 0),
  uncertainty: new Float32Array(4),
  logDensity: new Float32Array(4),
}
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
  data: Float64Array | number[][]
  label?: { formatter: (item: { dataIndex: number }) => string }
}
const seriesOf = (plan: Parameters<typeof planScatter>[0]) => planScatter(plan)['series'] as Series[]
const drawnOf = (plan: Parameters<typeof planScatter>[0]) => drawnBy(seriesOf(plan)[0] ?? {})
afterEach(() => vi.unstubAllGlobals())

describe('points by what they look like', () => {
  it('keep large values exact and remember which points they are', () => {
    const [first, second] = splitByLook(points, labels.labels, null)
    expect([...(first?.xy ?? [])]).toEqual([1e9, 10, 1e9 + 3, 11])
    expect([...(second?.at ?? [])]).toEqual([1, 2])
  })

  it('are one cloud without labels, or with labels of other points', () => {
    expect(splitByLook(points, null, null)).toMatchObject([{ look: null }])
    expect(labelsFor(points, { ...labels, labels: Uint8Array.of(0) })).toBeNull()
  })

  it('are apart where only some are selected, the selected ones last', () => {
    const clouds = splitByLook(points, labels.labels, Uint8Array.of(1, 0, 0, 0))
    expect(clouds.map(({ look, selected, at }) => [look, selected, ...at])).toEqual([
      [0, false, 3],
      [1, false, 1, 2],
      [0, true, 0],
    ])
  })

  it('nothing stands out where nothing is selected, or the mask is of other points', () => {
    expect(selectedOf(points, new Uint8Array(4))).toBeNull()
    expect(selectedOf(points, Uint8Array.of(1))).toBeNull()
  })
})

describe('the cluster plot', () => {
  it('has for each component its points, its outlines at 1 and 2 sigma and its numbered centre', () => {
    const series = seriesOf({ points, labels, model, theme: LIGHT })
    expect(series.map((each) => each.id)).toEqual([
      'points',
      'outline-0-1',
      'outline-0-2',
      'outline-1-1',
      'outline-1-2',
      'centres',
    ])
    expect(drawnOf({ points, labels, model, theme: LIGHT })).toHaveLength(4)
    const outline = series.find((each) => each.id === 'outline-0-2')?.data as Float64Array
    expect(Math.max(...outline.filter((value, at) => at % 2 === 0 && !Number.isNaN(value)))).toBeCloseTo(
      1e9 + 4,
      5,
    )
    const centres = series.find((each) => each.id === 'centres')
    expect(centres?.data).toMatchObject([{ value: [1e9, 10] }, { value: [1e9 + 2, 11] }])
    expect(centres?.label?.formatter({ dataIndex: 1 })).toBe('2')
  })

  it('has two series for all the outlines of one colour, however many components wear it', () => {
    const series = seriesOf({ points, labels, model, styles: [0, 8], theme: LIGHT })
    const [near, far, more] = series.filter(({ id }) => id.startsWith('outline'))
    expect(more).toBeUndefined()
    const breaks = [near, far].map((each) => (each?.data as Float64Array).filter(Number.isNaN).length / 2)
    expect(breaks).toEqual([2, 2])
  })

  it('tells clusters apart by shape as well as by colour', () => {
    const drawn = drawnOf({ points, labels, model, theme: LIGHT })
    const [first, second] = [drawn[0], drawn[3]]
    expect(first?.symbol).not.toBe(second?.symbol)
    expect(first?.color).not.toBe(second?.color)
  })

  it('wears the colours and numbers that its components keep', () => {
    const own = drawnOf({ points, labels, model, theme: LIGHT })
    const swapped = { points, labels, model, styles: [1, 0], theme: LIGHT }
    expect(drawnOf(swapped)[0]?.color).toBe(own[3]?.color)
    expect(seriesOf(swapped).at(-1)?.label?.formatter({ dataIndex: 0 })).toBe('2')
  })

  it('says of a point its row, its cluster by number and name, and the value that colours it', () => {
    const nameOf = (style: number) => (style === 2 ? 'small' : '')
    const values = Float32Array.of(0.5, 0, 0, 0)
    const colouring = {
      kind: 'value',
      values,
      range: [0, 1],
      name: 'uncertainty',
      scale: 'sequential',
    } as const
    vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) })
    const [drawn] = seriesOf({ points, labels, model, styles: [2, 0], nameOf, colouring, theme: LIGHT })
    expect(saidAt(drawn ?? {}, 1e9, 10)).toBe(
      'row 1 · cluster 3 small\nweight 1e9\nheight 10\nuncertainty 0.5',
    )
  })

  it('dims what is not selected', () => {
    const drawn = drawnOf({ points, labels, model, selected: Uint8Array.of(1, 0, 0, 0), theme: LIGHT })
    const last = drawn.at(-1)
    expect([last?.x, last?.y]).toEqual([1e9, 10])
    for (const { opacity } of drawn.slice(0, 3)) expect(opacity).toBeLessThan((last?.opacity ?? 0) / 4)
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
  const crowdLabels = {
    labels: new Uint8Array(n),
    uncertainty: new Float32Array(n),
    logDensity: new Float32Array(n),
  }
  const option = planScatter({ points: crowd, labels: crowdLabels, model, theme: LIGHT })
  const [first, second] = option['series'] as { id: string; type: string }[]
  expect([first?.type, second?.id]).toEqual(['custom', 'casings'])
  expect(option['tooltip']).toEqual({ show: false })
})
