import { onScopeDispose } from 'vue'
import { commandsOf } from '../../../contract/menu.ts'
import type { AppCommand } from '../../stores/commands.ts'

export interface Keystroke {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/**
 * The command of a keystroke; null where it has none. `typing`: the focus is in a field, which keeps what it can
 * type, and its arrows; `text`: in one with an undo of its own. `scrolling`: the arrows belong to a table of rows, or to a list of choices.
 */
export function commandOf(
  stroke: Keystroke,
  typing: boolean,
  scrolling: boolean,
  text = typing,
): AppCommand | null {
  const entry = ENTRIES.find(({ keys }) => keys.some((one) => isPressed(one, stroke)))
  if (entry !== undefined) {
    const fieldOwnsIt = (text && entry.heard === 'text') || (typing && stroke.key === '?')
    return fieldOwnsIt ? null : entry.command
  }
  if (stroke.ctrlKey && !stroke.metaKey && isPressed('Mod+Y', stroke)) return text ? null : 'redo'
  if (typing || scrolling || stroke.shiftKey || stroke.ctrlKey || stroke.metaKey || stroke.altKey) return null
  if (stroke.key === 'ArrowUp') return 'previous-restart'
  return stroke.key === 'ArrowDown' ? 'next-restart' : null
}

/** A browser's keys are heard in the desktop program as well, and the other way round where they reach the page. */
const ENTRIES = [...commandsOf('electron'), ...commandsOf('local')]
  .filter(({ heard }) => heard !== 'place')
  .map(({ command, heard, keys, browserKeys }) => ({
    command,
    heard,
    keys: [keys, browserKeys].filter((one) => one !== null),
  }))

function isPressed(keys: string, stroke: Keystroke): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const held = (part: string) => parts.includes(part)
  if (held('Mod') !== (stroke.ctrlKey || stroke.metaKey) || held('Alt') !== stroke.altKey) return false
  // Which keys give `?` depends on the keyboard; digits are meant as keys, whatever is printed on them.
  if (key === '?') return stroke.key === '?'
  if (held('Shift') !== stroke.shiftKey) return false
  if (/^\d$/.test(key)) return stroke.code === `Digit${key}`
  return stroke.key.toLowerCase() === (key === 'Esc' ? 'escape' : key.toLowerCase())
}

/** Listens for shortcuts while the calling component lives. An open dialog keeps all keys to itself. */
export function useShortcuts(run: (command: AppCommand) => void, scrolling: () => boolean): void {
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
    const command = commandOf(
      event,
      isIn(event.target, TYPED),
      scrolling() || isIn(event.target, 'input, select'),
      isIn(event.target, WRITTEN),
    )
    if (command === null) return
    if (command !== 'stop') event.preventDefault()
    run(command)
  }
  window.addEventListener('keydown', listener)
  onScopeDispose(() => window.removeEventListener('keydown', listener))
}

const TYPED = 'input:not([type=checkbox]), select, textarea'
/* What is chosen in the others has no undo but that of the choices. */
const WRITTEN = 'input:not([type=checkbox], [type=radio], [type=range]), textarea'

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof HTMLElement && target.closest(selector) !== null
}
