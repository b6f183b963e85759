import { describe, expect, it } from 'vitest'
import type { ModelView } from '../../contract/views.ts'
import { describeMatrix, planMatrix } from './matrix.ts'
import { panelsOf, type MatrixPlan } from './matrix-plan.ts'
import { LIGHT } from './theme.ts'

const column = (name: string, at: number, centre: number) => ({
  name,
  at,
  values: Float32Array.of(-2, -1, 0, 1, 2),
  centre,
})
const model: ModelView = {
  fit: 'f',
  restart: 'r',
  columns: ['a', 'b', 'c'],
  weights: Float64Array.of(0.75, 0.25),
  means: Float64Array.of(1, 2, 3, 4, 5, 6),
  covariances: Float64Array.of(4, 0, 1, 0, 9, 0, 1, 0, 1, 4, 0, 1, 0, 9, 0, 1, 0, 1),
  sizes: [4, 1],
}
const plan: MatrixPlan = {
  columns: [column('c', 2, 1e9), column('a', 0, 0)],
  worn: { of: Uint8Array.of(0, 0, 0, 0, 1), looks: [{ color: '#000000', symbol: 'circle' }] },
  selected: null,
  weights: null,
  model,
  ellipses: true,
  theme: LIGHT,
}
interface Series {
  id: string
  data: number[][]
  renderItem: (
    params: { dataIndex: number },
    api: { coord: (at: number[]) => number[] },
  ) => {
    shape: { points: number[][] }
  }
}
const drawn = (changes: Partial<MatrixPlan> = {}) => {
  const option = planMatrix({ ...plan, ...changes })
  const series = option['series'] as Series[]
  return { option, series, of: (id: string) => series.find((each) => each.id === id) }
}
const pointsOf = (series: Series | undefined, dataIndex: number) =>
  series?.renderItem({ dataIndex }, { coord: (at) => at }).shape.points ?? []

describe('the scatter matrix', () => {
  it('has a panel for each pair of columns and one on the diagonal for each column', () => {
    expect(panelsOf(6)).toHaveLength(21)
    const { option, series } = drawn()
    expect(option['grid']).toHaveLength(3)
    expect(series.map(({ id }) => id)).toEqual([
      'density-0',
      'title-0',
      'points-1',
      'outlines-1',
      'density-2',
      'title-2',
    ])
  })

  it('draws each component as it is in the two columns of the panel, whatever their order', () => {
    const outlines = drawn().of('outlines-1')
    expect(outlines?.data).toHaveLength(4)
    const [xs, ys] = [0, 1].map((axis) => pointsOf(outlines, 1).map((point) => point[axis] ?? NaN))
    /* Twice the standard deviations of c (1) and a (2) about their means 3 and 1. */
    expect([Math.min(...(xs ?? [])), Math.max(...(xs ?? []))].map((x) => Math.round(100 * x) / 100)).toEqual([
      1, 5,
    ])
    expect(Math.max(...(ys ?? []))).toBeCloseTo(5, 1)
  })

  it('draws no ellipses where they are not wanted or there is no model yet', () => {
    expect(drawn({ ellipses: false }).of('outlines-1')?.data).toHaveLength(0)
    expect(drawn({ model: null }).of('outlines-1')?.data).toHaveLength(0)
  })

  it('has on the diagonal the histogram, the part of it that is selected, the sum and each component', () => {
    expect(drawn().of('density-2')?.data).toHaveLength(4)
    expect(drawn({ selected: Uint8Array.of(1, 0, 0, 0, 0) }).of('density-2')?.data).toHaveLength(5)
  })

  it('counts rows by their weights in the histograms, on axes as high as rows written as often give', () => {
    const weights = Float32Array.of(3, 1, 1, 1, 2)
    const written = Float32Array.of(-2, -2, -2, -1, 0, 1, 2, 2)
    const heights = (option: ReturnType<typeof drawn>['option']) => {
      const [first] = option['yAxis'] as { max: number }[]
      return first?.max
    }
    const columns = plan.columns.map((each) => ({ ...each, values: written }))
    expect(heights(drawn({ weights }).option)).toBeCloseTo(heights(drawn({ columns }).option) ?? NaN, 9)
    expect(heights(drawn({ weights }).option)).not.toBe(heights(drawn().option))
  })

  it('shows no more of an axis than the rows take, with round numbers on it', () => {
    const { option } = drawn()
    const [, axis] = option['xAxis'] as { min: number; max: number; axisLabel: { customValues: number[] } }[]
    expect([(axis?.min ?? 0) - 1e9, (axis?.max ?? 0) - 1e9].map((x) => Math.round(100 * x) / 100)).toEqual([
      -2.08, 2.08,
    ])
    expect(axis?.axisLabel.customValues.map((value) => value - 1e9)).toEqual([-2, 0, 2])
  })

  it('has no axis with one number alone', () => {
    const columns = plan.columns.map((each) => ({
      ...each,
      values: Float32Array.of(-4.4, 0, 4.5),
      centre: 0,
    }))
    const [, axis] = drawn({ columns }).option['xAxis'] as { axisLabel: { customValues: number[] } }[]
    expect(axis?.axisLabel.customValues).toEqual([-4, -2, 0, 2, 4])
  })

  it('writes large and small numbers briefly, and no long one where the next panel begins', () => {
    const of = (...values: number[]) => {
      const columns = plan.columns.map((each) => ({ ...each, values: Float32Array.from(values), centre: 0 }))
      const [, axis] = drawn({ columns }).option['xAxis'] as {
        axisLabel: { customValues: number[]; formatter: (value: number) => string }
      }[]
      return axis?.axisLabel.customValues.map(axis.axisLabel.formatter)
    }
    expect(of(23_810, 5e7)).toEqual(['0', '2e7', '4e7'])
    expect(of(9e-8, 5.1e-5)).toEqual(['0', '2e−5', '4e−5'])
    expect(of(5e8, 1.51e10)).toEqual(['5e9', '1e10'])
    expect(of(0.1, 0.9)).toEqual(['0.2', '0.4', '0.6', '0.8'])
  })

  it('draws only the wider outlines where there would be very many', () => {
    const k = 100
    const many = {
      ...model,
      weights: new Float64Array(k).fill(1 / k),
      means: new Float64Array(3 * k),
      covariances: new Float64Array(9 * k).fill(1),
    }
    const columns = [0, 1, 2, 0, 1, 2].map((at, i) => column(`${i}`, at, 0))
    expect(drawn({ model: many, columns }).of('outlines-1')?.data).toHaveLength(k)
  })

  it('says in words what it shows', () => {
    expect(describeMatrix(['c', 'a'], 5, 'solution A')).toContain(
      'Scatter matrix of c, a for solution A, 5 rows',
    )
  })
})
