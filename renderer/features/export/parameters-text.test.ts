import { expect, it } from 'vitest'
import { parametersAsText } from './parameters-text.ts'

it('parameters paste into a spreadsheet with every digit', () => {
  const text = parametersAsText({
    fit: 'f',
    restart: 'r',
    columns: ['x', 'y'],
    weights: Float64Array.of(1),
    means: Float64Array.of(0.1, -2),
    covariances: Float64Array.of(1, 0.5, 0.5, 2),
    sizes: [3],
  })
  expect(text.split('\n')).toEqual([
    'component\tweight\trows\tcolumn\tmean\tcovariance with x\tcovariance with y',
    '1\t1\t3\tx\t0.1\t1\t0.5',
    '1\t1\t3\ty\t-2\t0.5\t2',
  ])
})
