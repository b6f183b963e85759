import type { FitSettings } from '../../contract/schemas.ts'
import type { FitSummary, GapsView, LeavingOutView } from '../../contract/views.ts'
import { say } from '../../contract/words/say.ts'
import { formatFixed, formatNumber } from './number.ts'

type Choice = Exclude<FitSettings['missing'], 'error'>

export const MISSING_HINTS: Record<Choice, string> = {
  drop: say('A row that lacks a ticked column takes no part.'),
  em: say('Missing at random: sound if whether a cell is missing hangs only on what is there. VVV and VVI.'),
}

/** The choices, with counts once they are known. */
export function missingNames(gaps: GapsView | null): { value: Choice; text: string }[] {
  const drop =
    gaps === null
      ? say('Leave out these rows')
      : say('Leave out {left, number} of {rows, plural, one {# row} other {# rows}}', {
          left: gaps.withGaps + gaps.empty,
          rows: gaps.rows,
        })
  return [
    { value: 'drop', text: drop },
    { value: 'em', text: say('Use what is there (EM)') },
  ]
}

/** `Of the 271 rows used, 12 have gaps.` */
export function describeGaps({
  rowsUsed,
  rowsWithGaps,
}: Pick<FitSummary, 'rowsUsed' | 'rowsWithGaps'>): string {
  return say(
    'Of the {used, plural, one {# row} other {# rows}} used, {gaps, plural, one {# has} other {# have}} gaps.',
    { used: rowsUsed, gaps: rowsWithGaps },
  )
}

/** What leaving the gaps out would have given, in sentences. `numbers`: the shown number of each component. */
export function describeLeavingOut(view: LeavingOutView, numbers: readonly number[]): string[] {
  const { complete, leftOut, changed, adjustedRandIndex, shift, uncertainty } = view
  if (complete === 0) return [say('No row has every cell: leaving rows out leaves none.')]
  const own = { rows: complete, own: formatFixed(view.logLikelihood, 2) }
  if (leftOut === null)
    return [
      say(
        'The {rows, plural, one {# complete row} other {# complete rows}} have the log-likelihood {own} under this model.',
        own,
      ),
      say('Fitted to them alone, a component collapses.'),
    ]
  const both = { ...own, alone: formatFixed(leftOut.logLikelihood, 2) }
  const index = formatFixed(adjustedRandIndex, 3)
  return [
    leftOut.status === 'converged'
      ? say(
          'The {rows, plural, one {# complete row} other {# complete rows}} have the log-likelihood {own} under this model, and {alone} under the one fitted to them alone from here.',
          both,
        )
      : say(
          'The {rows, plural, one {# complete row} other {# complete rows}} have the log-likelihood {own} under this model, and {alone} under the one fitted to them alone from here (not converged).',
          both,
        ),
    changed === 0
      ? say('No complete row changes its cluster (adjusted Rand index {index}).', { index })
      : say(
          '{changed, plural, one {# of them changes its cluster} other {# of them change their cluster}} (adjusted Rand index {index}).',
          { changed, index },
        ),
    ...(shift === null ? [] : [describeShift(shift, numbers)]),
    say('Mean uncertainty: {gaps} of the rows with gaps, {complete} of the others.', {
      gaps: formatFixed(uncertainty.withGaps, 3),
      complete: formatFixed(uncertainty.complete, 3),
    }),
  ]
}

function describeShift(
  { column, component, from, to, deviations }: NonNullable<LeavingOutView['shift']>,
  numbers: readonly number[],
): string {
  return say(
    'Widest shift: the mean of {column} in cluster {cluster}, from {from} without the gaps to {to} with them: {deviations} standard deviations.',
    {
      column,
      cluster: (numbers[component] ?? component) + 1,
      from: formatNumber(from, 4),
      to: formatNumber(to, 4),
      deviations: formatNumber(deviations, 2),
    },
  )
}

/** `12 rows with gaps not drawn`; empty where there are none. */
export function describeUndrawn(rowsWithGaps: number): string {
  return rowsWithGaps === 0
    ? ''
    : say('{rows, plural, one {# row} other {# rows}} with gaps not drawn', { rows: rowsWithGaps })
}
