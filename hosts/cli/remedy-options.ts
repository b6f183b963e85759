import type { Remedy } from '../../contract/remedies.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { DatasetSummary } from '../../contract/views.ts'
import { printable } from './terminal.ts'

/** With more columns than this, only those that are left out are named. */
const MOST_COLUMNS = 8

/** Behind the sentence of a warning or a finding: the options that would mend it, the best first. Empty where there is none. */
export function tryOptions(
  remedies: readonly Remedy[] | undefined,
  dataset: Pick<DatasetSummary, 'columns'>,
  settings: FitSettings,
): string {
  const options = [...new Set((remedies ?? []).map((remedy) => optionOf(remedy, dataset, settings)))]
  const named = options.filter((option) => option !== null).map(printable)
  return named.length === 0 ? '' : ` Try ${named.join(' or ')}.`
}

/** Null where no option does it. */
function optionOf(
  remedy: Remedy,
  { columns }: Pick<DatasetSummary, 'columns'>,
  settings: FitSettings,
): string | null {
  /** By which the command names it: a logarithm by its source. */
  const nameOf = (column: number): string => {
    const profile = columns[columns[column].derived?.of ?? column]
    return /^[\p{L}\d_.-]+$/u.test(profile.name) ? profile.name : `#${profile.index + 1}`
  }
  const listed = (positions: readonly number[]) => [...new Set(positions.map(nameOf))].join(',')
  switch (remedy.kind) {
    case 'regularise':
      return `--regularisation ${remedy.value.toExponential()}`
    case 'covariance': {
      const models = settings.covariances.map((each) => (each === remedy.from ? remedy.covariance : each))
      return `--covariance ${[...new Set(models)].join(',')}`
    }
    case 'covariances':
      return `--covariance ${remedy.covariances.join(',')}`
    case 'columns':
      return `--columns ${listed(remedy.columns)}`
    case 'drop-columns': {
      const kept = settings.columns.filter((column) => !remedy.columns.includes(column))
      return kept.length > MOST_COLUMNS
        ? `--columns without ${listed(remedy.columns)}`
        : `--columns ${listed(kept)}`
    }
    case 'components':
      return `--components ${remedy.from === remedy.to ? remedy.to : `${remedy.from}-${remedy.to}`}`
    case 'scale':
      return `--scale ${remedy.scaling}`
    case 'derive': {
      const already = settings.columns.filter((column) => columns[column].derived !== undefined)
      return `--log ${listed([...already, remedy.column])}`
    }
    case 'restarts':
      return `--restarts ${remedy.restarts}`
    case 'iterations':
      return `--max-iterations ${remedy.maxIterations}`
    case 'continue':
      return remedy.tolerance < settings.tolerance ? `--tolerance ${remedy.tolerance}` : null
  }
}
