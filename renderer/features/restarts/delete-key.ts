const MAC = navigator.userAgent.includes('Mac')
const TYPED = 'input, select, textarea'

/** Whether a key means to remove what has the focus; on a Mac it is the one that other keyboards call Backspace, too. */
export function isDelete({ key, target, ...held }: KeyboardEvent, mac = MAC): boolean {
  if (held.ctrlKey || held.metaKey || held.altKey || held.shiftKey) return false
  const typing = target instanceof HTMLElement && target.closest(TYPED) !== null
  return !typing && (key === 'Delete' || (mac && key === 'Backspace'))
}
