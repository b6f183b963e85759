/** What becomes of the rows selected so far when others are pointed at. */
export type Mode = 'replace' | 'add' | 'remove' | 'intersect'

/** Shift adds, Alt removes, both keep what is in both. */
export function modeOf({ shiftKey, altKey }: Pick<MouseEvent | KeyboardEvent, 'shiftKey' | 'altKey'>): Mode {
  if (shiftKey) return altKey ? 'intersect' : 'add'
  return altKey ? 'remove' : 'replace'
}
