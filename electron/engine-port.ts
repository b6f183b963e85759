import type { MessagePortMain } from 'electron'
import type { Message, Port } from '../contract/messages.ts'

/** A message port of Electron as the contract's port. It holds messages back until there is a listener. */
export function portOver(port: MessagePortMain): Port {
  return {
    send: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', (event) => listener(event.data as Message))
      port.start()
    },
    onClose(listener) {
      port.once('close', () => listener('The window is gone.'))
    },
    close: () => port.close(),
  }
}
