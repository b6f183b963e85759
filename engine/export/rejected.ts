import type { ColumnProfile, RejectReason } from '../../contract/views.ts'

/** Cells that were rejected in all columns, by reason. */
export function rejectedByReason({
  columns,
}: {
  columns: readonly Pick<ColumnProfile, 'rejectedBy'>[]
}): Partial<Record<RejectReason, number>> {
  const total: Partial<Record<RejectReason, number>> = {}
  for (const { rejectedBy } of columns)
    for (const [reason, count] of Object.entries(rejectedBy) as [RejectReason, number][])
      total[reason] = (total[reason] ?? 0) + count
  return total
}
