import { isMainThread } from 'node:worker_threads'
import { app } from './app.ts'
import { BrowserWindow, webContents } from './browser-window.ts'
import { dialog } from './dialog.ts'
import { screen } from './displays.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu } from './menu.ts'
import { Notification } from './notification.ts'
import { MessageChannelMain } from './ports.ts'
import { protocol, session } from './session.ts'
import { utilityProcess } from './utility-process.ts'

if (!isMainThread) throw new Error('As in Electron, a worker thread cannot import electron.')

const nativeTheme = { shouldUseDarkColors: process.env['STAND_IN_DARK'] === '1', themeSource: 'system' }

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
