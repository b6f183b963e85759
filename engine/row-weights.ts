import { numericColumns } from './columns.ts'
import type { FitUnderway } from './fits/run.ts'
import { shared } from './labelling.ts'
import { usableRows } from './sample-rows.ts'

/** What each row of the file counts for, of mean 1 over the rows used where only ratios matter; null where each counts once. */
export function rowWeightsOf({ settings, dataset, weighting, columns }: FitUnderway): Float64Array | null {
  if (settings.weights === null || weighting === null) return null
  const [values] = numericColumns(dataset, [settings.weights.column])
  if (weighting.kind === 'frequency') return values
  const sum = usableRows(columns).reduce((total, row) => total + values[row], 0)
  const weights = shared(values.length)
  for (let row = 0; row < weights.length; row++) weights[row] = (values[row] * weighting.count) / sum
  return weights
}
