import type { ColumnProfile, DatasetSummary } from '../../contract/views.ts'

/** A file as `basin.inspect`, version 1. */
export function inspectionOf({
  file,
  bytes,
  dialect,
  rows,
  columns,
  warnings,
  seconds,
}: DatasetSummary): object {
  const { encoding, delimiter, quote, decimal, thousands, header } = dialect
  return {
    format: 'basin.inspect',
    version: 1,
    file,
    bytes,
    encoding,
    delimiter,
    quote,
    decimal,
    thousands,
    header,
    rows,
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

function columnOf(column: ColumnProfile): object {
  const { name, original, type, missing, rejected, distinct, min, max, mean, sd, ambiguous, use, reason } =
    column
  return { name, original, type, missing, rejected, distinct, min, max, mean, sd, ambiguous, use, reason }
}
