import { compareWithKnown } from '../../core/mixture/known-label.ts'
import { isCluster, UNLABELLED } from '../../core/mixture/partition.ts'
import type { RowMask } from '../../contract/row-mask.ts'
import type { Checked } from '../../contract/schemas.ts'
import { contingencyOf } from '../contingency-of.ts'
import type { Fitted } from '../fits/fits.ts'
import { rowsWhere } from '../rows-where.ts'
import { readKnown, type KnownSources } from './known.ts'

type Wanted = Extract<Checked<'select'>, { kind: 'known-cell' | 'misplaced' }>

/** The rows of a cell of the table of clusters and categories, or those that are not in the cluster of their category. */
export async function knownMask(sources: KnownSources, fitted: Fitted, wanted: Wanted): Promise<RowMask> {
  const { labels, clusters, label } = await readKnown(sources, fitted, wanted)
  const { codes, names } = label
  const isCounted = (row: number) => isCluster(labels[row]) && codes[row] !== UNLABELLED
  if (wanted.kind === 'known-cell') {
    const { cluster, category } = wanted
    return rowsWhere(
      labels.length,
      (row) =>
        isCounted(row) &&
        (cluster === null || labels[row] === cluster) &&
        (category === null || codes[row] === category),
    )
  }
  const { clusterOf } = compareWithKnown(await contingencyOf(labels, codes, clusters, names.length))
  return rowsWhere(labels.length, (row) => isCounted(row) && clusterOf[codes[row]] !== labels[row])
}
