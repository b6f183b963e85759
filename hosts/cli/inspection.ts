import type { ColumnProfile, DatasetSummary } from '../../contract/views.ts'

/** A file as `basin.inspect`, version 1. */
export function inspectionOf({
  file,
  bytes,
  dialect,
  rows,
  columns,
  compression,
  blankLines,
  commentLines,
  warnings,
  seconds,
}: DatasetSummary): object {
  const { encoding, delimiter, quote, decimal, thousands, header, comment, missing, skip } = dialect
  return {
    format: 'basin.inspect',
    version: 1,
    file,
    bytes,
    compression,
    encoding,
    delimiter,
    quote,
    decimal,
    thousands,
    header,
    comment,
    missing,
    skip,
    rows,
    blankLines,
    commentLines,
    columns: columns.map(columnOf),
    warnings: warnings.map(({ code, message, line, column, count }) => ({
      code,
      message,
      line: line ?? null,
      column: column ?? null,
      count: count ?? null,
    })),
    seconds,
  }
}

function columnOf({
  name,
  original,
  type,
  missing,
  rejected,
  distinct,
  min,
  max,
  mean,
  sd,
  ambiguous,
  use,
  reason,
  format,
  rejectedBy,
  rejects,
}: ColumnProfile): object {
  return {
    name,
    original,
    type,
    missing,
    rejected,
    distinct,
    min,
    max,
    mean,
    sd,
    ambiguous,
    use,
    reason,
    format,
    rejectedBy,
    rejects,
  }
}
