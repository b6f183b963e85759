/** What means “no value” where nobody says otherwise, besides the empty cell. */
export const MISSING_TOKENS: readonly string[] = ['na', 'n/a', '#n/a', 'nan', 'null', '?', '-', '.']

const TOKENS = new Set(['', ...MISSING_TOKENS])

/** Whether a cell says that there is no value: empty, NA, N/A, #N/A, NaN, null, ?, - or a single point. */
export function isMissing(cell: string): boolean {
  if (cell.length === 0) return true
  const text = cell.trim()
  return text.length <= 4 && TOKENS.has(text.toLowerCase())
}
