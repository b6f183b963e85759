import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeBrowser } from './chromium.ts'
import { sealSchemes } from './session.ts'
import { stopUtilityProcesses, utilityProcessIds } from './utility-process.ts'
import { localeAsked } from './locale.ts'

/** What the boot script knows of the application that is being run. */
export interface Launched {
  folder: string
  packaged: boolean
}

const PROFILE = '--user-data-dir='

class App extends EventEmitter {
  isPackaged = false
  sandboxed = false
  /** Set by the window module, which knows them. */
  closeWindows: () => void = () => {}
  hasWindows: () => boolean = () => false
  recentDocuments: string[] = []
  readonly commandLine = { appendSwitch: () => {} }
  readonly about: { options: unknown; shown: number } = { options: {}, shown: 0 }
  #folder = process.cwd()
  #isReady = false
  #resolveReady: () => void = () => {}
  #ready = new Promise<void>((resolve) => (this.#resolveReady = resolve))
  #quitting = false

  launched({ folder, packaged }: Launched): void {
    this.#folder = folder
    this.isPackaged = packaged
  }

  /** As Electron, only after the main script has been evaluated. */
  becomeReady(): void {
    this.#isReady = true
    sealSchemes()
    this.emit('ready', {}, {})
    this.#resolveReady()
  }

  whenReady(): Promise<void> {
    return this.#ready
  }

  isReady(): boolean {
    return this.#isReady
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
    this.sandboxed = true
  }

  requestSingleInstanceLock(): boolean {
    return true
  }

  getAppPath(): string {
    return this.#folder
  }

  getLocale(): string {
    return localeAsked()
  }

  getPreferredSystemLanguages(): string[] {
    return [localeAsked()]
  }

  getVersion(): string {
    const text = readFileSync(join(this.#folder, 'package.json'), 'utf8')
    return (JSON.parse(text) as { version: string }).version
  }

  getPath(name: 'documents' | 'userData'): string {
    const profile = process.argv.find((each) => each.startsWith(PROFILE))?.slice(PROFILE.length)
    if (name === 'userData' && profile !== undefined) return profile
    return join(process.env['HOME'] ?? tmpdir(), name === 'documents' ? 'Documents' : '.config/Basin')
  }

  getAppMetrics(): { type: 'Utility'; pid: number; name: string }[] {
    return utilityProcessIds().map((pid) => ({ type: 'Utility', pid, name: 'Basin engine' }))
  }

  setAboutPanelOptions(options: unknown): void {
    this.about.options = options
  }

  showAboutPanel(): void {
    this.about.shown++
  }

  setAppUserModelId(): void {}

  addRecentDocument(path: string): void {
    this.recentDocuments.push(path)
  }

  clearRecentDocuments(): void {
    this.recentDocuments = []
  }

  allWindowsClosed(): void {
    if (this.#quitting) return
    if (!this.emit('window-all-closed')) this.quit()
  }

  quit(): void {
    if (this.#quitting) return
    let prevented = false
    const event = { preventDefault: () => (prevented = true) }
    this.emit('before-quit', event)
    if (prevented) return
    this.#quitting = true
    this.closeWindows()
    // A window that stays open keeps the program running.
    if (this.hasWindows()) {
      this.#quitting = false
      return
    }
    this.emit('will-quit', event)
    void this.exit(0)
  }

  async exit(code: number): Promise<void> {
    this.emit('quit', {}, code)
    stopUtilityProcesses()
    await closeBrowser()
    process.exit(code)
  }
}

export const app = new App()
