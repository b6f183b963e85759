import type { ModelView } from '../../../contract/views.ts'

/** The parameters as a table for a spreadsheet: tabs between cells, every digit kept, one row per component and column. */
export function parametersAsText({ columns, weights, means, covariances, sizes }: ModelView): string {
  const d = columns.length
  const head = [
    'component',
    'weight',
    'rows',
    'column',
    'mean',
    ...columns.map((name) => `covariance with ${name}`),
  ]
  const body = Array.from(weights, (weight, k) =>
    columns.map((column, i) => {
      const row = covariances.subarray((k * d + i) * d, (k * d + i + 1) * d)
      return [k + 1, weight, sizes[k] ?? 0, column, means[k * d + i] ?? NaN, ...row]
    }),
  ).flat()
  return [head, ...body].map((cells) => cells.join('\t')).join('\n')
}
