import { compareWithKnown } from '../../core/mixture/known-label.ts'
import { UNLABELLED, type Contingency } from '../../core/mixture/partition.ts'
import type { KnownView } from '../../contract/views.ts'
import type { ClusterLabels } from '../cluster-labels.ts'
import { contingencyOf } from '../contingency-of.ts'
import type { Fitted } from '../fits/fits.ts'
import { inBlocks } from '../in-blocks.ts'
import type { LabelColumn, LabelColumns } from '../label-column.ts'
import type { LabelMerged } from '../merging/merged-labels.ts'

export interface KnownSources {
  clusterLabels: ClusterLabels
  labelMerged: LabelMerged
  labelColumns: LabelColumns
}

/** Which column says what rows are; `merged`: of so many merged clusters. */
export interface KnownQuestion {
  column: number
  merged?: number | undefined
}

/** Without the rows that plots draw. */
export type KnownOverall = Omit<KnownView, 'drawn'>

/** Clusters and categories of every row of the file, 255 where there is none. */
export interface Known {
  labels: Uint8Array
  clusters: number
  label: LabelColumn
}

/** Reads both. Throws `invalid-input` where the column has too many values, or there are fewer components than merged clusters. */
export async function readKnown(
  { clusterLabels, labelMerged, labelColumns }: KnownSources,
  fitted: Fitted,
  { column, merged }: KnownQuestion,
): Promise<Known> {
  const label = await labelColumns(fitted.fit.dataset, column)
  if (merged !== undefined)
    return { label, clusters: merged, labels: (await labelMerged(fitted, merged)).labels }
  return { label, clusters: fitted.mixture.components, labels: await clusterLabels(fitted) }
}

/** The clusters of a restart beside a column, over all rows used. */
export async function knownOf(
  sources: KnownSources,
  fitted: Fitted,
  question: KnownQuestion,
): Promise<KnownOverall> {
  const { fit } = fitted
  const { labels, clusters, label } = await readKnown(sources, fitted, question)
  const table = await contingencyOf(labels, label.codes, clusters, label.names.length)
  return {
    column: fit.dataset.file.columns[question.column].name,
    categories: label.names,
    ...compareWithKnown(table),
    table: rowsOf(table),
    rows: table.rows,
    unlabelled: await unlabelled(labels, label.codes),
    inFit: fit.settings.columns.includes(question.column),
  }
}

function rowsOf({ left, right, counts }: Contingency): number[][] {
  return Array.from({ length: left }, (_, k) => Array.from(counts.subarray(k * right, (k + 1) * right)))
}

async function unlabelled(labels: Uint8Array, codes: Uint8Array): Promise<number> {
  let count = 0
  await inBlocks(labels.length, (from, to) => {
    for (let row = from; row < to; row++) if (labels[row] !== UNLABELLED && codes[row] === UNLABELLED) count++
  })
  return count
}
