import type { CertaintyView } from '../../../contract/views.ts'

/** Below this largest responsibility a row is counted as in doubt. */
export const DOUBT = 0.9

/** Rows whose largest responsibility is below a share that is a border of the histogram's bins. */
export function doubtBelow({ histogram, bins }: CertaintyView, share: number): number {
  const border = Math.round(share * bins)
  return histogram.reduce((sum, rows, at) => (at % bins < border ? sum + rows : sum), 0)
}
