import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { app } from './app.ts'
import { browser, type Chromium } from './chromium.ts'
import { makeCodec } from './codec.ts'
import { createPlace, type WindowPlace } from './displays.ts'
import { guardPage, guardWindows } from './page-guard.ts'
import { openPageServer, type PageServer } from './page-server.ts'
import { installPage } from './page.ts'
import { WebContents } from './web-contents.ts'

interface Options {
  x?: number
  y?: number
  width?: number
  height?: number
  show?: boolean
  webPreferences?: { preload?: string; javascript?: boolean }
}

const windows = new Set<BrowserWindow>()
let inFront: BrowserWindow | null = null
const putInFront = (window: BrowserWindow) => {
  inFront = window
}
let guarded: Promise<void> | undefined

/** A window of the stand-in: a page of Chromium behind the surface of Electron's class. */
export class BrowserWindow extends EventEmitter {
  readonly id: number
  readonly webContents = new WebContents(() => this.close())
  readonly options: Options
  #preload: string
  #server: PageServer | null = null
  #visible: boolean
  #closed = false
  #place: WindowPlace

  constructor(options: Options = {}) {
    super()
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    this.options = options
    this.#place = createPlace(options)
    this.id = this.webContents.id
    this.#visible = options.show !== false
    const preload = options.webPreferences?.preload
    this.#preload = preload === undefined ? '' : readFileSync(preload, 'utf8')
    windows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows]
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...windows].find((window) => window.webContents === contents) ?? null
  }

  async loadURL(url: string): Promise<void> {
    if (url.startsWith('data:')) return this.#loadData(url)
    const { protocol, host, pathname } = new URL(url)
    const token = randomBytes(16).toString('hex')
    const server = await openPageServer({
      scheme: protocol.slice(0, -1),
      host,
      token,
      onChannel: (socket) => this.webContents.attach(socket),
      onWindowOpen: (details) => this.webContents.answerWindowOpen(details),
    })
    this.#server = server
    this.webContents.mainFrame.url = url
    const b = await this.#openTarget()
    const { sessionId } = this.webContents
    await guardPage(b, this.webContents, server.origin, `${protocol}//${host}/`)
    await b.send(
      'Page.addScriptToEvaluateOnNewDocument',
      { source: this.#pageScript(server.origin, token) },
      sessionId,
    )
    const loaded = new Promise((done) => this.webContents.once('did-finish-load', done))
    const { errorText } = await b.send('Page.navigate', { url: server.origin + pathname }, sessionId)
    if (errorText !== undefined) throw new Error(`${errorText as string} loading '${url}'`)
    await loaded
  }

  /** A document that is its own address: no server, no preload. */
  async #loadData(url: string): Promise<void> {
    this.webContents.mainFrame.url = url
    const b = await this.#openTarget()
    const { sessionId } = this.webContents
    const disabled = this.options.webPreferences?.javascript === false
    await b.send('Emulation.setScriptExecutionDisabled', { value: disabled }, sessionId)
    const loaded = new Promise((done) => this.webContents.once('did-finish-load', done))
    await b.send('Page.navigate', { url }, sessionId)
    await loaded
  }

  #pageScript(origin: string, token: string): string {
    const preload = `function (require, module, exports, process) {\n${this.#preload}\n}`
    return `if (location.origin === '${origin}' && self === top) (${String(installPage)})(${String(makeCodec)}, ${preload}, '${token}')`
  }

  async #openTarget(): Promise<Chromium> {
    const b = await browser()
    await (guarded ??= guardWindows(b, () => [...windows].map((window) => window.webContents)))
    const { targetId } = await b.send('Target.createTarget', { url: 'about:blank', newWindow: true })
    this.webContents.targetId = String(targetId)
    const attached = await b.send('Target.attachToTarget', { targetId, flatten: true })
    const sessionId = (this.webContents.sessionId = String(attached['sessionId']))
    b.on(':Target.detachedFromTarget', (gone: { sessionId: string }) => {
      if (gone.sessionId === sessionId) this.#gone()
    })
    b.once(`${sessionId}:Page.loadEventFired`, () => this.emit('ready-to-show'))
    b.on(`${sessionId}:Page.loadEventFired`, () => this.webContents.emit('did-finish-load'))
    b.on(`${sessionId}:Inspector.targetCrashed`, () =>
      this.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
    )
    await b.send('Page.enable', {}, sessionId)
    await b.send('Inspector.enable', {}, sessionId)
    await this.#resize(b)
    return b
  }

  async #resize(b: Chromium): Promise<void> {
    const { targetId, sessionId } = this.webContents
    const { width, height } = this.#place.bounds
    if (process.env['STAND_IN_HEADFUL']) {
      const { windowId } = await b.send('Browser.getWindowForTarget', { targetId })
      await b.send('Browser.setWindowBounds', { windowId, bounds: { width, height } })
    } else {
      const metrics = { width, height, deviceScaleFactor: 1, mobile: false }
      await b.send('Emulation.setDeviceMetricsOverride', metrics, sessionId)
    }
  }

  static getFocusedWindow(): BrowserWindow | null {
    return inFront
  }

  blur(): void {
    if (inFront === this) inFront = null
  }

  show(): void {
    this.#visible = true
    this.emit('show')
    this.focus()
  }

  isVisible(): boolean {
    return this.#visible
  }

  isMinimized(): boolean {
    return this.#place.is === 'minimised'
  }

  isDestroyed(): boolean {
    return this.#closed
  }

  restore(): void {
    this.#place.restore()
    this.#placed('restore')
  }

  minimize(): void {
    this.#place.become('minimised')
    this.blur()
    this.emit('minimize')
  }

  maximize(): void {
    this.#place.become('maximised')
    this.#placed('maximize')
  }

  isMaximized(): boolean {
    return this.#place.is === 'maximised'
  }

  setBounds(bounds: Partial<WindowPlace['bounds']>): void {
    this.#place.set(bounds)
    this.#placed('resize')
  }

  getBounds(): WindowPlace['bounds'] {
    return this.#place.bounds
  }

  #placed(event: string): void {
    this.emit(event)
    if (this.webContents.sessionId !== '') void browser().then((b) => this.#resize(b).catch(() => {}))
  }

  isFocused(): boolean {
    return inFront === this
  }

  getNormalBounds(): WindowPlace['normal'] {
    return this.#place.normal
  }

  /** No task bar: tests put their own function here. */
  setProgressBar(): void {}

  focus(): void {
    putInFront(this)
    this.emit('focus')
  }

  close(): void {
    let prevented = false
    this.emit('close', { preventDefault: () => (prevented = true) })
    if (prevented || this.#closed) return
    this.destroy()
  }

  destroy(): void {
    if (this.#closed) return
    const { targetId } = this.webContents
    this.#gone()
    if (targetId !== '')
      void browser().then((b) => b.send('Target.closeTarget', { targetId }).catch(() => {}))
  }

  #gone(): void {
    if (this.#closed) return
    this.#closed = true
    windows.delete(this)
    if (inFront === this) inFront = null
    this.webContents.destroyed()
    this.#server?.close()
    this.emit('closed')
    if (windows.size === 0) app.allWindowsClosed()
  }
}

export const webContents = {
  fromDevToolsTargetId: (targetId: string) =>
    [...windows].map((window) => window.webContents).find((contents) => contents.targetId === targetId),
}

app.hasWindows = () => windows.size > 0
app.closeWindows = () => {
  for (const window of windows) window.close()
}
