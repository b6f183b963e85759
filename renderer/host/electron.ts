import { EngineError, type ErrorData } from '../../contract/errors.ts'
import type { Host } from '../../contract/host.ts'
import type { Message, Port } from '../../contract/messages.ts'
import type { Connection } from './connection.ts'

/**
 * What the preload script puts on the window: the host, and the two halves of the way to the engine. Of an Error only the
 * message passes the bridge, so a refusal rejects with its ErrorData as JSON for the message.
 */
export type Bridge = Omit<Host, 'kind'> & {
  /** Asks for a port; it comes as a window message `basin:port`. */
  requestPort(): void | Promise<void>
  onEngineGone(listener: (reason: string) => void): () => void
}

export function connectElectron(window: Window, bridge: Bridge): Connection {
  return {
    host: {
      kind: 'electron',
      chooseFile: () => worded(bridge.chooseFile()),
      grantDropped: (file) => worded(bridge.grantDropped(file)),
      chooseTarget: (name, kind) => worded(bridge.chooseTarget(name, kind)),
      targetBeside: (target) => worded(bridge.targetBeside(target)),
      printPage: (html) => worded(bridge.printPage(html)),
      deliver: (target) => bridge.deliver(target),
      initialFile: () => worded(bridge.initialFile()),
      onOpenFile: (listener) => bridge.onOpenFile(listener),
      onCommand: (listener) => bridge.onCommand(listener),
      show: (state) => bridge.show(state),
      notify: (title, text) => bridge.notify(title, text),
      newWindow: () => bridge.newWindow(),
      allowUpdates: (allowed) => worded(bridge.allowUpdates(allowed)),
      onUpdateReady: (listener) => bridge.onUpdateReady(listener),
      restartEngine: () => worded(bridge.restartEngine()),
    },
    openPort: async () =>
      wrapMessagePort(await receivePort(window, bridge), (listener) => bridge.onEngineGone(listener)),
  }
}

/** The answer, or the refusal as the main process worded it. */
async function worded<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (thrown) {
    throw readRefusal(thrown)
  }
}

function readRefusal(thrown: unknown): EngineError {
  try {
    return EngineError.fromData(JSON.parse((thrown as Error).message) as ErrorData)
  } catch {
    return EngineError.from(thrown)
  }
}

function receivePort(window: Window, bridge: Bridge): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    const listener = (event: MessageEvent) => {
      const port = event.ports[0]
      if (event.source !== window || event.data !== 'basin:port' || port === undefined) return
      window.removeEventListener('message', listener)
      resolve(port)
    }
    window.addEventListener('message', listener)
    Promise.resolve(bridge.requestPort()).catch((thrown: unknown) => {
      window.removeEventListener('message', listener)
      reject(readRefusal(thrown))
    })
  })
}

/** A message port as a contract port. A message port does not say when its other end has died; `onGone` does. */
export function wrapMessagePort(
  port: MessagePort,
  onGone: (listener: (reason: string) => void) => () => void,
): Port {
  let release: (() => void) | null = null
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.onmessage = (event: MessageEvent<Message>) => listener(event.data)
    },
    onClose: (listener) => {
      release = onGone((reason) => {
        release?.()
        port.close()
        listener(reason)
      })
    },
    close: () => {
      release?.()
      port.close()
    },
  }
}
