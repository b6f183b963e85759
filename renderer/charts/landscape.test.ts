import { describe, expect, it } from 'vitest'
import { init } from './echarts.ts'
import { describeLandscape, planLandscape, type LandscapePlan } from './landscape.ts'
import { solutionLook } from './solution-look.ts'
import type { Curve, CurveLook } from './strokes.ts'
import { layTerrain } from './terrain.ts'
import { LIGHT } from './theme.ts'

const curve = (id: string, values: number[], solution: string | null, look: CurveLook = 'plain'): Curve => ({
  id,
  xy: Float64Array.from(values.flatMap((value, at) => [at + 1, value])),
  look,
  solution,
})
const curves = [
  curve('a', [-20, -12, -10], 'A'),
  curve('b', [-25, -14, -13], 'B'),
  curve('c', [-30, 900], null, 'collapsed'),
]
const input = (rest: Partial<LandscapePlan> = {}): LandscapePlan => ({
  curves,
  terrain: layTerrain([
    { id: 'a', standing: 'ended', solution: 'A', value: -10 },
    { id: 'b', standing: 'ended', solution: 'B', value: -13 },
    { id: 'c', standing: 'collapsed', solution: null, value: null },
  ]),
  looks: new Map([
    ['A', solutionLook(0)],
    ['B', solutionLook(1)],
  ]),
  letterOf: (solution) => solution,
  best: 'a',
  top: -10,
  chosen: 'b',
  scale: 'log-likelihood',
  theme: LIGHT,
  curvesInChart: false,
  ...rest,
})
interface Planned {
  xAxis: { name: string; max: number }[]
  yAxis: {
    name: string
    min: number
    max: number
    inverse?: boolean
    axisLabel: { formatter(v: number): string }
  }[]
  series: { id: string; zlevel: number; data: ArrayLike<unknown>; lineStyle?: { color: string } }[]
}
const plan = (rest: Partial<LandscapePlan> = {}) => planLandscape(input(rest)) as unknown as Planned
const series = (planned: Planned, id: string) => planned.series.find((each) => each.id === id)
const svg = (rest: Partial<LandscapePlan> = {}) => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 800, height: 300 })
  chart.setOption(planLandscape(input(rest)))
  const text = chart.renderToSVGString()
  chart.dispose()
  return text
}

describe('the landscape', () => {
  it('names its axes, and both plots have the same heights', () => {
    const { xAxis, yAxis } = plan()
    expect(xAxis.map(({ name }) => name)).toEqual(['iteration', 'restarts, best first'])
    expect(yAxis.map(({ name }) => name)).toEqual(['log-likelihood', ''])
    expect([yAxis[0]?.min, yAxis[0]?.max]).toEqual([yAxis[1]?.min, yAxis[1]?.max])
  })

  it('draws the best and the chosen restart in the colours of their solutions, and marks the chosen in both plots', () => {
    const planned = plan()
    expect(Array.from(series(planned, 'best')?.data ?? [])).toEqual([1, -20, 2, -12, 3, -10])
    expect(Array.from(series(planned, 'chosen')?.data ?? [])).toEqual([1, -25, 2, -14, 3, -13])
    expect(series(planned, 'chosen')?.lineStyle?.color).toBe(solutionLook(1).light)
    expect(series(planned, 'end')?.data).toEqual([[3, -13]])
    expect(series(planned, 'column')?.data).toEqual([[1.5, -13]])
  })

  it('is not stretched by collapsed and dropped restarts', () => {
    const dropped = curve('d', [-9000, -8000], null, 'dropped')
    const [axis] = plan({ curves: [...curves, dropped] }).yAxis
    expect(axis?.max).toBeLessThan(100)
    expect(axis?.min).toBeGreaterThan(-100)
  })

  it('shows gaps on a logarithmic axis with the best on top', () => {
    const gaps = [curve('a', [1, 0.3, -8], 'A'), curve('b', [1.2, 0.6, 0.48], 'B')]
    const [axis] = plan({ curves: gaps, scale: 'gap' }).yAxis
    expect(axis?.inverse).toBe(true)
    expect([2, 0, -3, -9].map((power) => axis?.axisLabel.formatter(power))).toEqual(['100', '1', '1e−3', ''])
  })

  it('stands upright again after the gaps were shown', () => {
    const chart = init(null, null, { renderer: 'svg', ssr: true, width: 800, height: 300 })
    chart.setOption(planLandscape(input({ scale: 'gap' })))
    chart.setOption(planLandscape(input()), { replaceMerge: ['series'] })
    const [high = NaN, low = NaN] = [-10, -13].map((y) => chart.convertToPixel({ yAxisIndex: 0 }, y))
    chart.dispose()
    expect(high).toBeLessThan(low)
  })

  it('leaves the curves to the sheet, and has them itself where it is saved as a picture', () => {
    const ids = (curvesInChart: boolean) => plan({ curvesInChart }).series.map(({ id }) => id)
    expect(ids(false)).not.toContain('solution A')
    expect(ids(true)).toEqual(expect.arrayContaining(['collapsed', 'solution A', 'solution B']))
  })

  it('keeps all that is in front of the sheet in a layer of its own, and a picture in one', () => {
    const layers = (curvesInChart: boolean) =>
      new Set(plan({ curvesInChart }).series.map(({ zlevel }) => zlevel))
    expect([...layers(false)]).toEqual([1])
    expect([...layers(true)]).toEqual([0])
  })

  it('draws a block for each solution with its letter on it, and crosses for the collapsed', () => {
    const text = svg()
    expect(text).toContain(`fill="${solutionLook(0).light}"`)
    expect(text).toContain(`stroke="${LIGHT.danger}"`)
    expect(text.match(/>[AB]</g)).toEqual(['>A<', '>B<'])
  })

  it('counts restarts in whole numbers, even one alone', () => {
    const alone = layTerrain([{ id: 'a', standing: 'ended', solution: 'A', value: -10 }])
    expect(plan({ terrain: alone }).xAxis[1]).toMatchObject({ interval: 1, max: 1 })
  })

  it('writes a letter into its block where the plot has no room above', () => {
    const chart = init(null, null, { renderer: 'svg', ssr: true, width: 400, height: 110 })
    chart.setOption(planLandscape(input()))
    const [, middle] = / y="([\d.]+)"[^>]*>A</.exec(chart.renderToSVGString()) ?? []
    const line = chart.convertToPixel({ yAxisIndex: 1 }, -10)
    chart.dispose()
    expect(Number(middle)).toBeGreaterThan(line)
  })

  it('puts the letters of narrow solutions into the margin', () => {
    const many = Array.from({ length: 500 }, (_, at) => ({
      id: String(at),
      standing: 'ended' as const,
      solution: at < 498 ? 'A' : at === 498 ? 'B' : 'C',
      value: at < 498 ? -10 : at === 498 ? -11 : -12,
    }))
    expect(
      svg({ terrain: layTerrain(many) })
        .match(/>[ABC]</g)
        ?.sort(),
    ).toEqual(['>A<', '>B<', '>C<'])
  })

  it('leaves out a letter that would lie on another', () => {
    const narrow = Array.from({ length: 300 }, (_, at) => ({
      id: String(at),
      standing: 'ended' as const,
      solution: at < 298 ? 'A' : at === 298 ? 'B' : 'C',
      value: at < 298 ? -10 : at === 298 ? -11 : -11.001,
    }))
    expect(
      svg({ terrain: layTerrain(narrow) })
        .match(/>[ABC]</g)
        ?.sort(),
    ).toEqual(['>A<', '>B<'])
  })

  it('says in words what it shows', () => {
    const solutions = [
      { letter: 'A', logLikelihood: -1114.43991, hits: 43 },
      { letter: 'B', logLikelihood: -1119.214, hits: 1 },
    ]
    expect(describeLandscape(17, 40, solutions)).toBe(
      'Log-likelihood by iteration and where each restart ended: 17 of 40 restarts done. Solutions: A at −1114.440, reached by 43 restarts; B at −1119.214, reached by 1 restart.',
    )
    expect(describeLandscape(0, 0, [])).toContain('no restart has run yet')
  })
})
