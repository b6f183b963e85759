/** Rows of cells as lines with aligned columns; `right` says which columns hold numbers. */
export function textTable(rows: string[][], right: boolean[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        right[column] === true ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
      )
      .join('  ')
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('')
}

/** A number for reading: six significant digits, exponents only where they help. */
export function shortNumber(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return ''
  const size = Math.abs(value)
  if (value === 0 || (size >= 1e-4 && size < 1e9)) return String(Number(value.toPrecision(6)))
  return value.toExponential(3)
}

/** 1234567 → 1,234,567 */
export function count(value: number): string {
  return value.toLocaleString('en-GB')
}

/** 1 row, 272 rows */
export function plural(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`
}
