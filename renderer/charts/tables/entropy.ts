import type { MergeView } from '../../../contract/views.ts'
import { say } from '../../../contract/words/say.ts'
import { formatNumber } from '../../format/number.ts'
import { formatWeight } from '../../format/weighting.ts'
import { entropyPoints, type EntropyAxis } from '../entropy.ts'
import { numbers, type ChartTable } from './chart-table.ts'

/** The entropy of merged clusters from one on; the row of a number of clusters is one less. */
export function tableEntropy(
  { steps }: MergeView,
  axis: EntropyAxis,
  clusters: number,
  weighted = false,
): ChartTable {
  const points = entropyPoints(steps, axis)
  const byRows = axis === 'rows'
  return {
    label: say('Entropy of the merged clusters'),
    columns: numbers(
      say('Clusters'),
      ...(byRows
        ? [weighted ? say('Weight of the rows merged, added up') : say('Rows merged, added up')]
        : []),
      say('Entropy'),
    ),
    rows: points.length,
    cellsOf(row) {
      const { clusters: count = NaN, x = NaN, entropy = NaN } = points[row] ?? {}
      return [String(count), ...(byRows ? [formatWeight(x)] : []), formatNumber(entropy)]
    },
    chosen: points.findIndex((point) => point.clusters === clusters),
  }
}
