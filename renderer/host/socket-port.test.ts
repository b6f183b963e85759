import { describe, expect, it, vi } from 'vitest'
import { encode } from '../../contract/codec.ts'
import type { Message } from '../../contract/messages.ts'
import { cutFrame } from '../../contract/pieces.ts'
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
  it('keeps messages that come before anyone listens', async () => {
    const socket = new FakeSocket()
    const port = wrap(socket)
    socket.onmessage?.({ data: encode(result).buffer })
    const heard = vi.fn()
    port.onMessage(heard)
    await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith(result))
  })

  it('lets each message be heard in a task of its own, in their order, before it closes', async () => {
    const socket = new FakeSocket()
    const port = wrap(socket)
    const heard: unknown[] = []
    port.onMessage(({ id }) => {
      heard.push(id)
      void Promise.resolve().then(() => heard.push('rest of the task'))
    })
    port.onClose(() => heard.push('closed'))
    for (const id of [1, 2]) socket.onmessage?.({ data: encode({ ...result, id }).buffer })
    socket.close()
    expect(heard).toEqual([])
    await vi.waitFor(() => expect(heard).toEqual([1, 'rest of the task', 2, 'rest of the task', 'closed']))
  })

  it('hears a long message that comes in pieces once, between the messages before and after it', async () => {
    const socket = new FakeSocket()
    const port = wrap(socket)
    const heard: Message[] = []
    port.onMessage((message) => heard.push(message))
    const long: Message = {
      kind: 'result',
      id: 2,
      value: Float64Array.from({ length: 100_000 }, (_, i) => i),
    }
    const sent = [{ ...result, id: 1 }, long, { ...result, id: 3 }]
    const pieces = sent.flatMap((message) => cutFrame(encode(message)))
    expect(pieces.length).toBeGreaterThan(sent.length + 1)
    for (const piece of pieces) socket.onmessage?.({ data: piece.slice().buffer })
    await vi.waitFor(() => expect(heard).toEqual(sent))
  })

  it('hears nothing after a frame that is no message', async () => {
    const socket = new FakeSocket()
    const port = wrap(socket)
    const heard = vi.fn()
    const closed = vi.fn()
    port.onMessage(heard)
    port.onClose(closed)
    for (const data of ['text', encode(result).buffer]) socket.onmessage?.({ data })
    await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce())
    expect(heard).not.toHaveBeenCalled()
  })

  it('closes with a reason on a frame that is no message', async () => {
    const socket = new FakeSocket()
    const port = wrap(socket)
    const closed = vi.fn()
    port.onClose(closed)
    socket.onmessage?.({ data: 'text' })
    await vi.waitFor(() =>
      expect(closed).toHaveBeenCalledExactlyOnceWith('the local server sent something that cannot be read.'),
    )
  })

  it('sends nothing into a connection that is closed', () => {
    const socket = new FakeSocket()
    const port = wrap(socket)
    socket.close()
    port.send({ kind: 'cancel', id: 1 })
    expect(socket.sent).toEqual([])
  })
})
