import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { LIMITS } from '../../contract/limits.ts'
import type { Port } from '../../contract/messages.ts'
import { dismiss } from './answer.ts'
import { refusal } from './doors.ts'
import { socketPort } from './socket-port.ts'
import type { Session } from './session.ts'

const MOST_PAGES = 16
const FRAME_BYTES = LIMITS.pictureBytes + (1 << 20)

export interface EngineSocket {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

/** The door to the engine: one port per page, after the same checks as every other request. */
export function createEngineSocket(
  port: number,
  session: Session,
  connected: (page: Port) => void,
): EngineSocket {
  const server = new WebSocketServer({ noServer: true, maxPayload: FRAME_BYTES, perMessageDeflate: false })
  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy())
      const elsewhere = request.url !== `${session.base}engine`
      if (
        elsewhere ||
        server.clients.size >= MOST_PAGES ||
        refusal(request, 'changes', port, session) !== null
      )
        return dismiss(socket, '403 Forbidden')
      server.handleUpgrade(request, socket, head, (page) => connected(socketPort(page)))
    },
    close() {
      for (const page of server.clients) page.terminate()
      server.close()
    },
  }
}
