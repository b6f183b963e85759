import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  MessageChannelMain,
  nativeTheme,
  Notification,
  session,
  utilityProcess,
} from 'electron'
import type { Command, PageState } from '../contract/host.ts'
import { spoken } from '../contract/languages/languages.ts'
import { besideArchive } from './archive.ts'
import { createArrivals } from './arrivals.ts'
import { NOTICE, REQUEST } from './channels.ts'
import { planContextMenu } from './context-menu.ts'
import type { EngineSetup } from './control.ts'
import { createDialogs } from './dialogs.ts'
import { createEngineProcess, type EngineProcess } from './engine-process.ts'
import type { Handlers } from './ipc.ts'
import { createNotifier } from './notifier.ts'
import { printPage } from './print-page.ts'
import { START_PAGE } from './scheme.ts'
import { createTargets } from './targets.ts'
import { watchPage, windowOptions } from './window.ts'
import type { Placed } from './window-place.ts'

/** A window with an engine of its own: what goes wrong in one leaves the others alone. */
export interface Desk {
  readonly window: BrowserWindow
  /** What its page is answered. */
  readonly handlers: Handlers
  readonly state: PageState
  /** Whether a file can open in it without taking the place of another. */
  readonly free: boolean
  open(path: string): void
  send(command: Command): void
  /** A newer version is here. */
  updateReady(version: string): void
  load(): Promise<void>
}

export interface DeskNeeds {
  /** Of the built files. */
  folder: string
  /** Opened once the page is there. */
  file: string | null
  placed: Placed
  newWindow(): void
  allowUpdates(allowed: boolean): boolean
  /** The page stands otherwise than before. */
  changed(): void
}

const NOTHING = { open: false, fit: null, closing: null, disabled: [] }
/** As Electron has it: more than all is a bar that says nothing of how much. */
const UNKNOWN_PART = 2

export function createDesk({ folder, file, placed, newWindow, changed, allowUpdates }: DeskNeeds): Desk {
  const preload = resolve(folder, 'preload.cjs')
  const window = new BrowserWindow(windowOptions(preload, nativeTheme.shouldUseDarkColors, placed))
  const tell = (channel: string, value: unknown) => {
    if (!window.isDestroyed()) window.webContents.send(channel, value)
  }
  const engine = startEngine(folder, (reason) => tell(NOTICE.engineGone, reason))
  const dialogs = createDialogs(dialog, () => window, app.getPath('documents'))
  const targets = createTargets(dialogs, (path) => engine.grantTarget(path), existsSync)
  const arrivals = createArrivals(file === null ? [] : [file])
  const notify = createNotifier(window, Notification, () => bringForward(window))
  let state: PageState = { ...NOTHING, language: spoken(), theme: nativeTheme.themeSource }
  let offered = file !== null
  /** For a page that does not listen yet; null once it does. */
  let waiting: Command[] | null = []

  function grantFile(path: string | null) {
    if (path === null) return null
    app.addRecentDocument(path)
    return engine.grantFile(path)
  }

  function stands(now: PageState): void {
    state = now
    if (now.open) offered = false
    const held = waiting ?? []
    waiting = null
    for (const command of held) tell(NOTICE.command, command)
    window.setProgressBar(now.fit === null ? -1 : (now.fit.fraction ?? UNKNOWN_PART))
    changed()
  }

  arrivals.onLater((path) => {
    // Where the engine has died the page already says so, and offers what to do.
    void Promise.resolve(grantFile(path)).then(
      (grant) => tell(NOTICE.openFile, grant),
      () => {},
    )
  })
  window.on('closed', () => engine.stop())
  window.webContents.on('render-process-gone', () => {
    if (!window.isDestroyed()) stands({ ...state, ...NOTHING })
    waiting = []
  })
  window.webContents.on('context-menu', (_event, params) => {
    const lines = planContextMenu(params, process.platform)
    if (lines.length > 0) Menu.buildFromTemplate(lines).popup({ window })
  })
  watchPage(window, dialog, () => window.destroy())
  window.once('ready-to-show', () => window.show())

  return {
    window,
    handlers: {
      [REQUEST.chooseFile]: async () => grantFile(await dialogs.chooseFile()),
      [REQUEST.grantDropped]: (_event, path) => grantFile(path),
      [REQUEST.chooseTarget]: (_event, name, kind) => targets.choose(name, kind),
      [REQUEST.targetBeside]: (_event, target) => targets.beside(target),
      [REQUEST.printPage]: (_event, html) =>
        printPage(
          {
            session: session.fromPartition('basin-print'),
            open: (options) => new BrowserWindow(options),
            locale: app.getLocale(),
          },
          html,
        ),
      [REQUEST.initialFile]: () => grantFile(arrivals.takeAll()[0] ?? null),
      [REQUEST.state]: (_event, now) => stands(now),
      [REQUEST.notify]: (_event, title, body) => notify(title, body),
      [REQUEST.newWindow]: () => newWindow(),
      [REQUEST.allowUpdates]: (_event, allowed) => allowUpdates(allowed),
      [REQUEST.restartEngine]: () => engine.restart(),
      [REQUEST.connect]: (event) => event.sender.postMessage(NOTICE.port, null, [engine.connect()]),
    },
    get state() {
      return state
    },
    get free() {
      return !state.open && !offered
    },
    open(path) {
      offered = true
      arrivals.arrived(path)
      bringForward(window)
    },
    send(command) {
      if (waiting === null) tell(NOTICE.command, command)
      else waiting.push(command)
    },
    updateReady: (version) => tell(NOTICE.updateReady, version),
    load: () =>
      window.loadURL(START_PAGE).catch((thrown: unknown) => {
        // Closed before its page was there.
        if (!window.isDestroyed()) throw thrown
      }),
  }
}

function startEngine(folder: string, onGone: (reason: string) => void): EngineProcess {
  const outside = besideArchive(folder)
  const setup: EngineSetup = {
    samplesFolder: resolve(outside, '../samples'),
    choicesFolder: app.getPath('userData'),
    version: app.getVersion(),
  }
  return createEngineProcess({
    fork: () =>
      utilityProcess.fork(resolve(outside, 'engine.js'), [JSON.stringify(setup)], {
        serviceName: 'Basin engine',
      }),
    newChannel: () => new MessageChannelMain(),
    newId: randomUUID,
    onGone,
  })
}

export function bringForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.focus()
}
