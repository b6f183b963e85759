import type { MenuItemConstructorOptions } from 'electron'
import type { MenuRole } from '../contract/menu.ts'
import { say } from '../contract/words/say.ts'

/** Electron does what a role stands for, but names it in English whatever the system speaks. */
export function planRole(
  role: Exclude<MenuRole, 'about'>,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions {
  const labels: Record<typeof role, string> = {
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
  return { role, label: labels[role] }
}

/** The menu that macOS names after the program. */
export function appMenu(): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about', label: say('About Basin') },
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
