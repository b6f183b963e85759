import { describe, expect, it, vi } from 'vitest'
import { encode } from '../../contract/codec.ts'
import type { Message } from '../../contract/messages.ts'
import { wrapSocket } from './socket-port.ts'

class FakeSocket {
  readyState: number = WebSocket.OPEN
  sent: Uint8Array[] = []
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: (() => void) | null = null
  onerror: (() => void) | null = null
  send(bytes: Uint8Array): void {
    this.sent.push(bytes)
  }
  close(): void {
    this.readyState = WebSocket.CLOSED
    this.onclose?.()
  }
}

const wrap = (socket: FakeSocket) => wrapSocket(socket as unknown as WebSocket)
const result: Message = { kind: 'result', id: 1, value: { x: Float32Array.of(1, 2) } }

describe('a WebSocket as a port', () => {
  it('keeps messages that come before anyone listens', () => {
    const socket = new FakeSocket()
    const port = wrap(socket)
    socket.onmessage?.({ data: encode(result).buffer })
    const heard = vi.fn()
    port.onMessage(heard)
    expect(heard).toHaveBeenCalledExactlyOnceWith(result)
  })

  it('closes with a reason on a frame that is no message', () => {
    const socket = new FakeSocket()
    const port = wrap(socket)
    const closed = vi.fn()
    port.onClose(closed)
    socket.onmessage?.({ data: 'text' })
    expect(closed).toHaveBeenCalledExactlyOnceWith('the local server sent something that cannot be read.')
  })

  it('sends nothing into a connection that is closed', () => {
    const socket = new FakeSocket()
    const port = wrap(socket)
    socket.close()
    port.send({ kind: 'cancel', id: 1 })
    expect(socket.sent).toEqual([])
  })
})
