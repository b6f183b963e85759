import { missingTexts } from '../core/table/missing.ts'
import { LIMITS } from '../contract/limits.ts'
import type { ValuesView } from '../contract/views.ts'
import type { Pool } from '../workers/pool.ts'
import { ownColumns } from './columns.ts'
import type { Dataset } from './datasets.ts'
import { refuseChanged } from './refuse-changed.ts'

/** What a column that is not numeric holds in every row of its file; read once. */
export type Categories = (dataset: Dataset, column: number) => Promise<ColumnTexts>

/** As many texts are named as there can be components; a plot shows fewer. */
export type ColumnTexts = Omit<Extract<ValuesView, { kind: 'categories' }>, 'kind'>

const CHUNK_ROWS = 50_000
/** Code of a row whose cell is empty, or holds none of the texts named. */
export const NONE = 255

export function createCategories(pool: Pool): Categories {
  const read = new WeakMap<Dataset, Map<number, Promise<ColumnTexts>>>()
  return (dataset, column) => {
    const known = read.get(dataset) ?? new Map<number, Promise<ColumnTexts>>()
    read.set(dataset, known)
    const reading = known.get(column) ?? readColumn(pool, dataset, column)
    known.set(column, reading)
    reading.catch(() => known.delete(column))
    return reading
  }
}

async function readColumn(pool: Pool, dataset: Dataset, column: number): Promise<ColumnTexts> {
  await refuseChanged(dataset)
  const { file } = dataset
  const missing = missingTexts(file.dialect.missing)
  const chunks = await Promise.all(
    Array.from({ length: Math.ceil(file.rows / CHUNK_ROWS) }, (_, at) => {
      const first = at * CHUNK_ROWS
      const end = Math.min(first + CHUNK_ROWS, file.rows)
      return pool.run('read-texts', {
        path: file.textPath,
        from: file.rowStarts[first],
        to: file.rowEnds[end - 1],
        rows: end - first,
        columns: ownColumns(dataset),
        dialect: file.dialect,
        blankRows: file.blankRows,
        column,
      })
    }),
  )
  const counts = new Map<string, number>()
  for (const { codes, texts } of chunks) {
    const seen = new Float64Array(texts.length)
    for (const code of codes) seen[code]++
    texts.forEach((text, code) => {
      if (!missing.has(text)) counts.set(text, (counts.get(text) ?? 0) + seen[code])
    })
  }
  const names = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, LIMITS.components)
    .map(([text]) => text)
  const codeOf = new Map(names.map((name, code) => [name, code]))
  const codes = new Uint8Array(file.rows).fill(NONE)
  let row = 0
  for (const chunk of chunks) {
    const own = chunk.texts.map((text) => codeOf.get(text) ?? NONE)
    for (const code of chunk.codes) codes[row++] = own[code]
  }
  return { codes, names, others: counts.size - names.length }
}
