import { EngineError } from '../contract/errors.ts'
import { phrase, type Phrase } from '../contract/words/say.ts'
import type { Dataset } from './datasets.ts'

/** Whole numeric columns of a file, by position. Throws `invalid-input` where one is absent, doubled or not numeric. */
export function numericColumns({ file, name }: Dataset, positions: readonly number[]): Float64Array[] {
  return positions.map((position, i) => {
    const profile = file.columns[position]
    const values = file.values[position]
    if (profile === undefined)
      throw refused(
        phrase('“{name}” has {columns} columns, so there is no column #{column}.', {
          name,
          columns: file.columns.length,
          column: position + 1,
        }),
      )
    if (positions.indexOf(position) !== i)
      throw refused(phrase('The column “{name}” was chosen twice.', { name: profile.name }))
    if (values === null || values === undefined)
      throw refused(
        phrase('The column “{name}” does not hold numbers.', { name: profile.name }),
        profile.name,
      )
    return values
  })
}

/** How many columns the file itself has: those computed from others stand behind them. */
export function ownColumns({ file }: Pick<Dataset, 'file'>): number {
  return file.columns.length - file.columns.filter(({ derived }) => derived !== undefined).length
}

/** Names of columns, by position. */
export function columnNames({ file }: Dataset, positions: readonly number[]): string[] {
  return positions.map((position) => file.columns[position]?.name ?? `#${position + 1}`)
}

function refused(message: Phrase, column?: string): EngineError {
  return new EngineError(
    'invalid-input',
    message,
    phrase('Choose numeric columns, each once.'),
    column === undefined ? {} : { column },
  )
}
