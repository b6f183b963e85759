import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '../contract/host.ts'

export interface MenuNeeds {
  mac: boolean
  send(command: Command): void
  about(): void
}

/** The template of the application's menu. */
export function planMenu({ mac, send, about }: MenuNeeds): MenuItemConstructorOptions[] {
  const item = (id: Command, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    click: () => send(id),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  // Esc and ? belong to the page, which knows whether a dialog is open or text is being typed. macOS ignores
  // `registerAccelerator`, so the keys are only shown elsewhere.
  const shown = (id: Command, label: string, accelerator: string): MenuItemConstructorOptions =>
    mac ? item(id, label) : { ...item(id, label, accelerator), registerAccelerator: false }

  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('open', 'Open CSV…', 'CmdOrCtrl+O'),
        item('samples', 'Open sample…'),
        item('import', 'Import options…', 'CmdOrCtrl+I'),
        { type: 'separator' },
        item('save-session', 'Save session', 'CmdOrCtrl+S'),
        item('save-session-as', 'Save session as…', 'CmdOrCtrl+Shift+S'),
        { type: 'separator' },
        item('export', 'Export labelled CSV…', 'CmdOrCtrl+E'),
        item('save-picture', 'Save picture…'),
        { type: 'separator' },
        { role: mac ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        item('view-1', 'Data', 'CmdOrCtrl+1'),
        item('view-2', 'Restarts', 'CmdOrCtrl+2'),
        item('view-3', 'Clusters', 'CmdOrCtrl+3'),
        item('view-4', 'Models', 'CmdOrCtrl+4'),
        item('view-5', 'Compare', 'CmdOrCtrl+5'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    {
      label: 'Fi&t',
      submenu: [item('run', 'Run', 'CmdOrCtrl+Return'), shown('stop', 'Stop', 'Escape')],
    },
    {
      role: 'help',
      label: '&Help',
      submenu: [
        shown('glossary', 'Glossary', 'F1'),
        shown('shortcuts', 'Keyboard shortcuts', '?'),
        { id: 'about', label: 'About Basin', click: () => about() },
      ],
    },
  ]
}
