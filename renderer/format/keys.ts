import { say } from '../../contract/words/say.ts'

const NAMES: Readonly<Record<string, string>> = {
  Mod: say('Ctrl'),
  Shift: say('Shift'),
  Enter: say('Enter'),
  Delete: say('Delete'),
}
const MAC_NAMES: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
  Esc: 'esc',
  Delete: '⌫',
}
/** Where macOS writes several, in this order before the key. */
const MAC_ORDER = ['Alt', 'Shift', 'Mod']

/** Keys of the menu as the system writes them: `Ctrl Shift S`, or `⇧⌘S`. */
export function keysText(keys: string, mac: boolean): string {
  const parts = keys.split('+')
  if (!mac) return parts.map((part) => NAMES[part] ?? part).join(' ')
  const held = MAC_ORDER.filter((part) => parts.includes(part))
  const pressed = parts.filter((part) => !held.includes(part))
  return [...held, ...pressed].map((part) => MAC_NAMES[part] ?? part).join('')
}

/** The same for a screen reader (`aria-keyshortcuts`). */
export function keysForReader(keys: string, mac: boolean): string {
  return keys.replace('Mod', mac ? 'Meta' : 'Control').replace('Esc', 'Escape')
}
