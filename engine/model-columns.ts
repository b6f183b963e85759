import { EngineError } from '../contract/errors.ts'
import type { ModelFile } from '../contract/schemas.ts'
import type { ColumnProfile, Warning } from '../contract/views.ts'
import { phrase, told } from '../contract/words/say.ts'
import type { Pool } from '../workers/pool.ts'
import type { Dataset } from './datasets.ts'
import { addDerived } from './derived-columns.ts'

/** The columns of a file that a model is about, in the model's order, and what to know about the others. */
export interface ModelColumns {
  positions: number[]
  warnings: Warning[]
}

const NAMED = 8

/** A column of the file by the name it has here, else by the one that the file writes. */
export function findColumn({ file }: Dataset, wanted: string): ColumnProfile | undefined {
  return (
    file.columns.find((column) => column.name === wanted) ??
    file.columns.find((column) => column.original === wanted)
  )
}

/** Matches by name. Throws `model-mismatch` that names every column that is absent or does not hold numbers. */
export function matchColumns(dataset: Dataset, model: ModelFile): ModelColumns {
  const { file, name } = dataset
  const found = model.columns.map((wanted, i) => derivedAs(dataset, model, i) ?? findColumn(dataset, wanted))
  const absent = model.columns.flatMap((wanted, i) =>
    found[i] === undefined ? [model.derived?.[i]?.of ?? wanted] : [],
  )
  const columns = found.filter((column) => column !== undefined)
  const textual = columns.filter(({ index }) => file.values[index] === null)
  if (absent.length > 0 || textual.length > 0) throw unusable(name, absent, textual)
  return {
    positions: columns.map(({ index }) => index),
    warnings: [
      ...extraColumns(file.columns, columns, model.rowWeights?.column ?? null),
      ...otherFormats(columns, model),
    ],
  }
}

/** The computed column that the model has in this place, if it has one there. */
function derivedAs(dataset: Dataset, { derived }: ModelFile, at: number): ColumnProfile | undefined {
  const how = derived?.[at] ?? null
  if (how === null) return undefined
  const source = findColumn(dataset, how.of)
  return dataset.file.columns.find(
    (each) =>
      each.derived !== undefined &&
      each.derived.of === source?.index &&
      each.derived.transform === how.transform,
  )
}

/**
 * Computes the columns that a model was fitted to and a file has only the sources of. Rows where they are not defined have no
 * value there; a warning says how many.
 */
export async function deriveForModel(pool: Pool, dataset: Dataset, model: ModelFile): Promise<Warning[]> {
  const warnings: Warning[] = []
  for (const how of model.derived ?? []) {
    const source = how === null ? undefined : findColumn(dataset, how.of)
    if (how === null || source === undefined || source.min === null) continue
    const at = await addDerived(pool, dataset, source.index, how.transform)
    const { name, missing } = dataset.file.columns[at]
    const undefinedIn = missing - source.missing - source.rejected
    if (undefinedIn > 0)
      warnings.push({
        code: 'not-defined',
        ...told(
          phrase(
            'The model needs “{name}”, which {without} of {rows} rows do not have: “{source}” is 0 or below there.',
            { name, without: undefinedIn, rows: dataset.file.rows, source: source.name },
          ),
        ),
        column: source.name,
        count: undefinedIn,
      })
  }
  return warnings
}

function unusable(file: string, absent: string[], textual: ColumnProfile[]): EngineError {
  const reasons = []
  if (absent.length > 0)
    reasons.push(
      `The model needs ${absent.length === 1 ? 'a column' : 'the columns'} ${listed(absent)}, which “${file}” does not have.`,
    )
  for (const { name, reason } of textual)
    reasons.push(
      `The model needs numbers in the column “${name}”, which does not hold numbers${reason === '' ? '' : ` (${reason})`}.`,
    )
  const remedy =
    absent.length > 0
      ? 'Use a file with the columns that the model was fitted to, under the same names.'
      : 'See that the column is read with the right delimiter and decimal mark, or use another file.'
  return new EngineError('model-mismatch', reasons.join(' '), remedy, {
    column: absent[0] ?? textual[0]?.name,
  })
}

function extraColumns(all: ColumnProfile[], used: ColumnProfile[], weights: string | null): Warning[] {
  const sources = used.map(({ derived }) => derived?.of)
  const extra = all
    .filter(
      ({ index, name, derived }) =>
        !used.some((column) => column.index === index) &&
        !sources.includes(index) &&
        derived === undefined &&
        name !== weights,
    )
    .map(({ name }) => name)
  if (extra.length === 0) return []
  return [
    {
      code: 'extra-columns',
      ...told(
        phrase(
          '{count, plural, one {The model does not know the column {names}. Labels do not depend on it.} other {The model does not know {columns} columns: {names}. Labels do not depend on them.}}',
          { count: extra.length, columns: extra.length, names: listed(extra) },
        ),
      ),
      count: extra.length,
    },
  ]
}

function otherFormats(columns: ColumnProfile[], { formats }: ModelFile): Warning[] {
  return columns.flatMap(({ name, format, ambiguous }, i) => {
    const known = formats?.[i]
    if (known === undefined || format === null) return []
    if (known.unit !== format.unit) return [otherUnits(name, known.unit, format.unit)]
    if (ambiguous && (known.decimal !== format.decimal || known.thousands !== format.thousands))
      return [otherMarks(name, known.decimal, format.decimal)]
    return []
  })
}

const otherUnits = (column: string, known: string, here: string): Warning => ({
  code: 'other-units',
  ...told(
    phrase(
      '“{column}” was {known} where the model was fitted and is {here} here. Its numbers are taken as they are.',
      { column, known: inUnits(known), here: inUnits(here) },
    ),
  ),
  column,
})

const otherMarks = (column: string, known: string, here: string): Warning => ({
  code: 'other-format',
  ...told(
    phrase(
      '“{column}” can be read in two ways: here with {here}, where the model was fitted with {known}. Say which decimal mark it has.',
      { column, here: markPhrase(here), known: markPhrase(known) },
    ),
  ),
  column,
})

const inUnits = (unit: string) => (unit === '' ? phrase('without a unit') : phrase('in {unit}', { unit }))
const markPhrase = (mark: string) => (mark === ',' ? phrase('a decimal comma') : phrase('a decimal point'))

function listed(names: string[]): string {
  const shown = names.slice(0, NAMED).map((name) => `“${name}”`)
  const more = names.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
}
