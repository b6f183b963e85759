import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test'
import type { Command } from '../contract/host.ts'
import { menuOf, type MenuLine } from '../contract/menu.ts'
import { openInBrowser } from './browser.ts'
import { launchElectron } from './stand-in/launch.ts'

/** Basin with its window open, whichever host it runs in. */
export interface App {
  readonly page: Page
  readonly kind: 'local' | 'electron' | 'stand-in'
  /** What the host's open dialog answers the next time it is asked; `press` asks it. */
  chooseFile(path: string, press: () => Promise<void>): Promise<void>
  /** What is written when `press` asks for a place to save: the path of the whole file. */
  save(name: string, press: () => Promise<void>): Promise<string>
  /** Chooses a command from the menu of the host. */
  menu(command: Command): Promise<void>
  close(): Promise<void>
}

interface Fixtures {
  /** A folder of this test alone. */
  folder: string
  /** Opens Basin, with a file named on the command line where one is given, for a person of a locale. */
  openApp: (file?: string, locale?: string) => Promise<App>
  /** A browser that nobody has used: its cookies, storage and cache are its own. */
  openContext: (options?: BrowserContextOptions) => Promise<BrowserContext>
}
interface WorkerFixtures {
  /** One Chromium for all tests of a worker, started when it is first asked for. */
  browserOfAll: () => Promise<Browser>
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  // Playwright reads a fixture's needs from the shape of its first parameter, even where there are none.
  folder: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'basin-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  browserOfAll: [
    async ({ browserName: _ }, use) => {
      let browser: Browser | undefined
      await use(async () => {
        if (browser?.isConnected() !== true) browser = await openInBrowser()
        return browser
      })
      await browser?.close()
    },
    { scope: 'worker' },
  ],
  openContext: async ({ browserOfAll }, use) => {
    const opened: BrowserContext[] = []
    await use(async (options) => {
      const context = await (await browserOfAll()).newContext(options)
      opened.push(context)
      return context
    })
    for (const context of opened) await context.close()
  },
  openApp: async ({ folder, openContext }, use, info) => {
    const opened: App[] = []
    await use(async (file, locale = 'en-GB') => {
      const app = await (info.project.name === 'local'
        ? openLocal(openContext, folder, locale, file)
        : openElectron(folder, locale, file))
      opened.push(app)
      info.annotations.push({ type: 'host', description: HOSTS[app.kind] })
      return app
    })
    for (const app of opened) await app.close()
  },
})
export { expect }

const HOSTS = {
  local: 'the local host, in Chromium',
  electron: 'real Electron',
  'stand-in': 'the Electron stand-in over Chromium',
}

/** Starts `basin serve` from its bundle and waits for the address that it prints; `kill` ends it without a word. */
export async function serveBasin(
  file?: string,
  home?: string,
): Promise<{ url: string; stop: () => Promise<void>; kill: () => Promise<void> }> {
  const parameters = ['out/hosts/main.js', 'serve', ...(file === undefined ? [] : [file]), '--no-open']
  const server = spawn(process.execPath, parameters, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...(home === undefined ? {} : homeAt(home)) },
  })
  const url = await firstLine(server)
  return { url, stop: () => end(server, 'SIGTERM'), kill: () => end(server, 'SIGKILL') }
}

/** `basin serve` with a file that it refuses before it serves anything. */
export function serveUntilRefused(file: string): { status: number | null; stderr: string } {
  const parameters = ['out/hosts/main.js', 'serve', file, '--no-open']
  return spawnSync(process.execPath, parameters, { encoding: 'utf8', timeout: 30_000 })
}

/** Wherever the system keeps a person's settings, these are of this test alone. */
const homeAt = (folder: string) => ({ HOME: folder, XDG_CONFIG_HOME: folder, APPDATA: folder })

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    server.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')))
    })
    server.once('exit', (code) => reject(new Error(`basin serve ended with status ${code}: ${text}`)))
  })
}

function end(server: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.kill(signal)
  })
}

const isCommand = (line: MenuLine, command: Command) => line.kind === 'command' && line.command === command

async function openLocal(
  openContext: Fixtures['openContext'],
  folder: string,
  locale: string,
  file?: string,
): Promise<App> {
  const server = await serveBasin(file, join(folder, 'home'))
  const context = await openContext({
    acceptDownloads: true,
    viewport: { width: 1440, height: 900 },
    locale,
  })
  const page = await context.newPage()
  // Playwright hears of file dialogs from the first listener on, a little late: one by keyboard could come before it.
  page.on('filechooser', () => {})
  await page.goto(server.url)
  return {
    page,
    kind: 'local',
    async chooseFile(path, press) {
      const asked = page.waitForEvent('filechooser')
      await press()
      await (await asked).setFiles(path)
    },
    async save(_name, press) {
      const started = page.waitForEvent('download')
      await press()
      return (await started).path()
    },
    async menu(command) {
      const group = menuOf('local').find(({ lines }) => lines.some((line) => isCommand(line, command)))
      const entry = group?.lines.find((line) => isCommand(line, command))
      if (group === undefined || entry?.kind !== 'command') throw new Error(`no menu has ${command}`)
      const bar = page.getByRole('menubar')
      await bar.getByRole('menuitem', { name: group.label, exact: true }).click()
      await bar
        .getByRole('menu', { name: group.label })
        .getByRole('menuitem', { name: entry.label, exact: true })
        .click()
    },
    async close() {
      await context.close()
      await server.stop()
    },
  }
}

async function openElectron(folder: string, locale: string, file?: string): Promise<App> {
  const { app, page, kind } = await launchElectron({
    args: [`--lang=${locale}`, ...(file === undefined ? [] : [file])],
  })
  if (kind === 'stand-in' && process.env['BASIN_REAL_ELECTRON'] === '1')
    throw new Error('BASIN_REAL_ELECTRON is set, and Electron’s program is not there.')
  return {
    page,
    kind,
    async chooseFile(path, press) {
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
      }, path)
      await press()
    },
    async save(name, press) {
      const path = join(folder, name)
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
      }, path)
      await press()
      await expect.poll(() => existsSync(path), { message: `${name} was not written` }).toBe(true)
      return path
    },
    async menu(command) {
      // The main process hears a little later than the page shows it that a line can be used again.
      const enabled = () =>
        app.evaluate(
          ({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled ?? false,
          command,
        )
      await expect.poll(enabled, { message: `${command} cannot be used` }).toBe(true)
      await app.evaluate(({ Menu }, id) => {
        Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
      }, command)
    },
    close: () => app.close(),
  }
}
