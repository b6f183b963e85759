/** A Markdown table with aligned columns, the first to the left and the others to the right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, at) => Math.max(4, ...[header, ...rows].map((row) => row[at].length)))
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const pad = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])))
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(pad(header)), line(rule), ...rows.map((row) => line(pad(row)))].join('\n')
}

/** Three significant digits, never as a power of ten. */
export const digits = (value: number): string =>
  value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(value < 0.01 ? 2 : 3)))

export function median(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b)
  const middle = ordered.length / 2
  return (ordered[Math.floor(middle - 0.5)] + ordered[Math.floor(middle)]) / 2
}
