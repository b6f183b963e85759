const MAC = navigator.userAgent.includes('Mac')
const TYPED = 'input, select, textarea'

/**
 * Whether a key that is pressed, and not held down, means to remove what has the focus; on a Mac it is the one that other keyboards call
 * Backspace, too.
 */
export function isDelete(event: KeyboardEvent, mac = MAC): boolean {
  const { key, target } = event
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat) return false
  const typing = target instanceof HTMLElement && target.closest(TYPED) !== null
  return !typing && (key === 'Delete' || (mac && key === 'Backspace'))
}
