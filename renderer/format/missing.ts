import type { FitSettings } from '../../contract/schemas.ts'
import type { FitSummary, GapsView, LeavingOutView } from '../../contract/views.ts'
import { formatCount, formatFixed, formatNumber } from './number.ts'
import { plural } from './plural.ts'

type Choice = Exclude<FitSettings['missing'], 'error'>

export const MISSING_HINTS: Record<Choice, string> = {
  drop: 'A row that lacks a ticked column takes no part.',
  em: 'Missing at random: sound if whether a cell is missing hangs only on what is there. VVV and VVI.',
}

/** The choices, with counts once they are known. */
export function missingNames(gaps: GapsView | null): { value: Choice; text: string }[] {
  const left =
    gaps === null ? 'these rows' : `${formatCount(gaps.withGaps + gaps.empty)} of ${plural(gaps.rows, 'row')}`
  return [
    { value: 'drop', text: `Leave out ${left}` },
    { value: 'em', text: 'Use what is there (EM)' },
  ]
}

/** `Of the 271 rows used, 12 have gaps.` */
export function describeGaps({
  rowsUsed,
  rowsWithGaps,
}: Pick<FitSummary, 'rowsUsed' | 'rowsWithGaps'>): string {
  return `Of the ${plural(rowsUsed, 'row')} used, ${formatCount(rowsWithGaps)} ${rowsWithGaps === 1 ? 'has' : 'have'} gaps.`
}

/** What leaving the gaps out would have given, in sentences. `numbers`: the shown number of each component. */
export function describeLeavingOut(view: LeavingOutView, numbers: readonly number[]): string[] {
  const { complete, leftOut, changed, adjustedRandIndex, shift, uncertainty } = view
  const rows = `The ${plural(complete, 'complete row')}`
  const own = `${rows} have the log-likelihood ${formatFixed(view.logLikelihood, 2)} under this model`
  const doubt = `Mean uncertainty: ${formatFixed(uncertainty.withGaps, 3)} of the rows with gaps, ${formatFixed(uncertainty.complete, 3)} of the others.`
  if (leftOut === null)
    return [
      complete === 0 ? 'No row has every cell: leaving rows out leaves none.' : `${own}.`,
      ...(complete === 0 ? [] : ['Fitted to them alone, a component collapses.']),
    ]
  const ended = leftOut.status === 'converged' ? '' : ' (not converged)'
  const labels =
    changed === 0
      ? 'No complete row changes its cluster.'
      : `${formatCount(changed)} of them ${changed === 1 ? 'changes its cluster' : 'change their cluster'}`
  return [
    `${own}, and ${formatFixed(leftOut.logLikelihood, 2)} under the one fitted to them alone from here${ended}.`,
    `${labels.replace(/\.$/, '')} (adjusted Rand index ${formatFixed(adjustedRandIndex, 3)}).`,
    ...(shift === null
      ? []
      : [
          `Widest shift: the mean of ${shift.column} in cluster ${(numbers[shift.component] ?? shift.component) + 1}, from ${formatNumber(shift.from, 4)} without the gaps to ${formatNumber(shift.to, 4)} with them: ${formatNumber(shift.deviations, 2)} standard deviations.`,
        ]),
    doubt,
  ]
}

/** `12 rows with gaps not drawn`; empty where there are none. */
export function describeUndrawn(rowsWithGaps: number): string {
  return rowsWithGaps === 0 ? '' : `${plural(rowsWithGaps, 'row')} with gaps not drawn`
}
