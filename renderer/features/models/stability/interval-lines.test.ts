import { describe, expect, it } from 'vitest'
import type { ComponentIntervals } from '../../../../contract/resampling-views.ts'
import { chosenBars } from './chosen-bars.ts'
import { intervalLines, intervalsText } from './interval-lines.ts'

const estimate = (value: number) => ({ value, low: value - 1, high: value + 1 })
const component = (value: number): ComponentIntervals => ({
  weight: estimate(value),
  means: [estimate(10 * value)],
  deviations: [estimate(2)],
})

describe('lines of parameter intervals', () => {
  const lines = intervalLines([component(0), component(4)], ['x'], [1, 0], (k) => String(k + 1))

  it('stand component by component in the order on the screen', () => {
    expect(lines.map(({ number, name }) => `${number} ${name}`)).toEqual([
      '2 weight',
      '2 mean of x',
      '2 std. dev. of x',
      '1 weight',
      '1 mean of x',
      '1 std. dev. of x',
    ])
  })

  it('are drawn on one scale for each parameter, so that components compare', () => {
    const [second, first] = [lines[0], lines[3]]
    expect([first?.from, second?.to]).toEqual([4, 84])
    expect(first?.to).toBeLessThan(second?.from ?? 0)
  })

  it('are copied with tabs, numbers in full', () => {
    expect(intervalsText(lines.slice(0, 1))).toBe(
      'component\tparameter\testimate\tlow_2.5\thigh_97.5\n2\tweight\t4\t3\t5\n',
    )
  })
})

describe('bars of the numbers chosen', () => {
  it('have one for every number between, the own one marked', () => {
    const chosen = [
      { components: 4, covariance: 'VVV' as const, replicates: 2 },
      { components: 4, covariance: 'EEE' as const, replicates: 1 },
    ]
    expect(chosenBars(chosen, { components: 2 })).toEqual([
      { name: '2', count: 0, own: true },
      { name: '3', count: 0, own: false },
      { name: '4', count: 3, own: false },
    ])
  })
})
