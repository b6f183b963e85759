const COMMA = /^\s*[+-]?\d*,\d+(?:[eE][+-]?\d+)?\s*$/
const POINT = /^\s*[+-]?\d*\.\d+(?:[eE][+-]?\d+)?\s*$/
const GROUPED = /^\s*[+-]?\d{1,3}(?:,\d{3})+\s*$/

/** A decimal comma where cells are written with one and none with a point; between commas, not where all could be grouped thousands. */
export function sniffDecimal(records: readonly string[][], delimiter: string): '.' | ',' {
  let commas = 0
  let grouped = 0
  for (const record of records) {
    for (const cell of record) {
      if (POINT.test(cell)) return '.'
      if (!COMMA.test(cell)) continue
      commas++
      if (GROUPED.test(cell)) grouped++
    }
  }
  if (commas === 0) return '.'
  return delimiter === ',' && grouped === commas ? '.' : ','
}
