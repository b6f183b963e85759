import type { DisplayCriterion } from '../../../../contract/display-criteria.ts'
import { isValued, type GridCell } from '../../../../contract/model-grid.ts'
import { say } from '../../../../contract/words/say.ts'
import { shownValue, type Shown } from '../../../charts/criterion.ts'
import { formatFixed } from '../../../format/number.ts'
import { COVARIANCE_NAMES } from '../../../format/covariance.ts'
import { CRITERION_NAMES } from '../../../format/criteria.ts'
import { isOpen } from '../../../stores/model-grid.ts'

/** What stands beside the value of a cell, so that no colour need be told apart. */
export interface Mark {
  sign: string
  name: string
}

export const MARKS = {
  lowest: { sign: '★', name: say('lowest') },
  unsettled: { sign: '?', name: say('not settled') },
  outdone: { sign: '↓', name: say('under-searched') },
  refined: { sign: '°', name: say('found by refinement') },
  aside: { sign: '!', name: say('set aside') },
  failed: { sign: '×', name: say('failed') },
  stopped: { sign: '■', name: say('stopped') },
  removed: { sign: '–', name: say('removed') },
  running: { sign: '…', name: say('running or waiting') },
} as const satisfies Record<string, Mark>

/** The signs of a cell. */
export function marksOf(cell: GridCell, lowest: GridCell | null): Mark[] {
  if (cell.failure !== '') return [whyNone(cell)]
  const marks: Mark[] = []
  if (lowest !== null && isSame(cell, lowest)) marks.push(MARKS.lowest)
  if (cell.solution?.hits === 0) marks.push(MARKS.refined)
  if (cell.aside) marks.push(MARKS.aside)
  if (cell.ended < cell.planned) marks.push(MARKS.running)
  if (isOpen(cell) && cell.settled === false) marks.push(MARKS.unsettled)
  if (isOpen(cell) && cell.outdoneBy !== null) marks.push(MARKS.outdone)
  return marks
}

/** Of a cell that has no solution, and will have none. */
function whyNone({ planned, removed, stopped }: GridCell): Mark {
  if (planned === 0 && removed > 0) return MARKS.removed
  return stopped ? MARKS.stopped : MARKS.failed
}

export const isSame = (a: GridCell, b: GridCell) =>
  a.covariance === b.covariance && a.components === b.components

/** That another cell stands for this one, whose mixtures it has; else empty. */
export function equalText({ sameAs, components }: GridCell): string {
  return sameAs === null ? '' : say('the same model as {model}', { model: `${sameAs},${components}` })
}

/** How often the solution of a cell was reached, of the restarts that have ended; without a solution those that have. */
export function hitsText(cell: GridCell): string {
  const { solution, ended, planned, failure } = cell
  if (failure !== '') return whyNone(cell).name
  return solution === null ? `${ended}/${planned}` : `${solution.hits}/${ended}`
}

/** A value as a cell has room for it. */
export function valueText(value: number, shown: Shown): string {
  return formatFixed(shownValue(value, shown), Math.abs(value) < 99_999 ? 1 : 0)
}

/**
 * How strong the colour of a cell is, 0 to 1: 1 for the lowest value, 0 for the highest, by the logarithm of the distance to the
 * lowest, for the few best differ by little. 0 of what is set aside where something is not; null where it has no value.
 */
export function tintOf(cell: GridCell, range: Range | null): number | null {
  if (cell.value === null || range === null) return null
  if (cell.aside && !range.aside) return 0
  const span = Math.log1p(range.highest - range.lowest)
  return span === 0 ? 1 : 1 - Math.min(1, Math.log1p(Math.max(0, cell.value - range.lowest)) / span)
}

export interface Range {
  /** Whether all cells are set aside. */
  aside: boolean
  lowest: number
  highest: number
}

/** Of the cells that may be taken as best, or of all where none may; null where there is none. */
export function rangeOf(cells: readonly GridCell[]): Range | null {
  const valued = cells.filter(isValued)
  const sound = valued.filter(({ aside }) => !aside)
  const values = (sound.length > 0 ? sound : valued).map(({ value }) => value)
  const aside = sound.length === 0
  return values.length === 0 ? null : { aside, lowest: Math.min(...values), highest: Math.max(...values) }
}

/** A cell in words, for a screen reader and on hover. */
export function cellSentence(cell: GridCell, shown: Shown, lowest: GridCell | null): string {
  const { covariance, components, value, failure } = cell
  const what = say('{model}, {components, plural, one {# component} other {# components}}', {
    model: COVARIANCE_NAMES[covariance],
    components,
  })
  if (failure !== '') return say('{what}: {none}. {failure}', { what, none: whyNone(cell).name, failure })
  if (value === null) return `${what}: ${missing(cell, shown.criterion)}`
  const marks = marksOf(cell, lowest).map(({ name }) => name)
  const criterion = CRITERION_NAMES[shown.criterion]
  const said = [
    `${criterion} ${formatFixed(shownValue(value, shown), 2)}`,
    hitsSentence(cell),
    cell.removed === 0 ? '' : say('{removed, number} removed by hand', { removed: cell.removed }),
    equalText(cell),
    ...marks,
  ].filter((text) => text !== '')
  return `${what}: ${said.join(', ')}`
}

function missing(cell: GridCell, criterion: DisplayCriterion): string {
  if (cell.solution !== null)
    return say('{criterion} is not defined with so few rows', { criterion: CRITERION_NAMES[criterion] })
  return cell.running > 0
    ? say('running, {ended} of {planned} restarts have ended', { ended: cell.ended, planned: cell.planned })
    : say('waiting')
}

function hitsSentence({ solution, ended }: GridCell): string {
  const hits = solution?.hits ?? 0
  return say('reached by {hits} of {ended, plural, one {# restart} other {# restarts}}', { hits, ended })
}

/** Where focus goes from a cell of a table when a key is pressed, by row and column; null for any other key. */
export function stepFrom(
  { row, column }: { row: number; column: number },
  key: string,
  rows: number,
  columns: number,
): { row: number; column: number } | null {
  switch (key) {
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) }
    case 'ArrowRight':
      return { row, column: Math.min(columns - 1, column + 1) }
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column }
    case 'ArrowDown':
      return { row: Math.min(rows - 1, row + 1), column }
    case 'Home':
      return { row, column: 0 }
    case 'End':
      return { row, column: columns - 1 }
    default:
      return null
  }
}
