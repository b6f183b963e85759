import { EventEmitter } from 'node:events'
import { isMainThread } from 'node:worker_threads'
import { app } from './app.ts'
import { BrowserWindow, webContents } from './browser-window.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu } from './menu.ts'
import { MessageChannelMain } from './ports.ts'
import { protocol, session } from './session.ts'
import { utilityProcess } from './utility-process.ts'

if (!isMainThread) throw new Error('As in Electron, a worker thread cannot import electron.')

/** One display, and notifications that tests read back. */
const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] }

class Notification extends EventEmitter {
  static readonly shown: { title: string; body: string }[] = []
  readonly options: { title: string; body: string }

  constructor(options: { title: string; body: string }) {
    super()
    this.options = options
  }

  static isSupported(): boolean {
    return true
  }

  show(): void {
    Notification.shown.push(this.options)
  }
}

const nativeTheme = { shouldUseDarkColors: process.env['STAND_IN_DARK'] === '1' }

const electron = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeTheme,
  Notification,
  protocol,
  screen,
  session,
  utilityProcess,
  webContents,
}
export default electron
export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeTheme,
  Notification,
  protocol,
  screen,
  session,
  utilityProcess,
  webContents,
}
