import { EngineError } from '../contract/errors.ts'
import { phrase } from '../contract/words/say.ts'
import { LIMITS } from '../contract/limits.ts'
import type { Checked } from '../contract/schemas.ts'
import type { ValuesView } from '../contract/views.ts'
import { NONE, type Categories } from './categories.ts'
import type { Dataset } from './datasets.ts'
import { about, middleOf } from './offsets.ts'
import { gather } from './sample-rows.ts'

/** What columns of a file hold in some of its rows. */
export async function valuesOf(
  categories: Categories,
  dataset: Dataset,
  { columns, rows }: Pick<Checked<'values'>, 'columns' | 'rows'>,
): Promise<ValuesView[]> {
  const { file, name } = dataset
  if (columns.some((column) => column >= file.columns.length) || rows.some((row) => row >= file.rows))
    throw new EngineError(
      'invalid-input',
      phrase('“{name}” has {length} columns and {rows} rows, and others were asked for.', {
        name,
        length: file.columns.length,
        rows: file.rows,
      }),
      phrase('Open the file again.'),
    )
  return Promise.all(
    columns.map(async (column): Promise<ValuesView> => {
      const numbers = file.values[column]
      if (numbers === null || numbers === undefined) {
        const { codes, names: all, others } = await categories(dataset, column)
        const names = all.slice(0, LIMITS.categories)
        return {
          kind: 'categories',
          names,
          others: others + all.length - names.length,
          codes: Uint8Array.from(rows, (row) => (codes[row] < names.length ? codes[row] : NONE)),
        }
      }
      const values = gather(numbers, rows)
      const centre = middleOf(values)
      return { kind: 'numbers', values: about(centre, values), centre }
    }),
  )
}
