import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '../contract/host.ts'
import {
  commandsOf,
  menuOf,
  tidy,
  type MenuCommand,
  type MenuGroup,
  type MenuLine,
} from '../contract/menu.ts'
import { say } from '../contract/words/say.ts'
import { appMenu, planRoles, windowMenu } from './menu-roles.ts'

export interface MenuNeeds {
  platform: NodeJS.Platform
  send(command: Command): void
  about(): void
}

/** The template of the application's menu, in the order of the system it runs on. */
export function planMenu(needs: MenuNeeds): MenuItemConstructorOptions[] {
  if (needs.platform !== 'darwin') return menuOf('electron').map((group) => planGroup(group, needs))
  const groups = menuOf('electron').map((group) =>
    planGroup({ ...group, lines: inOtherMenus(group.lines) }, needs),
  )
  const help = groups.pop()
  const preferences = commandsOf('electron').filter(({ command }) => command === 'preferences')
  return [
    appMenu(preferences.map((entry) => planCommand(entry, needs))),
    ...groups,
    windowMenu(),
    ...(help === undefined ? [] : [help]),
  ]
}

/** Without what the menu of the application has on macOS. */
function inOtherMenus(lines: readonly MenuLine[]): MenuLine[] {
  return tidy(
    lines.filter((line) => {
      if (line.kind === 'role') return line.role !== 'about' && line.role !== 'quit'
      return line.kind === 'separator' || line.command !== 'preferences'
    }),
  )
}

function planGroup({ label, letter, help, lines }: MenuGroup, needs: MenuNeeds): MenuItemConstructorOptions {
  return {
    label: label.replace(letter, `&${letter}`),
    ...(help ? { role: 'help' as const } : {}),
    submenu: lines.flatMap((line) => planLine(line, needs)),
  }
}

function planLine(line: MenuLine, needs: MenuNeeds): MenuItemConstructorOptions[] {
  switch (line.kind) {
    case 'separator':
      return [{ type: 'separator' }]
    case 'role':
      if (line.role === 'about')
        return [{ id: 'about', label: say('About Basin'), click: () => needs.about() }]
      return planRoles(line.role, needs.platform)
    case 'command':
      return [planCommand(line, needs)]
  }
}

function planCommand(entry: MenuCommand, { platform, send }: MenuNeeds): MenuItemConstructorOptions {
  const mac = platform === 'darwin'
  const { command, label, keys, heard } = entry
  const item = { id: command, label, click: () => send(command) }
  // macOS ignores `registerAccelerator`, and without the keys in a menu fields of text lose theirs.
  if (keys === null || (mac && (heard === 'page' || heard === 'place'))) return item
  return {
    ...item,
    accelerator: command === 'redo' && platform === 'win32' ? 'Ctrl+Y' : accelerator(keys),
    ...(heard === 'host' ? {} : { registerAccelerator: mac }),
  }
}

function accelerator(keys: string): string {
  return keys.replace('Mod', 'CmdOrCtrl').replace('Enter', 'Return').replace('Esc', 'Escape')
}

/**
 * Each command that stands in the menu, and whether it does something now; `disabled` is null where no window is open: one is opened
 * then for what needs nothing else.
 */
export function isEnabled(disabled: readonly Command[] | null): [Command, boolean][] {
  return commandsOf('electron').map(({ command, heard, needs }) => {
    if (disabled === null) return [command, needs === null]
    // A field of text may have something to undo where the page has nothing.
    return [command, heard === 'text' || !disabled.includes(command)]
  })
}
