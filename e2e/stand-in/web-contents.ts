import { EventEmitter } from 'node:events'
import type { WebSocket } from 'ws'
import { browser } from './chromium.ts'
import { makeCodec } from './codec.ts'
import { invoke } from './ipc-main.ts'
import { pressKey } from './menu.ts'
import type { FromPage, ToPage } from './page.ts'
import { createWire, type MessagePortMain } from './ports.ts'
import { session } from './session.ts'

type WindowOpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }

const { encode, decode } = makeCodec()
let lastId = 0

/** The page of one window, as the application's main script sees it. */
export class WebContents extends EventEmitter {
  readonly id = ++lastId
  readonly session = session.defaultSession
  readonly mainFrame = { url: '', parent: null }
  targetId = ''
  sessionId = ''
  #windowOpenHandler: WindowOpenHandler | null = null
  #socket: WebSocket | null = null
  #held: Uint8Array[] = []
  #wire = createWire((frame) => this.#send(frame))
  #closeWindow: () => void
  #destroyed = false

  constructor(closeWindow: () => void) {
    super()
    this.#closeWindow = closeWindow
  }

  getURL(): string {
    return this.mainFrame.url
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler
  }

  /** As Electron, windows are allowed where there is no handler. */
  answerWindowOpen(details: { url: string }): 'allow' | 'deny' {
    return this.#windowOpenHandler?.(details).action ?? 'allow'
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
    this.#send({ t: 'event', channel, args, ports: [] })
  }

  postMessage(channel: string, message: unknown, transfer: MessagePortMain[] = []): void {
    const ports = transfer.map((port) => this.#wire.give(port))
    this.#send({ t: 'event', channel, args: [message], ports })
  }

  /** On A4, whatever is asked for. */
  async printToPDF(options: { printBackground?: boolean }): Promise<Buffer> {
    const b = await browser()
    const { printBackground = false } = options
    const paper = { paperWidth: 8.27, paperHeight: 11.69 }
    const { data } = await b.send('Page.printToPDF', { printBackground, ...paper }, this.sessionId)
    return Buffer.from(String(data), 'base64')
  }

  reload(): void {
    void browser().then((b) => b.send('Page.reload', {}, this.sessionId))
  }

  close(): void {
    this.#closeWindow()
  }

  destroyed(): void {
    this.#destroyed = true
    this.#wire.lost()
  }

  /** The page has opened its channel; a page before it, and the ports it held, are gone. */
  attach(socket: WebSocket): void {
    this.#wire.lost()
    this.#socket = socket
    for (const frame of this.#held.splice(0)) socket.send(frame)
    socket.on('message', (bytes: Buffer) => this.#receive(decode(new Uint8Array(bytes)) as FromPage))
    socket.on('close', () => {
      if (this.#socket === socket) this.#wire.lost()
    })
  }

  #send(frame: ToPage): void {
    const bytes = encode(frame)
    if (this.#socket) this.#socket.send(bytes)
    else this.#held.push(bytes)
  }

  #receive(frame: FromPage): void {
    switch (frame.t) {
      case 'invoke':
        return void this.#answer(frame.id, frame.channel, frame.args)
      case 'key':
        return pressKey(frame)
      default:
        return this.#wire.receive(frame)
    }
  }

  async #answer(id: number, channel: string, args: unknown[]): Promise<void> {
    const event = { type: 'frame', sender: this, senderFrame: this.mainFrame, frameId: 1, processId: 1 }
    try {
      this.#send({ t: 'reply', id, value: await invoke(event, channel, args) })
    } catch (error) {
      this.#send({ t: 'reply', id, error: (error as Error).message })
    }
  }
}
