import type { MenuItemConstructorOptions } from 'electron'
import type { MenuRole } from '../contract/menu.ts'
import { say } from '../contract/words/say.ts'

type PlannedRole = Exclude<MenuRole, 'about'>

/**
 * Electron takes `+` for the key that has it alone, where most keyboards have it together with Shift, and does not take the keys of
 * the number pad for the others.
 */
const MORE_KEYS: Partial<Record<PlannedRole, readonly string[]>> = {
  zoomIn: ['CmdOrCtrl+=', 'CmdOrCtrl+numadd'],
  zoomOut: ['CmdOrCtrl+numsub'],
  resetZoom: ['CmdOrCtrl+num0'],
}

/** The line of a role, and unseen ones for more keys. Electron does what a role stands for, but names it in English whatever the system speaks. */
export function planRoles(role: PlannedRole, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const labels: Record<PlannedRole, string> = {
    cut: say('Cut'),
    copy: say('Copy'),
    paste: say('Paste'),
    selectAll: say('Select All'),
    resetZoom: say('Actual Size'),
    zoomIn: say('Zoom In'),
    zoomOut: say('Zoom Out'),
    togglefullscreen: say('Toggle Full Screen'),
    close: platform === 'darwin' ? say('Close Window') : say('Close'),
    quit: platform === 'win32' ? say('Exit') : say('Quit'),
  }
  const line = { role, label: labels[role] }
  return [line, ...(MORE_KEYS[role] ?? []).map((accelerator) => ({ ...line, accelerator, visible: false }))]
}

/** The menu that macOS names after the program. */
export function appMenu(preferences: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about', label: say('About Basin') },
      { type: 'separator' },
      ...preferences,
      { type: 'separator' },
      { role: 'services', label: say('Services') },
      { type: 'separator' },
      { role: 'hide', label: say('Hide Basin') },
      { role: 'hideOthers', label: say('Hide Others') },
      { role: 'unhide', label: say('Show All') },
      { type: 'separator' },
      { role: 'quit', label: say('Quit Basin') },
    ],
  }
}

/** The menu that macOS adds the windows to. */
export function windowMenu(): MenuItemConstructorOptions {
  return {
    role: 'windowMenu',
    label: say('Window'),
    submenu: [
      { role: 'minimize', label: say('Minimize') },
      { role: 'zoom', label: say('Zoom') },
      { type: 'separator' },
      { role: 'front', label: say('Bring All to Front') },
    ],
  }
}
