import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session } from 'electron'
import type { Command } from '../contract/host.ts'
import { EngineError } from '../contract/errors.ts'
import { languageFor, speakIn, spoken } from '../contract/languages/languages.ts'
import { phrase } from '../contract/words/say.ts'
import type { Arrivals } from './arrivals.ts'
import { askBeforeClosing } from './closing.ts'
import { bringForward, createDesk, type Desk } from './desk.ts'
import { createDesks } from './desks.ts'
import { handleRequests } from './ipc.ts'
import { isEnabled, planMenu } from './menu.ts'
import { askHowMany, createOpenings } from './openings.ts'
import { serveScheme } from './scheme.ts'
import { lockSession } from './security.ts'
import { loadUpdater } from './updater.ts'
import { createUpdates } from './updates.ts'
import { keepPlace, placeWindow, readPlace, type WindowPlace } from './window-place.ts'

/** The windows, their engines, and what runs between them. `folder` holds the built files; the application must be ready. */
export async function openDesktop(arrivals: Arrivals, folder: string): Promise<void> {
  lockSession(session.defaultSession)
  serveScheme(protocol, resolve(folder, '../renderer'))
  const placeFile = join(app.getPath('userData'), 'window.json')
  const desks = createDesks<Desk>()
  const updates = createUpdates({
    hasFeed: app.isPackaged && existsSync(join(process.resourcesPath, 'app-update.yml')),
    load: loadUpdater,
    ready: (version) => desks.all().forEach((desk) => desk.updateReady(version)),
  })
  let quitting = false

  function openWindow(file: string | null): Promise<void> {
    const front = desks.front()
    const last = front === null ? readPlace(placeFile) : placeOf(front)
    const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea)
    const desk = createDesk({
      folder,
      file,
      placed: placeWindow(last, front !== null, displays),
      newWindow: () => void openWindow(null),
      allowUpdates: (allowed) => updates.allow(allowed),
      changed: showFront,
    })
    const { window } = desk
    if (front === null && last?.maximised === true) window.maximize()
    desks.add(desk)
    window.on('focus', () => {
      desks.toFront(desk)
      showFront()
    })
    window.on('closed', () => {
      desks.remove(desk)
      showFront()
    })
    askBeforeClosing(window, dialog, {
      ends: () => desk.state.closing,
      closes: () => keepPlace(placeFile, placeOf(desk)),
      kept: () => {
        quitting = false
      },
      agreed: () => {
        if (quitting) app.quit()
      },
    })
    return desk.load()
  }

  /** What the system draws is as light as the window in front, and in its language. */
  function showFront(): void {
    const theme = desks.front()?.state.theme ?? nativeTheme.themeSource
    if (theme !== nativeTheme.themeSource) nativeTheme.themeSource = theme
    const language = desks.front()?.state.language ?? spoken()
    if (language === spoken()) return showMenu(desks.front())
    void speakIn(language).then(() => {
      setMenu(send)
      showFront()
    })
  }

  const openings = createOpenings({
    async open(path) {
      const desk = desks.forFile()
      if (desk === null) await openWindow(path)
      else desk.open(path)
    },
    ask: (count) => askHowMany(dialog, count),
    failed: (thrown) => void Promise.reject(thrown instanceof Error ? thrown : new Error(String(thrown))),
  })

  function send(command: Command): void {
    if (command === 'new-window' || desks.front() === null) void openWindow(null)
    if (command !== 'new-window') desks.front()?.send(command)
  }

  handleRequests(ipcMain, (event) => {
    const desk = desks.all().find(({ window }) => window.webContents === event.sender)
    if (desk !== undefined) return desk.handlers
    throw new EngineError(
      'invalid-input',
      phrase('The window that asked is closing.'),
      phrase('Open another window.'),
    )
  })
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const files = (data as { files?: string[] } | null)?.files ?? []
    const front = desks.front()
    if (files.length > 0) void openings.add(files)
    else if (front === null) void openWindow(null)
    else bringForward(front.window)
  })
  app.on('activate', () => {
    if (desks.front() === null) void openWindow(null)
  })
  app.on('before-quit', () => {
    quitting = true
  })
  arrivals.onLater((path) => void openings.add([path]))
  await speakIn(languageFor(null, [...app.getPreferredSystemLanguages(), app.getLocale()]))
  setMenu(send)
  await openings.add(arrivals.takeAll())
  if (desks.front() === null) await openWindow(null)
}

function placeOf({ window }: Desk): WindowPlace {
  const { x, y, width, height } = window.getNormalBounds()
  return { x, y, width, height, maximised: window.isMaximized() }
}

function setMenu(send: (command: Command) => void): void {
  app.setAboutPanelOptions({ applicationName: 'Basin', applicationVersion: app.getVersion() })
  const menu = planMenu({ platform: process.platform, send, about: () => app.showAboutPanel() })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu))
}

/** The menu is one for all windows: it shows what can be done in the one in front. */
function showMenu(front: Desk | null): void {
  const menu = Menu.getApplicationMenu()
  for (const [command, enabled] of isEnabled(front?.state.disabled ?? null)) {
    const item = menu?.getMenuItemById(command)
    if (item != null) item.enabled = enabled
  }
}
