import { decode, encode } from '../../contract/codec.ts'
import { EngineError } from '../../contract/errors.ts'
import type { Message, Port } from '../../contract/messages.ts'
import { createJoiner } from '../../contract/pieces.ts'
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

/**
 * An open WebSocket as a port. Frames that are not messages end the connection: nothing after them can be trusted. Each frame, or piece of
 * a long one, is read, and its message then heard, in tasks of their own: the browser hands over several at once, which together would hold
 * up the page.
 */
export function wrapSocket(socket: WebSocket): Port {
  let frames: unknown[] = []
  let unheard: Message | null = null
  let onMessage: ((message: Message) => void) | null = null
  let onClose: ((reason: string) => void) | null = null
  let reason = say('the connection to the local server was lost.')
  let told = false
  const joined = createJoiner()
  const turns = createTurns(take)

  socket.onerror = null
  socket.onclose = turns.ask
  socket.onmessage = ({ data }: MessageEvent<unknown>) => {
    frames.push(data)
    turns.ask()
  }

  function take(): void {
    if (onMessage !== null && unheard !== null) {
      const message = unheard
      unheard = null
      turns.ask()
      onMessage(message)
    } else if (unheard === null && frames.length > 0) {
      read(frames.shift())
      turns.ask()
    } else if (onClose !== null && socket.readyState === WebSocket.CLOSED && !told) {
      told = true
      onClose(reason)
    }
  }

  function read(data: unknown): void {
    try {
      if (!(data instanceof ArrayBuffer)) return refuse()
      const frame = joined(new Uint8Array(data))
      if (frame !== null) unheard = decode(frame)
    } catch {
      refuse()
    }
  }

  function refuse(): void {
    frames = []
    socket.onmessage = null
    reason = say('the local server sent something that cannot be read.')
    socket.close()
  }

  return {
    send: (message) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(encode(message))
    },
    onMessage: (listener) => {
      onMessage = listener
      turns.ask()
    },
    onClose: (listener) => {
      onClose = listener
      turns.ask()
    },
    close: () => socket.close(),
  }
}

/** Does a piece of work in a task of its own after it was asked for, once however often that was. Not slowed where the page is hidden. */
function createTurns(work: () => void): { ask: () => void } {
  const { port1, port2 } = new MessageChannel()
  let asked = false
  port1.onmessage = () => {
    asked = false
    work()
  }
  return {
    ask: () => {
      if (!asked) port2.postMessage(null)
      asked = true
    },
  }
}
