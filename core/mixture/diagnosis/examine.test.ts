import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { equalRows } from './equal-rows.ts'
import { examine } from './examine.ts'
import { spreadsOf } from './moments.ts'

const random = createRandom(7)
const noise = (count: number, sd: number) =>
  Float64Array.from({ length: count }, () => sd * Math.sqrt(12) * (random.next() - 0.5))
const rowsOf = (from: number, to: number) => Uint32Array.from({ length: to - from }, (_, i) => from + i)
const all = rowsOf(0, 200)

/** 200 rows of which the first 40 are the component. */
function causes(columns: Float64Array[], members = rowsOf(0, 40), needed = columns.length + 1) {
  return examine(columns, members, spreadsOf(columns, all), needed)
}

describe('why a component is degenerate', () => {
  it('a column with one value within the component is told with that value', () => {
    const y = noise(200, 1)
    y.fill(0.2, 0, 40)
    expect(causes([noise(200, 1), y, noise(200, 1)]).causes).toEqual([
      { kind: 'constant', column: 1, value: 0.2 },
    ])
  })

  it('columns that depend on each other within the component are told by the equation', () => {
    const x = noise(200, 1)
    const e = noise(200, 1)
    const y = x.map((value, i) => (i < 40 ? 2 * value + 5 : 2 * e[i] + 5))
    const [cause] = causes([x, noise(200, 1), y]).causes
    expect(cause).toMatchObject({ kind: 'collinear', columns: [2, 0] })
    if (cause.kind !== 'collinear') throw new Error('another cause')
    expect(cause.slopes[0]).toBeCloseTo(2, 10)
    expect(cause.intercept).toBeCloseTo(5, 10)
  })

  it('three columns of which one is the sum of the others are told by it', () => {
    const [x, y, e] = [noise(200, 1), noise(200, 1), noise(200, 1)]
    const z = x.map((value, i) => (i < 40 ? value + y[i] : 1.4 * e[i]))
    const [cause] = causes([x, y, z, noise(200, 1)]).causes
    if (cause.kind !== 'collinear') throw new Error('another cause')
    expect(cause.columns).toHaveLength(3)
    const [target, ...others] = cause.columns
    for (const row of [0, 17, 39]) {
      const columns = [x, y, z]
      const told = others.reduce((sum, j, at) => sum + cause.slopes[at] * columns[j][row], cause.intercept)
      expect(told).toBeCloseTo(columns[target][row], 10)
    }
  })

  it('a column that takes two close values is told by them, and one that hardly varies by its widths', () => {
    const codes = noise(200, 1)
    for (let i = 0; i < 40; i++) codes[i] = i % 2 === 0 ? 0.1 : 0.15
    expect(causes([noise(200, 1), codes]).causes).toEqual([
      { kind: 'discrete', column: 1, values: [0.1, 0.15] },
    ])
    const slim = noise(200, 1)
    for (let i = 0; i < 40; i++) slim[i] = 3 + i / 10_000
    const [cause] = causes([slim, noise(200, 1)]).causes
    expect(cause).toMatchObject({ kind: 'narrow', column: 0 })
  })

  it('fewer different rows than the covariance needs are counted, and the equal ones named', () => {
    const columns = [noise(200, 1), noise(200, 1)]
    for (const column of columns) column[12] = column[40] = column[41] = 1
    const found = causes(columns, Uint32Array.of(12, 40, 41, 50))
    expect(found.causes).toEqual([
      { kind: 'few-rows', rows: 4, distinct: 2, needed: 3 },
      { kind: 'duplicates', rows: 3, groups: [[12, 40, 41]] },
    ])
    expect([...found.rows]).toEqual([12, 40, 41])
  })

  it('equal rows of a component that has enough others are told where they are half of it, and not where they are fewer', () => {
    const twinsAmong = (pairs: number) => {
      const columns = [noise(200, 1), noise(200, 1)]
      for (const column of columns) for (let i = 0; i < pairs; i++) column[2 * i + 1] = column[2 * i]
      return causes(columns)
    }
    const half = twinsAmong(10)
    expect(half.causes).toMatchObject([{ kind: 'duplicates', rows: 20 }])
    expect([...half.rows]).toEqual([...rowsOf(0, 20)])
    const fewer = twinsAmong(9)
    expect(fewer.causes).toEqual([])
    expect(fewer.rows).toHaveLength(40)
  })

  describe('rows with gaps', () => {
    const gappy = (columns: Float64Array[]) =>
      columns.map((column, j) => column.map((value, i) => (i % columns.length === j ? NaN : value)))

    it('count as rows, those that are equal gap for gap as one', () => {
      const sound = causes(gappy([noise(200, 1), noise(200, 1), noise(200, 1)]))
      expect(sound).toEqual({ causes: [], rows: rowsOf(0, 40) })
      const columns = [noise(200, 1), noise(200, 1)]
      for (const [j, column] of columns.entries()) column[0] = column[2] = j === 0 ? NaN : 5
      expect(causes(columns, rowsOf(0, 3)).causes).toEqual([
        { kind: 'few-rows', rows: 3, distinct: 2, needed: 3 },
        { kind: 'duplicates', rows: 2, groups: [[0, 2]] },
      ])
    })

    it('tell of a column by the values it has', () => {
      const [flat, slim, single] = [noise(200, 1), noise(200, 1), noise(200, 1)]
      flat.fill(0.2, 0, 40)
      for (let i = 0; i < 40; i++) slim[i] = 3 + i / 10_000
      single.fill(NaN, 1, 40)
      const [a, b] = gappy([noise(200, 1), noise(200, 1)])
      expect(causes([a, b, single, flat]).causes).toEqual([{ kind: 'constant', column: 3, value: 0.2 }])
      expect(causes([a, b, single, slim]).causes).toMatchObject([{ kind: 'narrow', column: 3 }])
    })

    it('tell what columns have in common where most are complete, and claim nothing from a few', () => {
      const x = noise(200, 1)
      const y = x.map((value, i) => (i < 40 ? 2 * value : 3 * value * (i % 2)))
      const without = (from: number) => x.map((value, i) => (i >= from && i < 40 ? NaN : value))
      expect(causes([without(25), y]).causes).toMatchObject([{ kind: 'collinear' }])
      expect(causes([without(10), y]).causes).toEqual([])
    })
  })

  it('a sound component has nothing at fault', () => {
    expect(causes([noise(200, 1), noise(200, 1)]).causes).toEqual([])
  })

  it('work ends where it is told to', () => {
    const end = () => {
      throw new RangeError('ended')
    }
    expect(() => examine([noise(200, 1)], all, Float64Array.of(1), 2, end)).toThrow('ended')
  })
})

it('equal rows are found whatever the order, zeros of both signs alike, and the largest groups come first', () => {
  const x = Float64Array.of(1, 0, 1, -0, 2, 1, 0, 0)
  const { distinct, repeated, groups } = equalRows([x], rowsOf(0, 8))
  expect(distinct).toBe(3)
  expect([...repeated]).toEqual([0, 1, 2, 3, 5, 6, 7])
  expect(groups).toEqual([
    [1, 3, 6, 7],
    [0, 2, 5],
  ])
})
