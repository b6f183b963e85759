import type { WebSocket } from 'ws'
import { decode, encode } from '../../contract/codec.ts'
import type { Message, Port } from '../../contract/messages.ts'
import { cutFrame } from '../../contract/pieces.ts'

const UNSUPPORTED = 1003
const MALFORMED = 1007
/** A page that stops reading is let go before what waits for it fills the memory. */
const WAITING_BYTES = 1 << 29

/** A WebSocket as a port. Anything that is not a whole message ends the connection. */
export function socketPort(socket: WebSocket): Port {
  const early: Message[] = []
  let listener = (message: Message): void => void early.push(message)

  socket.on('message', (data, isBinary) => {
    if (!isBinary || !Buffer.isBuffer(data)) return socket.close(UNSUPPORTED, 'Binary frames only')
    let message: Message
    try {
      message = decode(data)
    } catch {
      return socket.close(MALFORMED, 'Not a message of Basin')
    }
    listener(message)
  })
  socket.on('error', () => socket.terminate())

  return {
    send(message) {
      if (socket.readyState !== socket.OPEN) return
      if (socket.bufferedAmount > WAITING_BYTES) return socket.terminate()
      for (const piece of cutFrame(encode(message))) socket.send(piece)
    },
    onMessage(added) {
      listener = added
      for (const message of early.splice(0)) added(message)
    },
    onClose(added) {
      socket.once('close', () => added('The page was closed.'))
    },
    close: () => socket.close(),
  }
}
