import { isNear, nearTies, NEAR } from '../../../contract/near-ties.ts'
import type { ValuedCell } from '../../../contract/model-grid.ts'
import {
  CRITERION_FORMULAS,
  CRITERION_NAMES,
  CRITERION_NOTES,
  GRADE_NAMES,
} from '../../../contract/words/criteria.ts'
import { formatCount, formatFixed, formatNumber } from '../../../contract/words/number.ts'
import { plural } from '../plural.ts'
import type { ReportFacts } from '../facts.ts'
import { paragraph, section, table, type Markup } from '../markup.ts'
import { criterionPicture } from '../pictures/criterion-picture.ts'

const MOST_MODELS = 15

/** Which model the criterion takes, and what lies near it. */
export function modelsSection(facts: ReportFacts): Markup {
  const { cells, summary } = facts
  const { criterion } = summary.settings
  const name = CRITERION_NAMES[criterion]
  const ranked = nearTies(cells, criterion)
  const failed = cells.filter(({ solution }) => solution === null)
  const near = ranked.filter(isNear)
  const shown = ranked.slice(0, MOST_MODELS)
  const graded = criterion === 'bic'
  const without =
    failed.length === 0
      ? ''
      : `${plural(failed.length, 'model')} had no usable solution: ${failed[0].failure}`
  if (cells.length === 1 || ranked.length === 0)
    return section(
      'models',
      'Choice of the model',
      paragraph(cells.length === 1 ? 'Only one model was asked for: nothing was chosen. ' : '', without),
    )
  return section(
    'models',
    'Choice of the model',
    paragraph(
      `More components always fit better, so a criterion charges for them. ${CRITERION_FORMULAS[criterion]}, with p free parameters, n rows and natural logarithms. ${CRITERION_NOTES[criterion]}`,
    ),
    criterionPicture(cells, criterion),
    table(
      `Models by ${name}, lowest first: the best solution of each`,
      [
        { head: 'Model' },
        { head: 'Components', number: true },
        { head: 'Parameters', number: true },
        { head: 'Log-likelihood', number: true },
        { head: name, number: true },
        { head: 'Above the lowest', number: true },
        ...(graded ? [{ head: 'Evidence against it' }] : []),
        { head: 'Hits', number: true },
      ],
      shown.map(({ cell, difference, grade }) => [
        modelText(cell),
        String(cell.components),
        formatCount(cell.solution.parameters),
        formatFixed(cell.solution.logLikelihood, 3),
        formatFixed(cell.value, 3),
        difference === 0 ? '0' : formatNumber(difference, 4),
        ...(graded ? [grade === null ? '' : GRADE_NAMES[grade]] : []),
        `${formatCount(cell.solution.hits)} of ${formatCount(cell.ended)}`,
      ]),
    ),
    paragraph(
      ranked.length > shown.length
        ? `${plural(ranked.length - shown.length, 'more model')} are not listed. `
        : '',
      near.length === 0
        ? `No other model lies within ${NEAR} of the lowest.`
        : `${plural(near.length, 'other model lies', 'other models lie')} within ${NEAR} of the lowest: the choice between them is not beyond doubt.`,
      graded ? ' Evidence is graded after Kass & Raftery (1995).' : '',
      ` ${without}`,
    ),
  )
}

function modelText({ covariance, aside, sameAs }: ValuedCell): string {
  if (aside) return `${covariance} (set aside)`
  return sameAs === null ? covariance : `${covariance} (the same model as ${sameAs})`
}
