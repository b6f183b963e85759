import { nextTick, onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { menuOfLetter, pressInBar, type BarPlace, type KeyedMenu } from './menu-keys.ts'

export interface MenuBar {
  /** Null while the bar is left alone. */
  place: Readonly<ShallowRef<BarPlace | null>>
  go(place: BarPlace | null): void
  onKey(event: KeyboardEvent): void
  leave(): void
}

/**
 * The life of a menu bar: F10, and Alt pressed alone or with a letter, lead into it; where the focus was before, it is again
 * after. `element` holds what has `data-menu` and `data-item` for their numbers.
 */
export function useMenuBar(
  element: () => HTMLElement | null,
  menus: () => readonly KeyedMenu[],
  choose: () => void,
  mac: boolean,
): MenuBar {
  const place = shallowRef<BarPlace | null>(null)
  let before: HTMLElement | null = null
  /** A menu that closes takes the focus with it, before the next place has it. */
  let moving = false

  function go(next: BarPlace | null): void {
    if (place.value === null) before = document.activeElement as HTMLElement | null
    place.value = next
    if (next === null) return before?.focus()
    const selector =
      next.item === null
        ? `[data-menu="${next.menu}"]`
        : `[data-menu="${next.menu}"] + * [data-item="${next.item}"]`
    moving = true
    void nextTick(() => {
      moving = false
      element()?.querySelector<HTMLElement>(selector)?.focus()
    })
  }

  function onKey(event: KeyboardEvent): void {
    if (place.value === null || event.ctrlKey || event.metaKey || event.altKey) return
    const outcome = pressInBar(place.value, event.key, menus())
    if (outcome === undefined) return
    event.stopPropagation()
    if (event.key !== 'Tab') event.preventDefault()
    if (outcome === 'choose') choose()
    else if (event.key === 'Tab') place.value = null
    else go(outcome.place)
  }

  let altAlone = false
  const enter = (event: KeyboardEvent): void => {
    altAlone =
      event.key === 'Alt' && !mac && !event.ctrlKey && !event.shiftKey && !event.metaKey && !event.repeat
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
    const withAlt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && !mac
    const named = withAlt && event.key.length === 1 ? menuOfLetter(event.key, menus()) : -1
    if (named !== -1) go({ menu: named, item: 0 })
    else if (event.key === 'F10' && !event.shiftKey && place.value === null) go({ menu: 0, item: null })
    else return
    event.preventDefault()
  }
  const release = (event: KeyboardEvent): void => {
    if (event.key !== 'Alt' || !altAlone) return
    event.preventDefault()
    altAlone = false
    if (document.querySelector('dialog[open]') === null)
      go(place.value === null ? { menu: 0, item: null } : null)
  }
  const used = (): void => {
    altAlone = false
  }

  window.addEventListener('keydown', enter)
  window.addEventListener('keyup', release)
  window.addEventListener('pointerdown', used)
  window.addEventListener('blur', used)
  onScopeDispose(() => {
    window.removeEventListener('keydown', enter)
    window.removeEventListener('keyup', release)
    window.removeEventListener('pointerdown', used)
    window.removeEventListener('blur', used)
  })

  return {
    place,
    go,
    onKey,
    leave: () => {
      if (!moving) place.value = null
    },
  }
}
