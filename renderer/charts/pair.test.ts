import { expect, it } from 'vitest'
import { planPair } from './pair.ts'

it('two plots share one picture, each with its own axes', () => {
  const plot = { grid: { left: 76 }, xAxis: { name: 'x' }, yAxis: { name: 'y' }, series: [{ id: 'points' }] }
  const pair = planPair(plot, plot)
  expect(pair['xAxis']).toEqual([{ name: 'x' }, { name: 'x', gridIndex: 1 }])
  expect(pair['series']).toEqual([{ id: 'points' }, { id: 'right-points', xAxisIndex: 1, yAxisIndex: 1 }])
})
