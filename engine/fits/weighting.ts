import type { Weighting } from '../../core/mixture/prepare.ts'
import { EngineError } from '../../contract/errors.ts'
import { figure, phrase } from '../../contract/words/say.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { WeightingView } from '../../contract/weighting.ts'
import { columnNames, numericColumns } from '../columns.ts'
import type { Dataset } from '../datasets.ts'
import { inBlocks } from '../in-blocks.ts'
import { lineOfRow } from '../line-of-row.ts'

/** The weights of all rows of a file, and what is told of them. */
export interface FileWeights extends Weighting {
  view: Omit<WeightingView, 'count'>
}

/**
 * The weights that a fit asks for, null where every row counts once. Throws `invalid-input` with the line where a weight is
 * negative, or a frequency no whole number.
 */
export async function weightsOf(
  dataset: Dataset,
  { weights: asked, columns }: Pick<FitSettings, 'weights' | 'columns'>,
): Promise<FileWeights | null> {
  if (asked === null) return null
  const [values] = numericColumns(dataset, [asked.column])
  const [column] = columnNames(dataset, [asked.column])
  if (columns.includes(asked.column))
    throw new EngineError(
      'invalid-input',
      phrase('The column “{column}” cannot be clustered on and weigh the rows at once.', { column }),
      phrase('Untick it, or give the weights to another column.'),
      { column },
    )
  const whole = asked.kind === 'frequency'
  let zero = 0
  let missing = 0
  let wrong = -1
  await inBlocks(values.length, (from, to) => {
    for (let row = from; row < to && wrong < 0; row++) {
      const weight = values[row]
      if (Number.isNaN(weight)) missing++
      else if (weight === 0) zero++
      else if (weight < 0 || (whole && !Number.isInteger(weight))) wrong = row
    }
  })
  if (wrong >= 0) throw wrongWeight(column, values[wrong], await lineOfRow(dataset, wrong))
  return { values, rescaled: !whole, view: { column, kind: asked.kind, zero, missing } }
}

function wrongWeight(column: string, value: number, line: number): EngineError {
  const weight = figure(String(value))
  return value < 0
    ? new EngineError(
        'invalid-input',
        phrase(
          'Line {line} has the weight {weight} in the column “{column}”: a row cannot count less than not at all.',
          { line, weight, column },
        ),
        phrase('Mend the cell, or leave it empty: rows without a weight are left out and counted.'),
        { line, column },
      )
    : new EngineError(
        'invalid-input',
        phrase(
          'Line {line} has the frequency {weight} in the column “{column}”: a row cannot stand for a part of a case.',
          { line, weight, column },
        ),
        phrase('Mend the cell, or take the weights as importance.'),
        { line, column },
      )
}
