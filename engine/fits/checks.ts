import { rangePhrase } from './check-size.ts'
import { EngineError } from '../../contract/errors.ts'
import { phrase, type Phrase } from '../../contract/words/say.ts'
import { isSpherical } from '../../core/mixture/setting.ts'
import type { Prepared } from '../../core/mixture/types.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import { columnNames } from '../columns.ts'
import type { Dataset } from '../datasets.ts'
import { lineOfRow } from '../line-of-row.ts'

/** The smallest double with all its digits. */
const SMALLEST_NORMAL = 2 ** -1022

/** Refuses missing cells where the person asked for that. */
export async function checkMissing(
  dataset: Dataset,
  settings: FitSettings,
  columns: readonly Float64Array[],
): Promise<void> {
  if (settings.missing !== 'error') return
  const row = columns.reduce((least, column) => firstMissing(column, least), columns[0]?.length ?? 0)
  const at = columns.findIndex((column) => Number.isNaN(column[row]))
  if (at < 0) return
  const column = columnNames(dataset, settings.columns)[at]
  const line = await lineOfRow(dataset, row)
  throw new EngineError(
    'missing-values',
    phrase('Line {line} has no number in the column “{column}”.', { line, column }),
    phrase('Fill the cell, leave that column out, or let rows with missing values be dropped.'),
    { line, column },
  )
}

/** The first row before `end` without a number in the column; `end` where there is none. */
function firstMissing(column: Float64Array, end: number): number {
  for (let row = 0; row < end; row++) if (Number.isNaN(column[row])) return row
  return end
}

/** What only the rows used can tell: whether there are enough of them for the components asked for. */
export function checkRows(
  settings: FitSettings,
  columns: readonly Float64Array[],
  usedRows: Uint32Array,
): void {
  const { from, to } = settings.components
  const rows = usedRows.length
  const which = chosenColumns(settings)
  if (rows === 0)
    throw tooFew(
      phrase('No row has a number in {which}.', { which }),
      settings.weights === null
        ? phrase('Leave out the columns with the most missing values.')
        : phrase(
            'Give the weights to another column, or leave out the columns with the most missing values.',
          ),
    )
  if (rows < 2)
    throw tooFew(
      phrase('Only one row has a number in {which}.', { which }),
      phrase('Choose other columns, or a file with more rows.'),
    )
  const asked = rangePhrase({ from, to })
  if (to > rows)
    throw tooFew(
      phrase('The fit is to have {asked} components, but only {rows} rows can be used.', { asked, rows }),
      phrase('Ask for at most {most} components.', { most: rows }),
    )
  const distinct = distinctRows(columns, usedRows, to)
  if (distinct < to)
    throw tooFew(
      phrase(
        'The fit is to have {asked} components, but the rows used hold only {distinct} different points.',
        { asked, distinct },
      ),
      phrase('Ask for at most {most} components.', { most: distinct }),
    )
}

function chosenColumns({ missing, weights }: FitSettings): Phrase {
  if (missing === 'em')
    return weights === null ? phrase('any chosen column') : phrase('any chosen column and a weight above 0')
  return weights === null ? phrase('every chosen column') : phrase('every chosen column and a weight above 0')
}

/** Refuses a column whose variance a double cannot hold. `prepared` is that of the rows used. */
export function checkMagnitude(
  dataset: Dataset,
  settings: FitSettings,
  { centre, spread }: Pick<Prepared, 'centre' | 'spread'>,
): void {
  for (let j = 0; j < spread.length; j++) {
    const variance = spread[j] * spread[j]
    const small = variance < SMALLEST_NORMAL
    if (!small && Number.isFinite(variance) && Number.isFinite(centre[j])) continue
    const column = columnNames(dataset, settings.columns)[j]
    throw new EngineError(
      'invalid-input',
      small
        ? phrase(
            'The values of the column “{column}” differ by too little: their variance is below the range of double precision.',
            { column },
          )
        : phrase(
            'The values of the column “{column}” are too large: their variance is beyond the range of double precision.',
            { column },
          ),
      phrase('Rescale it, for example to other units.'),
      { column },
    )
  }
}

/**
 * Refuses a column without variance where nothing would keep its covariance from being singular. Regularisation relative to
 * the column's variance adds nothing to one of 0; the spherical models need only one column that varies.
 */
export function checkVariance(
  dataset: Dataset,
  { columns: positions, covariances, regularisation }: FitSettings,
  columns: readonly Float64Array[],
  usedRows: Uint32Array,
): void {
  if (regularisation.kind === 'absolute' && regularisation.value > 0) return
  const at = columns.findIndex((column) => isConstant(column, usedRows))
  if (at < 0) return
  const spherical = covariances.every(isSpherical)
  if (spherical && !columns.every((column) => isConstant(column, usedRows))) return
  const column = columnNames(dataset, positions)[at]
  throw new EngineError(
    'invalid-input',
    phrase(
      'The column “{column}” has the same value in every row used, so no covariance can be estimated for it.',
      { column },
    ),
    phrase('Leave that column out.'),
    { column },
  )
}

/** Refuses noise where the rows have no volume that it could fill. */
export function checkVolume({ noise }: FitSettings, prepared: Pick<Prepared, 'noise'>): void {
  if (!noise || prepared.noise !== undefined) return
  throw new EngineError(
    'invalid-input',
    phrase(
      'The rows used lie on a line or plane in the chosen columns, so that a noise component would have no volume to fill.',
    ),
    phrase('Leave out a column that repeats or combines others, or fit without noise.'),
  )
}

/** Of the values that are there. */
function isConstant(column: Float64Array, rows: Uint32Array): boolean {
  let first = NaN
  for (let i = 0; i < rows.length; i++) {
    const value = column[rows[i]]
    if (Number.isNaN(value)) continue
    if (Number.isNaN(first)) first = value
    else if (value !== first) return false
  }
  return true
}

/** Different points among the rows used, counted no further than `enough`. */
function distinctRows(columns: readonly Float64Array[], usedRows: Uint32Array, enough: number): number {
  const found: number[] = []
  for (let i = 0; i < usedRows.length && found.length < enough; i++)
    if (!holdsPoint(columns, found, usedRows[i])) found.push(usedRows[i])
  return found.length
}

/** Whether one of the rows found has the same value as `row` in every column. */
function holdsPoint(columns: readonly Float64Array[], found: readonly number[], row: number): boolean {
  for (let k = 0; k < found.length; k++) {
    let same = true
    for (let j = 0; j < columns.length && same; j++) same = columns[j][row] === columns[j][found[k]]
    if (same) return true
  }
  return false
}

const tooFew = (message: Phrase, remedy: Phrase) => new EngineError('too-few-rows', message, remedy)
