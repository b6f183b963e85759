import { expect, it } from 'vitest'
import { valueAxis } from './axis.ts'
import { LIGHT } from './theme.ts'

const label = (value: number) =>
  valueAxis('x', 'x', { min: -10, max: 10, interval: 5 }, LIGHT).axisLabel.formatter(value)

it('a tick on a round step has the decimals of the step', () => {
  expect([-10, -5, 0].map(label)).toEqual(['−10', '−5', '0'])
})

it('a tick that zooming has put elsewhere is not rounded to the step', () => {
  expect([-9.3, 0.7123].map(label)).toEqual(['−9.3', '0.7123'])
})
