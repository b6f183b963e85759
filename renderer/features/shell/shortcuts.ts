import { onScopeDispose } from 'vue'
import type { AppCommand } from '../../stores/commands.ts'

export interface Keystroke {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** Every shortcut, as the dialog lists them. */
export const SHORTCUTS: readonly { keys: string; does: string }[] = [
  { keys: 'Ctrl O', does: 'Open a CSV, or a session' },
  { keys: 'Ctrl I', does: 'Import options: how the file is read' },
  { keys: 'Ctrl Enter', does: 'Run' },
  { keys: 'Esc', does: 'Stop a running fit, and keep what was found; else select no rows' },
  { keys: 'Ctrl S', does: 'Save the session; with Shift: under another name' },
  { keys: 'Ctrl E', does: 'Export the labelled CSV' },
  { keys: 'Ctrl 1 … 5', does: 'Data, Restarts, Clusters, Models, Compare (in a browser: Alt 1 … 5)' },
  { keys: '↑ ↓', does: 'Previous and next restart' },
  { keys: '↑ ↓ Space', does: 'In the rows of the file: walk, and select; Shift takes a range, Ctrl A all' },
  {
    keys: 'Enter',
    does: 'On a cluster of the legend: select its rows. With Shift: add them, with Alt: remove them',
  },
  { keys: 'Shift, Alt', does: 'While a box or lasso is drawn: add, remove; both: keep what is in both' },
  { keys: 'Ctrl Z', does: 'Select the rows that were selected before' },
  { keys: 'Space', does: 'While the player is open: play or pause. Esc closes it' },
  { keys: '← →', does: 'While the player is open: one step back or on' },
  { keys: 'F1', does: 'Glossary: the terms on the screen first, then all others' },
  { keys: '?', does: 'This list' },
]

/**
 * The command of a keystroke; null where it has none. `typing`: the focus is in a field, which keeps what it can
 * type, and its arrows. `scrolling`: the arrows belong to a table of rows, or to a list of choices.
 */
export function commandOf(stroke: Keystroke, typing: boolean, scrolling: boolean): AppCommand | null {
  const digit = /^Digit([1-5])$/.exec(stroke.code)?.[1]
  const withControl = (stroke.ctrlKey || stroke.metaKey) && !stroke.altKey && !stroke.shiftKey
  const withAlt = stroke.altKey && !stroke.ctrlKey && !stroke.metaKey && !stroke.shiftKey
  if (digit !== undefined && (withControl || withAlt)) return `view-${digit}` as AppCommand
  if ((stroke.ctrlKey || stroke.metaKey) && stroke.shiftKey && stroke.key.toLowerCase() === 's')
    return 'save-session-as'
  if (withControl && stroke.key.toLowerCase() === 'z') return typing ? null : 'undo'
  if (withControl) return CONTROLLED[stroke.key.toLowerCase()] ?? null
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey) return null
  if (stroke.key === 'F1') return 'glossary'
  if (stroke.key === 'Escape') return 'stop'
  if (stroke.key === '?') return typing ? null : 'shortcuts'
  if (typing || scrolling || stroke.shiftKey) return null
  if (stroke.key === 'ArrowUp') return 'previous-restart'
  return stroke.key === 'ArrowDown' ? 'next-restart' : null
}

const CONTROLLED: Record<string, AppCommand | undefined> = {
  o: 'open',
  i: 'import',
  enter: 'run',
  e: 'export',
  s: 'save-session',
}

/** Listens for shortcuts while the calling component lives. An open dialog keeps all keys to itself. */
export function useShortcuts(run: (command: AppCommand) => void, scrolling: () => boolean): void {
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
    const command = commandOf(
      event,
      isIn(event.target, TYPED),
      scrolling() || isIn(event.target, 'input, select'),
    )
    if (command === null) return
    if (command !== 'stop') event.preventDefault()
    run(command)
  }
  window.addEventListener('keydown', listener)
  onScopeDispose(() => window.removeEventListener('keydown', listener))
}

const TYPED = 'input:not([type=checkbox]), select, textarea'

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof HTMLElement && target.closest(selector) !== null
}
