import { say } from '../../../contract/words/say.ts'
import { formatCount, formatNumber } from '../../format/number.ts'
import type { Bars } from '../bars.ts'
import { numbers, type ChartTable } from './chart-table.ts'

/** How often a value fell into each bin of a histogram. */
export function tableBins({ edges, counts }: Bars, name: string, counted: string): ChartTable {
  return {
    label: say('{name}, {counted} by value', { name, counted }),
    columns: numbers(say('From'), say('To'), counted),
    rows: counts.length,
    cellsOf: (row) => [
      formatNumber(edges[row] ?? NaN),
      formatNumber(edges[row + 1] ?? NaN),
      formatCount(counts[row] ?? 0),
    ],
  }
}

/** How often each of some names was counted; the own one is the chosen. */
export function tableCounts(
  bars: readonly { name: string; count: number; own: boolean }[],
  name: string,
  counted: string,
): ChartTable {
  return {
    label: say('{name}, {counted} of each', { name, counted }),
    columns: numbers(name, counted),
    rows: bars.length,
    cellsOf: (row) => [bars[row]?.name ?? '', formatCount(bars[row]?.count ?? 0)],
    chosen: bars.findIndex(({ own }) => own),
  }
}
