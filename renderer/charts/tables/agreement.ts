import { say } from '../../../contract/words/say.ts'
import type { AgreementView, CoassignmentView } from '../../../contract/views.ts'
import { formatCount, formatFixed } from '../../format/number.ts'
import { numbers, type ChartTable } from './chart-table.ts'

/** Rows by the share of votes for their cluster, the least first; shares that no row has are left out. */
export function tableAgreement({ counts, total }: AgreementView): ChartTable {
  const votes = Array.from(counts.keys()).filter((count) => (counts[count] ?? 0) > 0)
  return {
    label: say('Rows by agreement'),
    columns: numbers(say('Agreement'), say('Votes'), say('Rows')),
    rows: votes.length,
    cellsOf(row) {
      const count = votes[row] ?? 0
      return [formatFixed(count / total, 3), formatCount(count), formatCount(counts[count] ?? 0)]
    },
  }
}

/** How often rows of two clusters are put together, on average over all pairs of different rows shown. */
export function tableCoassignment(view: CoassignmentView, styles: readonly number[]): ChartTable {
  const { sizes } = view
  const starts = sizes.map((_, k) => sizes.slice(0, k).reduce((sum, size) => sum + size, 0))
  const name = (k: number) => String((styles[k] ?? k) + 1)
  const held = sizes.map((size, k) => countPatterns(view, starts[k] ?? 0, size))
  const there = Array.from(sizes.keys()).filter((k) => (sizes[k] ?? 0) > 0)
  return {
    label: say('How often rows of two clusters are put together'),
    columns: [
      { name: say('Cluster') },
      ...numbers(...there.map((k) => say('with {cluster}', { cluster: name(k) }))),
    ],
    rows: there.length,
    cellsOf(row) {
      const a = there[row] ?? 0
      return [name(a), ...there.map((b) => meanText(meanTogether(view, held, a, b)))]
    },
  }
}

const meanText = (share: number) => (Number.isNaN(share) ? '–' : formatFixed(share, 3))

/** How many rows of a block have each pattern. */
function countPatterns({ pattern }: CoassignmentView, start: number, size: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const each of pattern.subarray(start, start + size)) counts.set(each, (counts.get(each) ?? 0) + 1)
  return counts
}

function meanTogether(
  { together, patterns, sizes }: CoassignmentView,
  held: readonly Map<number, number>[],
  a: number,
  b: number,
): number {
  let sum = 0
  for (const [one, ones] of held[a] ?? [])
    for (const [other, others] of held[b] ?? [])
      sum += (together[one * patterns + other] ?? 0) * ones * (a === b && one === other ? others - 1 : others)
  const [rows, beside] = [sizes[a] ?? 0, (sizes[b] ?? 0) - Number(a === b)]
  return sum / (rows * beside)
}
