import { onScopeDispose } from 'vue'

export interface PlayerKeys {
  toggle(): void
  step(by: 1 | -1): void
  close(): void
}

type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Elements that take keys of their own. */
const TYPED = 'input, select, textarea, [contenteditable]'
const ARROWS = '[role=tablist], [role=radiogroup], [role=listbox], [role=slider], [role=grid]'
const PRESSED = 'button, a, summary, [role=button]'

/** What a keystroke does to the player, with the focus on `target`; null where it is not the player's. */
export function playerKey(stroke: Stroke, target: Element | null): keyof PlayerKeys | 'back' | null {
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey || stroke.shiftKey) return null
  const within = (selector: string) => target !== null && target.closest(selector) !== null
  if (stroke.key === 'Escape') return within('textarea, input:not([type=range])') ? null : 'close'
  if (within(TYPED)) return null
  if (stroke.key === ' ') return within(PRESSED) || within(ARROWS) ? null : 'toggle'
  if (within(ARROWS)) return null
  if (stroke.key === 'ArrowRight') return 'step'
  return stroke.key === 'ArrowLeft' ? 'back' : null
}

/**
 * Listens while the calling component lives: before all other shortcuts, of which Esc has another meaning. An open dialog keeps
 * all keys to itself.
 */
export function usePlayerKeys(player: PlayerKeys): void {
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
    const does = playerKey(event, event.target instanceof Element ? event.target : null)
    if (does === null) return
    event.preventDefault()
    event.stopPropagation()
    if (does === 'step') player.step(1)
    else if (does === 'back') player.step(-1)
    else player[does]()
  }
  window.addEventListener('keydown', listener, { capture: true })
  onScopeDispose(() => window.removeEventListener('keydown', listener, { capture: true }))
}
