import { UNLABELLED } from '../core/mixture/partition.ts'
import { EngineError } from '../contract/errors.ts'
import { phrase } from '../contract/words/say.ts'
import { LIMITS } from '../contract/limits.ts'
import type { Categories } from './categories.ts'
import type { Dataset } from './datasets.ts'
import { inBlocks } from './in-blocks.ts'

/** A column that says which rows belong together. */
export interface LabelColumn {
  /** Place of the value of each row of the file in `names`; 255 where it has none. */
  codes: Uint8Array
  /** Different values: numbers rising, texts the most frequent first. */
  names: string[]
}

/** Read once for each column of a file. Throws `invalid-input` where it has too many different values. */
export type LabelColumns = (dataset: Dataset, column: number) => Promise<LabelColumn>

export function createLabelColumns(categories: Categories): LabelColumns {
  const known = new WeakMap<Dataset, Map<number, Promise<LabelColumn>>>()
  return (dataset, column) => {
    const read = known.get(dataset) ?? new Map<number, Promise<LabelColumn>>()
    known.set(dataset, read)
    const reading = read.get(column) ?? readLabels(categories, dataset, column)
    read.set(column, reading)
    reading.catch(() => read.delete(column))
    return reading
  }
}

async function readLabels(categories: Categories, dataset: Dataset, column: number): Promise<LabelColumn> {
  const { file } = dataset
  const name = file.columns[column]?.name
  if (name === undefined)
    throw new EngineError(
      'invalid-input',
      phrase('The file has {length} columns.', { length: file.columns.length }),
      phrase('Choose one of its columns.'),
    )
  const numbers = file.values[column] ?? null
  if (numbers !== null) return await numberLabels(numbers, name)
  const { codes, names, others } = await categories(dataset, column)
  if (others > 0) throw tooMany(name)
  return { codes: codes.map((code) => (code < names.length ? code : UNLABELLED)), names }
}

async function numberLabels(numbers: Float64Array, name: string): Promise<LabelColumn> {
  const distinct = new Set<number>()
  await inBlocks(numbers.length, (from, to) => {
    for (let row = from; row < to; row++) {
      if (!Number.isNaN(numbers[row])) distinct.add(numbers[row])
      if (distinct.size > LIMITS.components) throw tooMany(name)
    }
  })
  const values = [...distinct].sort((a, b) => a - b)
  const codeOf = new Map(values.map((value, code) => [value, code]))
  const codes = new Uint8Array(numbers.length)
  await inBlocks(numbers.length, (from, to) => {
    for (let row = from; row < to; row++) codes[row] = codeOf.get(numbers[row]) ?? UNLABELLED
  })
  return { codes, names: values.map(String) }
}

const tooMany = (name: string) =>
  new EngineError(
    'invalid-input',
    phrase(
      'The column “{name}” has more than {components} different values, too many to say which rows belong together.',
      { name, components: LIMITS.components },
    ),
    phrase('Choose a column with a few values, one for each group.'),
    { column: name },
  )
