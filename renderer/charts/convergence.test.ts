import { describe, expect, it } from 'vitest'
import { LIGHT } from './theme.ts'
import { describeConvergence, planConvergence, type Curve, type CurveLook } from './convergence.ts'

const curve = (id: string, values: number[], look: CurveLook = 'plain'): Curve => ({
  id,
  xy: Float64Array.from(values.flatMap((value, at) => [at + 1, value])),
  look,
})
const curves = [curve('a', [-20, -12, -10]), curve('b', [-25, -14, -13]), curve('c', [-30, 900], 'collapsed')]
const plan = (chosen: string, scale: 'log-likelihood' | 'gap' = 'log-likelihood') =>
  planConvergence({ curves, best: 'a', chosen, scale, theme: LIGHT }) as {
    xAxis: { name: string; max: number }
    yAxis: { name: string; min: number; max: number; axisLabel: { formatter: (value: number) => string } }
    series: { id: string; data: Float64Array }[]
  }
const series = (planned: ReturnType<typeof plan>, id: string) => [
  ...(planned.series.find((each) => each.id === id)?.data ?? []),
]

describe('the convergence chart', () => {
  it('names its axes', () => {
    expect(plan('b').xAxis.name).toBe('iteration')
    expect(plan('b').yAxis.name).toBe('log-likelihood')
  })

  it('draws the best and the chosen restart in front of the others', () => {
    expect(series(plan('b'), 'best')).toEqual([1, -20, 2, -12, 3, -10])
    expect(series(plan('b'), 'chosen')).toEqual([1, -25, 2, -14, 3, -13])
    expect(series(plan('b'), 'others')).toEqual([])
    expect(series(plan('b'), 'end')).toEqual([3, -13])
  })

  it('sets collapsed restarts apart and does not let them stretch the axis', () => {
    expect(series(plan('a'), 'collapsed').slice(0, 4)).toEqual([1, -30, 2, 900])
    expect(plan('a').yAxis.max).toBeLessThan(100)
  })

  it('draws dropped restarts and refinements in lines of their own, and dropped ones do not stretch the axis', () => {
    const some = [...curves, curve('d', [-9000, -8000], 'dropped'), curve('e', [-15, -11], 'refined')]
    const planned = planConvergence({
      curves: some,
      best: 'a',
      chosen: 'a',
      scale: 'log-likelihood',
      theme: LIGHT,
    }) as ReturnType<typeof plan>
    expect(series(planned, 'dropped').slice(0, 4)).toEqual([1, -9000, 2, -8000])
    expect(series(planned, 'refined').slice(0, 4)).toEqual([1, -15, 2, -11])
    expect(planned.yAxis.min).toBeGreaterThan(-100)
  })

  it('labels gaps as powers of ten', () => {
    const { formatter } = plan('a', 'gap').yAxis.axisLabel
    expect([2, 0, -3].map(formatter)).toEqual(['100', '1', '1e−3'])
  })

  it('says in words what it shows', () => {
    expect(describeConvergence(17, 40, -1130.26396)).toBe(
      'Log-likelihood by iteration, one line per restart: 17 of 40 restarts done. The best log-likelihood is −1130.264.',
    )
  })
})
