/** Where the keyboard is in a menu bar. `item`: in the open menu; null where the menu is closed. */
export interface BarPlace {
  menu: number
  item: number | null
}

/** What of a menu its keys go by. */
export interface KeyedMenu {
  letter: string
  labels: readonly string[]
}

/** After a key: another place; out of the bar (null); or the item at hand is chosen. */
export type KeyOutcome = { place: BarPlace | null } | 'choose'

/** The keyboard of a menu bar (ARIA Authoring Practices, menubar). Undefined: the key means nothing here. */
export function pressInBar(
  place: BarPlace,
  key: string,
  menus: readonly KeyedMenu[],
): KeyOutcome | undefined {
  if (key === 'Tab' || key === 'F10') return { place: null }
  return place.item === null
    ? pressOnBar(place.menu, key, menus)
    : pressInMenu({ ...place, item: place.item }, key, menus)
}

function pressOnBar(menu: number, key: string, menus: readonly KeyedMenu[]): KeyOutcome | undefined {
  const at = (next: number): KeyOutcome => ({ place: { menu: around(next, menus.length), item: null } })
  switch (key) {
    case 'ArrowRight':
      return at(menu + 1)
    case 'ArrowLeft':
      return at(menu - 1)
    case 'Home':
      return at(0)
    case 'End':
      return at(-1)
    case 'ArrowDown':
    case 'Enter':
    case ' ':
      return opened(menu)
    case 'ArrowUp':
      return { place: { menu, item: around(-1, menus[menu]?.labels.length ?? 0) } }
    case 'Escape':
      return { place: null }
  }
  const named = menuOfLetter(key, menus)
  return named === -1 ? undefined : opened(named)
}

function pressInMenu(
  { menu, item }: { menu: number; item: number },
  key: string,
  menus: readonly KeyedMenu[],
): KeyOutcome | undefined {
  const labels = menus[menu]?.labels ?? []
  const at = (next: number): KeyOutcome => ({ place: { menu, item: around(next, labels.length) } })
  switch (key) {
    case 'ArrowDown':
      return at(item + 1)
    case 'ArrowUp':
      return at(item - 1)
    case 'Home':
      return at(0)
    case 'End':
      return at(-1)
    case 'ArrowRight':
      return opened(around(menu + 1, menus.length))
    case 'ArrowLeft':
      return opened(around(menu - 1, menus.length))
    case 'Escape':
      return { place: { menu, item: null } }
    case 'Enter':
    case ' ':
      return 'choose'
  }
  const next = nextWith(key, labels, item)
  return next === -1 ? undefined : at(next)
}

/** The menu that a letter opens; −1 where there is none. */
export function menuOfLetter(key: string, menus: readonly Pick<KeyedMenu, 'letter'>[]): number {
  return menus.findIndex(({ letter }) => letter.toLowerCase() === key.toLowerCase())
}

const opened = (menu: number): KeyOutcome => ({ place: { menu, item: 0 } })
const around = (at: number, count: number) => (count === 0 ? 0 : (at + count) % count)

function nextWith(key: string, labels: readonly string[], after: number): number {
  const order = labels.map((_, step) => around(after + 1 + step, labels.length))
  return order.find((at) => labels[at]?.toLowerCase().startsWith(key.toLowerCase()) === true) ?? -1
}
