import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeTheme,
  protocol,
  session,
  utilityProcess,
} from 'electron'
import { besideArchive } from './archive.ts'
import type { Arrivals } from './arrivals.ts'
import { NOTICE, REQUEST } from './channels.ts'
import type { EngineSetup } from './control.ts'
import { createDialogs } from './dialogs.ts'
import { createEngineProcess } from './engine-process.ts'
import { handleRequests } from './ipc.ts'
import { planMenu } from './menu.ts'
import { serveScheme, START_PAGE } from './scheme.ts'
import { lockSession } from './security.ts'
import { createTargets } from './targets.ts'
import { watchPage, windowOptions } from './window.ts'

/** The window, its engine, and what runs between them. `folder` holds the built files; the application must be ready. */
export async function openDesktop(arrivals: Arrivals, folder: string): Promise<void> {
  lockSession(session.defaultSession)
  serveScheme(protocol, resolve(folder, '../renderer'))
  const window = new BrowserWindow(
    windowOptions(resolve(folder, 'preload.cjs'), nativeTheme.shouldUseDarkColors),
  )
  const tell = (channel: string, value: unknown) => {
    if (!window.isDestroyed()) window.webContents.send(channel, value)
  }
  const outside = besideArchive(folder)
  const setup: EngineSetup = {
    samplesFolder: resolve(outside, '../samples'),
    choicesFolder: app.getPath('userData'),
    version: app.getVersion(),
  }
  const engine = createEngineProcess({
    fork: () =>
      utilityProcess.fork(resolve(outside, 'engine.js'), [JSON.stringify(setup)], {
        serviceName: 'Basin engine',
      }),
    newChannel: () => new MessageChannelMain(),
    newId: randomUUID,
    onGone: (reason) => tell(NOTICE.engineGone, reason),
  })
  const dialogs = createDialogs(dialog, () => window, app.getPath('documents'))
  const targets = createTargets(dialogs, (path) => engine.grantTarget(path), existsSync)
  const grantFile = async (path: string | null) => (path === null ? null : engine.grantFile(path))

  handleRequests(ipcMain, {
    [REQUEST.chooseFile]: async () => grantFile(await dialogs.chooseFile()),
    [REQUEST.grantDropped]: (_event, path) => grantFile(path),
    [REQUEST.chooseTarget]: (_event, name, kind) => targets.choose(name, kind),
    [REQUEST.targetBeside]: (_event, target) => targets.beside(target),
    [REQUEST.initialFile]: () => grantFile(arrivals.takeFirst()),
    [REQUEST.restartEngine]: () => engine.restart(),
    [REQUEST.connect]: (event) => event.sender.postMessage(NOTICE.port, null, [engine.connect()]),
  })
  arrivals.onLater((path) => {
    // Where the engine has died the page already says so, and offers what to do.
    void grantFile(path).then(
      (grant) => tell(NOTICE.openFile, grant),
      () => {},
    )
  })
  app.on('second-instance', (_event, _argv, _folder, data) => {
    if (window.isMinimized()) window.restore()
    window.focus()
    const file = (data as { file?: unknown } | null)?.file
    if (typeof file === 'string') arrivals.arrived(file)
  })
  app.on('will-quit', () => engine.stop())

  setMenu((command) => tell(NOTICE.command, command))
  watchPage(window, dialog, () => app.quit())
  window.once('ready-to-show', () => window.show())
  await window.loadURL(START_PAGE)
}

function setMenu(send: Parameters<typeof planMenu>[0]['send']): void {
  app.setAboutPanelOptions({ applicationName: 'Basin', applicationVersion: app.getVersion() })
  const mac = process.platform === 'darwin'
  const menu = planMenu({ mac, send, about: () => app.showAboutPanel() })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu))
}
