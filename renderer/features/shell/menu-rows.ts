import type { Host } from '../../../contract/host.ts'
import { keysIn, menuOf, type MenuCommand, type MenuLine, type MenuNeed } from '../../../contract/menu.ts'
import { say } from '../../../contract/words/say.ts'

export interface MenuItem {
  kind: 'item'
  entry: MenuCommand
  /** As in the contract's menu. */
  keys: string | null
  /** Why it does nothing now; null where it does. */
  reason: string | null
}

export type MenuRow = MenuItem | { kind: 'separator' }

export interface BarMenu {
  label: string
  letter: string
  rows: MenuRow[]
}

export interface MenuFacts {
  /** Which of the needs are met. */
  met: Readonly<Record<MenuNeed, boolean>>
  whyNot(entry: MenuCommand): string | null
}

const LACKING: Readonly<Record<MenuNeed, string>> = {
  data: say('Open a file first.'),
  fit: say('Run a fit first.'),
  running: say('No fit is running.'),
}

/** Why the command does nothing now: what it needs first, then what whoever does it says. */
export function whyNot(entry: MenuCommand, { met, whyNot }: MenuFacts): string | null {
  if (entry.needs !== null && entry.needs !== 'data' && !met.data) return LACKING.data
  return entry.needs !== null && !met[entry.needs] ? LACKING[entry.needs] : whyNot(entry)
}

/** The menu bar of a page, as it stands now. */
export function planBar(host: Host['kind'], facts: MenuFacts): BarMenu[] {
  const row = (line: MenuLine): MenuRow[] => {
    switch (line.kind) {
      case 'command':
        return [{ kind: 'item', entry: line, keys: keysIn(host, line), reason: whyNot(line, facts) }]
      case 'separator':
        return [{ kind: 'separator' }]
      case 'role':
        return []
    }
  }
  return menuOf(host)
    .map(({ label, letter, lines }) => ({ label, letter, rows: lines.flatMap(row) }))
    .filter(({ rows }) => rows.length > 0)
}

export function itemsOf(menu: BarMenu): MenuItem[] {
  return menu.rows.filter((row) => row.kind === 'item')
}
