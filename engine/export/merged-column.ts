import type { MergeView } from '../../contract/views.ts'
import type { MergedLabels } from '../merging/merged-labels.ts'
import { mergingRecord } from './merging-record.ts'
import type { ExtraColumn } from './extra-column.ts'

/** Merged clusters as a column of the labelled file, counted from 1, and how they came about. */
export interface MergedColumn extends ExtraColumn {
  record: object
}

export function mergedColumn(view: MergeView, { clusters, labels }: MergedLabels): MergedColumn {
  return {
    name: 'merged_cluster',
    of: (row) => labels[row] + 1,
    record: mergingRecord(view, clusters),
  }
}
