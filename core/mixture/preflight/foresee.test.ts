import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import type { Asked, Concern, Looked } from './concern.ts'
import { foresee } from './foresee.ts'

const asked = (changes: Partial<Asked> = {}): Asked => ({
  components: { from: 1, to: 3 },
  covariances: ['VVV'],
  scaling: 'none',
  prior: 'none',
  eigenvalueRatio: null,
  regularisation: { kind: 'relative', value: 1e-6 },
  ...changes,
})
const random = createRandom(7)
const N = 400
const normal = (n = N) => Float64Array.from({ length: n }, () => random.normal())
const columnsOf = (...values: ArrayLike<number>[]): Looked[] =>
  values.map((each, index) => ({ index, identifier: '', values: Float64Array.from(each) }))
const seen = (columns: Looked[], changes: Partial<Asked> = {}): Concern[] =>
  foresee(columns, asked(changes)).concerns

const a = normal()
const b = normal()

describe('what will go wrong', () => {
  it('is nothing with plain columns', () => {
    expect(foresee(columnsOf(a, b), asked())).toEqual({ rowsUsed: N, concerns: [] })
  })

  it('is too few rows for the parameters, with the most components that are safe', () => {
    const few = columnsOf(a.subarray(0, 20), b.subarray(0, 20))
    expect(seen(few, { components: { from: 1, to: 9 }, covariances: ['VVV', 'EEE'] })).toEqual([
      {
        kind: 'few-rows',
        rows: 20,
        components: 9,
        perComponent: 20 / 9,
        least: 3,
        models: [
          { covariance: 'VVV', parameters: 53, safe: 3 },
          { covariance: 'EEE', parameters: 29, safe: 6 },
        ],
      },
    ])
    expect(seen(few, { components: { from: 1, to: 3 } })).toEqual([])
  })

  it('is not even one component where a full covariance has more parameters than rows', () => {
    const wide = columnsOf(...Array.from({ length: 6 }, () => normal(12)))
    expect(seen(wide, { components: { from: 1, to: 1 } })).toMatchObject([
      { kind: 'few-rows', models: [{ parameters: 27, safe: 0 }] },
    ])
  })

  it('is fewer different points than components', () => {
    const two = Float64Array.from({ length: 40 }, (_, i) => (i % 2) + 0.5)
    expect(seen(columnsOf(two), { covariances: ['EII'] })).toEqual([
      { kind: 'few-points', points: 2, components: 3 },
    ])
  })

  it('is a constant column', () => {
    expect(seen(columnsOf(a, new Float64Array(N).fill(7)))).toEqual([
      { kind: 'constant', column: 1, value: 7 },
    ])
  })

  it('is a column that is constant in the rows used alone', () => {
    const half = a.map((value, i) => (i % 2 === 0 ? value : NaN))
    const flat = b.map((value, i) => (i % 2 === 0 ? 7 : value))
    expect(seen(columnsOf(half, flat)).map(({ kind }) => kind)).toEqual(['constant', 'missing-cells'])
  })

  it('is an identifier, by its profile or because it rises from row to row', () => {
    const known = { ...columnsOf(b)[0], index: 1, identifier: 'numbers the rows' }
    expect(seen([...columnsOf(a), known])).toEqual([
      { kind: 'identifier', column: 1, reason: 'numbers the rows' },
    ])
    const rising = Float64Array.from({ length: N }, (_, i) => 1000 + 3 * i)
    expect(seen(columnsOf(a, rising))).toMatchObject([{ kind: 'identifier', column: 1 }])
    expect(
      seen(
        columnsOf(
          a,
          rising.map((v) => -v),
        ),
      ),
    ).toMatchObject([{ kind: 'identifier', column: 1 }])
  })

  it('is a code of few whole numbers', () => {
    const code = Float64Array.from({ length: N }, (_, i) => 1 + ((i * 7) % 5))
    expect(seen(columnsOf(a, code))).toEqual([{ kind: 'code', column: 1, values: 5 }])
    expect(
      seen(
        columnsOf(
          a,
          code.map((value) => value / 10),
        ),
      ),
    ).toEqual([])
  })

  it('is a grade by fewer rows than another code, and no count that rows are too few for', () => {
    const codes = (rows: number, values: number, from = 1) =>
      columnsOf(Float64Array.from({ length: rows }, (_, i) => from + ((i * 3) % values)))
    const one = { components: { from: 1, to: 1 } }
    expect(seen(codes(19, 4), one)).toEqual([{ kind: 'code', column: 0, values: 4 }])
    expect(seen(codes(60, 7), one)).toEqual([{ kind: 'code', column: 0, values: 7 }])
    expect(seen(codes(20, 7), one)).toEqual([])
    expect(seen(codes(60, 7, 2001), one)).toEqual([])
    expect(seen(codes(70, 7, 2001), one)).toEqual([{ kind: 'code', column: 0, values: 7 }])
  })

  it('is a heavy tail of few rows too, but not for one row that lies far off', () => {
    const one = { components: { from: 1, to: 1 } }
    const heavy = Float64Array.from({ length: 12 }, (_, i) =>
      Math.round(100 * Math.exp(0.5 * ((i * 5) % 12))),
    )
    expect(seen(columnsOf(heavy), one)).toMatchObject([{ kind: 'heavy-tail', column: 0 }])
    expect(seen(columnsOf(heavy.subarray(0, 9)), one)).toEqual([])
    const far = a.subarray(0, 50).map((value, i) => (i === 7 ? 5000 : 10 + value))
    expect(seen(columnsOf(far), one)).toEqual([])
  })

  it('is a heavy tail, and none after the log', () => {
    const heavy = a.map((value) => Math.exp(8 + 1.2 * value))
    expect(seen(columnsOf(heavy, b))).toMatchObject([{ kind: 'heavy-tail', column: 0 }])
    expect(seen(columnsOf(heavy.map(Math.log), b))).toEqual([])
  })

  it('is a heavy tail that no log can mend where values are not above 0', () => {
    const heavy = a.map((value, i) => (i % 50 === 0 ? 0 : Math.exp(8 + 1.2 * value)))
    expect(seen(columnsOf(heavy, b))).toMatchObject([{ kind: 'heavy-tail', least: 0 }])
  })

  it('is no heavy tail where a few rows lie far off, or a second group does', () => {
    const few = a.map((value, i) => (i < 3 ? 500 : 10 + value))
    const groups = a.map((value, i) => (i % 10 === 0 ? 20 : 10) + value)
    expect(seen(columnsOf(few, groups))).toEqual([])
  })

  it('is an equal column', () => {
    expect(seen(columnsOf(a, b, a))).toEqual([{ kind: 'same', column: 2, as: 0 }])
  })

  it('is a column that is another in other units', () => {
    const [found] = seen(
      columnsOf(
        a,
        b,
        a.map((value) => 0.394 * value),
      ),
    )
    expect(found).toMatchObject({ kind: 'collinear', column: 2, intercept: 0, exact: true })
    expect(found.kind === 'collinear' && found.terms).toEqual([
      { index: 0, factor: expect.closeTo(0.394, 10) as number },
    ])
  })

  it('is a column in other units that was rounded', () => {
    const cm = a.map((value) => Math.round(170 + 9 * value))
    const inches = cm.map((value) => Math.round(3.937 * value) / 10)
    const [found] = seen(columnsOf(cm, b, inches))
    expect(found).toMatchObject({ kind: 'collinear', column: 2, intercept: 0, exact: false })
    expect(found.kind === 'collinear' && found.terms[0].factor).toBeCloseTo(0.394, 2)
  })

  it('is a column in other units with another zero', () => {
    const celsius = a.map((value) => Math.round(200 + 60 * value) / 10)
    const fahrenheit = celsius.map((value) => Math.round(18 * value + 320) / 10)
    const [found] = seen(columnsOf(celsius, b, fahrenheit))
    expect(found.kind === 'collinear' && found.intercept).toBeCloseTo(32, 1)
  })

  it('is a sum of others, at any offset and scale', () => {
    const third = a.map((value, i) => 1e6 + 2 * value - 3 * b[i])
    const [found] = seen(columnsOf(a, b, third))
    expect(found).toMatchObject({ kind: 'collinear' })
    if (found.kind !== 'collinear') return
    const at = [a, b, third].map((column) => column[11])
    const told = found.terms.reduce((sum, { index, factor }) => sum + factor * at[index], found.intercept)
    expect(told).toBeCloseTo(at[found.column], 6)
  })

  it('is no relation that some rows do not keep', () => {
    const broken = a.map((value, i) => (i === 200 ? 30 : value))
    expect(seen(columnsOf(a, b, broken))).toEqual([])
  })

  it('is only equal columns where there are fewer rows than columns', () => {
    const wide = Array.from({ length: 5 }, () => normal(4))
    expect(
      seen(columnsOf(...wide, wide[1]), { covariances: ['EII'], components: { from: 1, to: 1 } }),
    ).toContainEqual({ kind: 'same', column: 5, as: 1 })
  })

  it('is scales far apart where the model depends on the units', () => {
    const wide = a.map((value) => 1e6 * value)
    expect(seen(columnsOf(wide, b), { covariances: ['VVV', 'VII', 'VEV'] })).toMatchObject([
      { kind: 'scales', wide: 0, narrow: 1, because: ['VII', 'VEV'] },
    ])
    expect(seen(columnsOf(wide, b), { covariances: ['VII'], scaling: 'standardise' })).toEqual([])
    expect(seen(columnsOf(wide, b), { prior: 'conjugate' })).toMatchObject([{ because: ['prior'] }])
    expect(seen(columnsOf(wide, b), { eigenvalueRatio: 100 })).toMatchObject([
      { because: ['eigenvalue-ratio'] },
    ])
    const absolute = { kind: 'absolute' as const, value: 1e-6 }
    expect(seen(columnsOf(wide, b), { regularisation: absolute })).toMatchObject([
      { because: ['absolute-ridge'] },
    ])
  })

  it('is scales far apart that do not matter, said as such from six orders on', () => {
    expect(
      seen(
        columnsOf(
          a.map((value) => 1e7 * value),
          b,
        ),
      ),
    ).toMatchObject([{ kind: 'scales', because: [] }])
    expect(
      seen(
        columnsOf(
          a.map((value) => 1e5 * value),
          b,
        ),
      ),
    ).toEqual([])
  })

  it('is a column whose missing cells cost many rows', () => {
    const holes = a.map((value, i) => (i % 3 === 0 ? NaN : value))
    expect(seen(columnsOf(holes, b))).toEqual([
      { kind: 'missing-cells', column: 0, lost: 134, rows: N, rowsUsed: N - 134 },
    ])
  })

  it('is no missing cell where rows with gaps are used too, each of which counts', () => {
    const holes = a.map((value, i) => (i % 3 === 0 ? NaN : value))
    expect(foresee(columnsOf(holes, b), asked({ gaps: true }))).toEqual({ rowsUsed: N, concerns: [] })
    const odd = a.map((value, i) => (i % 2 === 0 ? NaN : value))
    const even = b.map((value, i) => (i % 2 === 1 ? NaN : value))
    expect(foresee(columnsOf(odd, even), asked({ gaps: true }))).toEqual({ rowsUsed: N, concerns: [] })
  })

  it('is no row at all', () => {
    const odd = a.map((value, i) => (i % 2 === 0 ? NaN : value))
    const even = b.map((value, i) => (i % 2 === 1 ? NaN : value))
    expect(foresee(columnsOf(odd, even), asked())).toEqual({
      rowsUsed: 0,
      concerns: [{ kind: 'no-rows', column: 0, lost: N / 2 }],
    })
  })

  it('stops where it is told to', () => {
    expect(() =>
      foresee(columnsOf(a, b), asked(), () => {
        throw new Error('stopped')
      }),
    ).toThrowError('stopped')
  })

  it('counts rows with missing cells among those used where they are used as they are, and blames no column for them', () => {
    const random = createRandom(5)
    const whole = Float64Array.from({ length: 100 }, () => random.normal())
    const gappy = whole.map((_, i) => (i % 2 === 0 ? NaN : random.normal()))
    const columns = [whole, gappy].map((values, index) => ({ index, identifier: '', values }))
    const asked = {
      covariances: ['VVV' as const],
      components: { from: 1, to: 2 },
      scaling: 'none' as const,
      prior: 'none' as const,
      eigenvalueRatio: null,
      regularisation: { kind: 'relative' as const, value: 0 },
    }
    const kinds = (gaps: boolean) => foresee(columns, { ...asked, gaps }).concerns.map(({ kind }) => kind)
    expect(foresee(columns, asked).rowsUsed).toBe(50)
    expect(kinds(false)).toContain('missing-cells')
    expect(foresee(columns, { ...asked, gaps: true }).rowsUsed).toBe(100)
    expect(kinds(true)).not.toContain('missing-cells')
  })

  describe('where rows with gaps are used', () => {
    const gaps = { gaps: true, components: { from: 1, to: 6 } }
    const without = (values: Float64Array, at: number, of = 3) =>
      values.map((value, i) => (i % of === at ? NaN : value))

    it('is told though no row is complete', () => {
      const three = [0, 1, 2].map((at) => without(normal(30), at))
      expect(seen(columnsOf(...three), gaps)).toMatchObject([
        { kind: 'few-rows', rows: 30, models: [{ parameters: 59, safe: 3 }] },
      ])
      const wide = [1e8, 1, 1].map((unit, at) => without(normal(), at).map((value) => unit * value))
      expect(seen(columnsOf(...wide), gaps)).toMatchObject([{ kind: 'scales', wide: 0 }])
    })

    it('is judged by all the values a column has, not by the complete rows alone', () => {
      const some = a.map((value, i) => (i < 4 ? value : i % 2 === 0 ? NaN : value))
      const varies = b.map((value, i) => (i < 4 ? 1 : i % 2 === 0 ? value : NaN))
      expect(seen(columnsOf(some, varies, a), { ...gaps, components: { from: 1, to: 2 } })).toEqual([
        { kind: 'same', column: 2, as: 0 },
      ])
      const flat = a.map((_, i) => (i % 2 === 0 ? NaN : 7))
      expect(seen(columnsOf(flat, b), gaps)).toEqual([{ kind: 'constant', column: 0, value: 7 }])
    })

    it('is a relation shown by the rows that have its columns, and none that they break', () => {
      const double = b.map((value, i) => (i % 3 === 1 ? NaN : 2 * value))
      expect(seen(columnsOf(without(a, 0), b, double), gaps)).toMatchObject([
        { kind: 'collinear', column: 2 },
      ])
      const broken = double.map((value, i) => (i % 3 === 0 ? -value : value))
      expect(seen(columnsOf(without(a, 0), b, broken), gaps)).toEqual([])
    })

    it('is no relation of a column that does not vary where all columns are', () => {
      const rare = a.map((value, i) => (i < 40 ? value : i % 2 === 0 ? value : NaN))
      const still = b.map((value, i) => (i < 40 ? 1 : i % 2 === 0 ? NaN : value))
      expect(seen(columnsOf(rare, still), gaps)).toEqual([])
    })

    it('is nothing of a column without a value', () => {
      expect(seen(columnsOf(a, b, new Float64Array(N).fill(NaN)), gaps)).toEqual([])
    })
  })
})
