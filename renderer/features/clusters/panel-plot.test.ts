import { expect, it } from 'vitest'
import { panelPlot } from './panel-plot.ts'

it('a panel of the matrix is a plot of its two columns among those of the fit', () => {
  const { projection, axisNames } = panelPlot({ name: 'c', at: 2 }, { name: 'a', at: 0 }, 3)
  expect([...projection.basis]).toEqual([0, 0, 1, 1, 0, 0])
  expect([...projection.origin]).toEqual([0, 0, 0])
  expect(axisNames).toEqual({ x: 'c', y: 'a' })
})
