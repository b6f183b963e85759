import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { findBrowser } from '../../build/browser.ts'

const root = join(import.meta.dirname, '../..')

export interface LaunchOptions {
  /** The application's own arguments, such as a file to open. */
  args?: string[]
  env?: Record<string, string>
  /** Where it keeps what a person has chosen; a folder of its own, which goes with it, where none is given. */
  profile?: string
  /** A packed application's executable, in place of the built one in the checkout. */
  executablePath?: string
}

export interface Launched {
  app: ElectronApplication
  page: Page
  kind: 'electron' | 'stand-in'
}

/** Starts Basin in the real Electron where its binary is present, else in the stand-in. */
export async function launchElectron(options: LaunchOptions = {}): Promise<Launched> {
  const kind = realElectron() === null ? 'stand-in' : 'electron'
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'basin-profile-'))
  const args = [`--user-data-dir=${profile}`, ...(options.args ?? [])]
  const start = () =>
    _electron.launch({
      cwd: root,
      args: options.executablePath === undefined ? ['.', ...args] : args,
      env: { ...environment(), ...(kind === 'stand-in' ? standInEnvironment() : {}), ...options.env },
      ...(options.executablePath === undefined ? {} : { executablePath: options.executablePath }),
    })
  const opened = await openWindow(start).catch((thrown: unknown) => {
    if (kind === 'electron') throw thrown
    // Once in many launches on a busy machine the stand-in's page closes while it loads; why is not known.
    process.stderr.write(`The stand-in did not open its window and is started again: ${String(thrown)}\n`)
    return openWindow(start)
  })
  if (options.profile === undefined)
    opened.app.once('close', () => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }))
  return { ...opened, kind }
}

async function openWindow(
  start: () => Promise<ElectronApplication>,
): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await start()
  try {
    const page = await app.firstWindow()
    await page.waitForURL(/\/index\.html$/)
    // Whoever ends a test agrees to end the fits in it.
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
    })
    return { app, page }
  } catch (thrown) {
    await app.close().catch(() => {})
    throw thrown
  }
}

function realElectron(): string | null {
  const folder = join(root, 'node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : null
}

/** Playwright finds Electron in this process, so the override must stand in this process's environment. */
function standInEnvironment(): Record<string, string> {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(import.meta.dirname, 'dist')
  const chromium = findBrowser()
  if (chromium === null) throw new Error('The stand-in needs a Chromium; see build/browser.ts.')
  return {
    BASIN_CHROMIUM: chromium,
    BASIN_STAND_IN: import.meta.dirname,
    STAND_IN_FOLDERS: [join(root, 'samples'), tmpdir(), process.env['STAND_IN_FOLDERS']]
      .filter(Boolean)
      .join(delimiter),
  }
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
}
