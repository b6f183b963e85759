const BOOLEANS = new Set(['true', 'false', 'yes', 'no', 't', 'f', 'y', 'n'])
const ISO_DATE =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** Whether a cell is a written truth value: true, false, yes, no or their first letters. */
export function isBoolean(cell: string): boolean {
  const text = cell.trim()
  return text.length <= 5 && BOOLEANS.has(text.toLowerCase())
}

/** Whether a cell is a date, with or without a time, as ISO 8601 writes it. */
export function isDate(cell: string): boolean {
  return ISO_DATE.test(cell.trim())
}
