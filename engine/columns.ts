import { EngineError } from '../contract/errors.ts'
import type { Dataset } from './datasets.ts'

/** Whole numeric columns of a file, by position. Throws `invalid-input` where one is absent, doubled or not numeric. */
export function numericColumns({ file, name }: Dataset, positions: readonly number[]): Float64Array[] {
  return positions.map((position, i) => {
    const profile = file.columns[position]
    const values = file.values[position]
    if (profile === undefined)
      throw refused(`“${name}” has ${file.columns.length} columns, so there is no column #${position + 1}`)
    if (positions.indexOf(position) !== i) throw refused(`The column “${profile.name}” was chosen twice`)
    if (values === null || values === undefined)
      throw refused(`The column “${profile.name}” does not hold numbers`, profile.name)
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

function refused(message: string, column?: string): EngineError {
  return new EngineError(
    'invalid-input',
    `${message}.`,
    'Choose numeric columns, each once.',
    column === undefined ? {} : { column },
  )
}
