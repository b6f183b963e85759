/** The row that a key goes to from another, of so many; null where the key is not one that walks. */
export function rowFrom(
  row: number,
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  rows: number,
  page: number,
): number | null {
  if (ctrlKey || metaKey || altKey) return null
  const steps: Record<string, number | undefined> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: rows - 1,
  }
  const wanted = steps[key]
  return wanted === undefined ? null : Math.max(0, Math.min(rows - 1, wanted))
}
