import { describe, expect, it } from 'vitest'
import type { ModelView } from '../../contract/views.ts'
import { describeProfiles, planProfiles, type ProfilesPlan } from './profiles.ts'
import { DARK } from './theme.ts'

const model: ModelView = {
  fit: 'f',
  restart: 'r',
  columns: ['a', 'b', 'c'],
  weights: Float64Array.of(0.5, 0.5),
  means: Float64Array.of(10, 0, 7, 30, 4, 7),
  covariances: Float64Array.of(25, 0, 0, 0, 1, 0, 0, 0, 0, 25, 0, 0, 0, 1, 0, 0, 0, 0),
  sizes: [5, 5],
}
const plan: ProfilesPlan = {
  columns: [
    { name: 'b', at: 1, mean: 2, deviation: 2 },
    { name: 'a', at: 0, mean: 20, deviation: 10 },
    { name: 'c', at: 2, mean: 7, deviation: 0 },
  ],
  model,
  rows: null,
  theme: DARK,
}
interface Series {
  id: string
  data: Float64Array | number[][]
  symbol?: string
  renderItem: (
    params: { dataIndex: number },
    api: { coord: (at: number[]) => number[]; getWidth: () => number },
  ) => {
    shape: { points: number[][] }
    children: { style: { text: string; width?: number } }[]
  }
}
const drawn = (changes: Partial<ProfilesPlan> = {}) => {
  const option = planProfiles({ ...plan, ...changes })
  return { option, of: (id: string) => (option['series'] as Series[]).find((each) => each.id === id) }
}
const item = (series: Series | undefined, dataIndex: number) =>
  series?.renderItem({ dataIndex }, { coord: (at) => at, getWidth: () => 100 })
/** With so many pixels between two axes, the first of them 20 from the left edge. */
const nameAt = (dataIndex: number, room: number, columns: ProfilesPlan['columns']) =>
  drawn({ columns })
    .of('axis-texts')
    ?.renderItem(
      { dataIndex },
      { coord: ([at = 0]) => [20 + at * room, 0], getWidth: () => 40 + room * (columns.length - 1) },
    ).children[0]?.style

describe('the profiles of clusters', () => {
  it('have the mean of each component in every column, in standard deviations from its mean', () => {
    expect([...(drawn().of('profile-1')?.data ?? [])]).toEqual([0, 1, 1, 1, 2, 0])
    expect(drawn().of('profile-0')?.symbol).not.toBe(drawn().of('profile-1')?.symbol)
  })

  it('have a band of one standard deviation of the component about it', () => {
    const band = item(drawn().of('bands'), 0)
    expect(band?.shape.points).toEqual([
      [0, -0.5],
      [1, -0.5],
      [2, 0],
      [2, 0],
      [1, -1.5],
      [0, -1.5],
    ])
  })

  it('have rows in place of the bands where they are wanted', () => {
    const rows = {
      columns: plan.columns.map(({ mean }) => ({ values: Float32Array.of(1, 2), centre: mean })),
      worn: { of: Uint8Array.of(1, 0), looks: [] },
      selected: null,
    }
    const { of } = drawn({ rows })
    expect(of('bands')?.data).toHaveLength(0)
    expect(item(of('rows'), 1)?.shape.points).toEqual([
      [0, 1],
      [1, 0.2],
      [2, 0],
    ])
  })

  it('reach three standard deviations, and further where a component does', () => {
    expect(drawn().option['yAxis']).toMatchObject({ min: -3, max: 3 })
    const far = { ...model, means: Float64Array.of(10, 0, 7, 75, 4, 7) }
    expect(drawn({ model: far }).option['yAxis']).toMatchObject({ min: -6, max: 6 })
  })

  it('have the units of each column on its axis, none on a constant one, and the numbers of the clusters at the end', () => {
    const texts = (at: number) => item(drawn().of('axis-texts'), at)?.children.map(({ style }) => style.text)
    expect(texts(1)).toEqual(['a', '0', '20', '40'])
    expect(texts(2)).toEqual(['c'])
    const ends = item(drawn({ styles: [4, 0] }).of('end-numbers'), 0)?.children
    expect(ends?.map(({ style }) => style.text)).toEqual(['5', '1'])
  })

  it('write 0 where an axis passes it, however small the others are', () => {
    const [column] = plan.columns
    const columns = plan.columns.map(() => ({ ...column, mean: 5.88e-6, deviation: 8.2e-6 }))
    const texts = item(drawn({ columns }).of('axis-texts'), 0)?.children.map(({ style }) => style.text)
    expect(texts).toContain('0')
  })

  it('have names that are cut where the picture ends', () => {
    const [column] = plan.columns
    const columns = Array.from({ length: 3 }, () => ({ ...column, name: 'a name that is long' }))
    expect([0, 1, 2].map((at) => nameAt(at, 120, columns)?.width)).toEqual([36, 112, 36])
  })

  it('leave out names that would lie on each other', () => {
    const [column] = plan.columns
    const columns = Array.from({ length: 9 }, (_, at) => ({ ...column, name: `n${at}` }))
    const names = (room: number) => columns.map((_, at) => nameAt(at, room, columns)?.text)
    expect(names(20)).toEqual(columns.map(({ name }) => name))
    expect(names(9)).toEqual(['n0', '', 'n2', '', 'n4', '', 'n6', '', 'n8'])
  })

  it('say in words what they show', () => {
    expect(describeProfiles(['b', 'a'], 2, 'solution A')).toMatch(
      /^Profiles of 2 clusters of solution A over b, a/,
    )
  })
})
