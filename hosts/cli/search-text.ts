import type { FitSummary, SolutionView } from '../../contract/views.ts'

/** How the best solution was reached, and what one more restart may reach. */
export function searchText(
  { unseen }: FitSummary,
  { components, covariance, id, hitsBy }: SolutionView,
): string {
  const reached = hitsBy.map(({ initialisation, hits, of }) => `${initialisation} ${hits} of ${of}`)
  const cell = unseen.find((each) => each.components === components && each.covariance === covariance)
  const lines = [
    reached.length > 1 ? `hits of ${id} by start: ${reached.join(', ')}` : '',
    cell === undefined || cell.chance === null || cell.chanceAtMost === 0
      ? ''
      : `one more restart of these ${cell.restarts}: ${percent(cell.chance)} for a solution not seen yet (95 %: at most ${percent(cell.chanceAtMost)}), at most ${percent(cell.betterAtMost)} for a better one that is not set aside`,
  ]
  return lines
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('')
}

/** 12 %, 1.3 %, 0.04 % */
const percent = (share: number) => `${share === 0 ? '0' : Number((100 * share).toPrecision(2))} %`
