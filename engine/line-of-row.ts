import type { Dataset } from './datasets.ts'
import { indexLines } from './line-index.ts'

/** The 1-based line of the file on which a data row starts, as an editor counts lines. */
export async function lineOfRow({ file }: Dataset, row: number): Promise<number> {
  const [line = 1] = await indexLines(file).lines(row, 1)
  return line
}
