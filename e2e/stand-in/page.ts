import type { Codec } from './codec.ts'

/** Between a page and the stand-in, each as one binary frame of its WebSocket. */
export type ToPage =
  | { t: 'reply'; id: number; value?: unknown; error?: string }
  | { t: 'event'; channel: string; args: unknown[]; ports: number[] }
  | { t: 'port'; port: number; data: unknown }
  | { t: 'port-close'; port: number }
export type FromPage =
  | { t: 'invoke'; id: number; channel: string; args: unknown[] }
  | { t: 'key'; key: string; control: boolean; shift: boolean; alt: boolean }
  | { t: 'port'; port: number; data: unknown }
  | { t: 'port-close'; port: number }

type Require = (name: string) => unknown
type Preload = (require: Require, module: { exports: unknown }, exports: unknown, process: unknown) => void
type Listener = (event: { ports: MessagePort[] }, ...args: unknown[]) => void

/** Whole in itself: its source text runs in the page before any script of the page, and runs the preload there. */
export function installPage(makeCodec: () => Codec, preload: Preload, token: string): void {
  const { encode, decode } = makeCodec()
  const replies = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const listeners = new Map<string, Listener[]>()
  const ports = new Map<number, MessagePort>()
  const held: Uint8Array[] = []
  let lastId = 0

  const socket = new WebSocket(`ws://${location.host}/__stand-in/channel?${token}`)
  socket.binaryType = 'arraybuffer'
  socket.onopen = () => {
    for (const frame of held.splice(0)) socket.send(frame as Uint8Array<ArrayBuffer>)
  }
  socket.onmessage = (event) => receive(decode(new Uint8Array(event.data as ArrayBuffer)) as ToPage)

  function send(frame: FromPage): void {
    const bytes = encode(frame)
    if (socket.readyState === WebSocket.OPEN) socket.send(bytes as Uint8Array<ArrayBuffer>)
    else held.push(bytes)
  }

  function receive(frame: ToPage): void {
    switch (frame.t) {
      case 'reply': {
        const reply = replies.get(frame.id)
        replies.delete(frame.id)
        return frame.error === undefined ? reply?.resolve(frame.value) : reply?.reject(new Error(frame.error))
      }
      case 'event': {
        const event = { ports: frame.ports.map(openPort) }
        for (const listener of listeners.get(frame.channel)?.slice() ?? []) listener(event, ...frame.args)
        return
      }
      case 'port':
        return ports.get(frame.port)?.postMessage(frame.data)
      case 'port-close':
        ports.get(frame.port)?.close()
        ports.delete(frame.port)
    }
  }

  function openPort(id: number): MessagePort {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = (event) => send({ t: 'port', port: id, data: event.data as unknown })
    port1.addEventListener('close', () => {
      if (ports.delete(id)) send({ t: 'port-close', port: id })
    })
    ports.set(id, port1)
    return port2
  }

  function askAtOnce(what: string, facts: object): string {
    const request = new XMLHttpRequest()
    request.open('POST', `/__stand-in/${what}?${token}`, false)
    request.send(JSON.stringify(facts))
    return request.responseText
  }

  const openWindow = window.open.bind(window)
  window.open = (url = '', ...rest) => {
    const asked = { url: new URL(url, location.href).href }
    return askAtOnce('window-open', asked) === 'allow' ? openWindow(url, ...rest) : null
  }

  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]) {
      const id = ++lastId
      return new Promise((resolve, reject) => {
        replies.set(id, { resolve, reject })
        send({ t: 'invoke', id, channel, args })
      })
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    off(channel: string, listener: Listener) {
      listeners.set(channel, listeners.get(channel)?.filter((one) => one !== listener) ?? [])
      return ipcRenderer
    },
  }

  const webUtils = {
    getPathForFile(file: unknown): string {
      if (!(file instanceof File)) throw new TypeError('The argument must be a File.')
      return askAtOnce('file-path', { name: file.name, size: file.size, modified: file.lastModified })
    },
  }

  const contextBridge = {
    exposeInMainWorld(name: string, api: object) {
      if (name in globalThis)
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      Object.defineProperty(globalThis, name, { value: bridged(api), enumerable: true })
    },
  }

  /** As the context bridge does: functions become proxies, plain data is copied and frozen, errors keep their text. */
  function bridged(value: unknown): unknown {
    if (typeof value === 'function') {
      return (...args: unknown[]) => {
        const given = args.map((arg) => (typeof arg === 'function' ? arg : structuredClone(arg)))
        const result = (value as (...args: unknown[]) => unknown)(...given)
        if (!(result instanceof Promise)) return bridged(result)
        return result.then(bridged, (thrown: unknown) => {
          throw new Error(thrown instanceof Error ? thrown.message : String(thrown))
        })
      }
    }
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return Object.freeze(value.map(bridged))
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value)
    const entries = Object.entries(value).map(([key, entry]) => [key, bridged(entry)] as const)
    return Object.freeze(Object.fromEntries(entries))
  }

  // The page sees a key first; what it leaves alone is the menu's.
  addEventListener('keydown', (event) => {
    const { key, shiftKey: shift, altKey: alt } = event
    const control = event.ctrlKey || event.metaKey
    setTimeout(() => {
      if (!event.defaultPrevented) send({ t: 'key', key, control, shift, alt })
    })
  })

  const module = { exports: {} }
  const require: Require = (name) => {
    if (name === 'electron' || name === 'electron/renderer') return { contextBridge, ipcRenderer, webUtils }
    throw new Error(`module not found: ${name}`)
  }
  preload(require, module, module.exports, { platform: 'linux', type: 'renderer', sandboxed: true })
}
