import type { MergeView } from '../../../contract/views.ts'
import { say, sayList } from '../../../contract/words/say.ts'
import { formatNumber } from '../../format/number.ts'
import { numbers, type ChartTable } from './chart-table.ts'

/** The merges in their order; the row of a number of clusters is that of the merge after which there are so many. */
export function tableDendrogram(
  { steps }: MergeView,
  clusters: number,
  styles: readonly number[],
): ChartTable {
  const merges = steps.flatMap((step) => (step.joined === null ? [] : [{ ...step, joined: step.joined }]))
  const all = steps[0]?.entropy ?? 0
  const name = (components: readonly number[]) => sayList(components.map((k) => String((styles[k] ?? k) + 1)))
  return {
    label: say('Order of the merges'),
    columns: [
      ...numbers(say('Clusters')),
      { name: say('One side') },
      { name: say('Other side') },
      ...numbers(say('Entropy taken away')),
    ],
    rows: merges.length,
    cellsOf(row) {
      const merge = merges[row]
      if (merge === undefined) return []
      const [left, right] = merge.joined
      return [String(merge.clusters), name(left), name(right), formatNumber(all - merge.entropy)]
    },
    chosen: merges.findIndex((merge) => merge.clusters === clusters),
  }
}
