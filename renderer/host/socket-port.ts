import { decode, encode } from '../../contract/codec.ts'
import { EngineError } from '../../contract/errors.ts'
import type { Message, Port } from '../../contract/messages.ts'
import { say } from '../../contract/words/say.ts'

/** An open WebSocket to the engine as a port. */
export function openSocketPort(address: string): Promise<Port> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address)
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => resolve(wrapSocket(socket))
    socket.onerror = () =>
      reject(
        new EngineError(
          'engine-died',
          say('The local Basin server does not answer.'),
          say('Start `basin serve` again and open the address that it prints.'),
        ),
      )
  })
}

/** An open WebSocket as a port. Frames that are not messages end the connection: nothing after them can be trusted. */
export function wrapSocket(socket: WebSocket): Port {
  const waiting: Message[] = []
  let onMessage: ((message: Message) => void) | null = null
  let onClose: ((reason: string) => void) | null = null
  let reason = say('the connection to the local server was lost.')

  socket.onerror = null
  socket.onclose = () => onClose?.(reason)
  socket.onmessage = (event: MessageEvent<unknown>) => {
    const message = read(event.data)
    if (message === null) {
      reason = say('the local server sent something that cannot be read.')
      socket.close()
    } else if (onMessage === null) waiting.push(message)
    else onMessage(message)
  }

  return {
    send: (message) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(encode(message))
    },
    onMessage: (listener) => {
      onMessage = listener
      for (const message of waiting.splice(0)) listener(message)
    },
    onClose: (listener) => {
      onClose = listener
      if (socket.readyState === WebSocket.CLOSED) listener(reason)
    },
    close: () => socket.close(),
  }
}

function read(data: unknown): Message | null {
  if (!(data instanceof ArrayBuffer)) return null
  try {
    return decode(new Uint8Array(data))
  } catch {
    return null
  }
}
