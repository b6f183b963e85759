import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Engine } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import type { FileGrant, TargetGrant } from '../../contract/host.ts'
import { serve } from '../../contract/server.ts'
import { answerError, dismiss } from './answer.ts'
import { createEngineSocket } from './engine-socket.ts'
import { createPageEngine } from './page-engine.ts'
import { createPage } from './page.ts'
import { createPrivateFolder } from './private-folder.ts'
import { route, type Routes } from './routes.ts'
import { createSession } from './session.ts'
import { createTargets } from './targets.ts'
import { createUploads } from './uploads.ts'

const BOUNDS = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  requestTimeout: 600_000,
  connectionsCheckingInterval: 2_000,
}
const SILENCE = 60_000
const MOST_CONNECTIONS = 128

export interface LocalServerParts {
  engine: Engine
  grants: {
    addFile(path: string, id?: string, lasting?: boolean): FileGrant
    addTarget(path: string, id?: string, lasting?: boolean): TargetGrant
  }
  pageFolder: string
  file: FileGrant | null
  /** 0 takes any free port. */
  port: number
}

export interface LocalServer {
  /** Works once. */
  url: string
  port: number
  close(): Promise<void>
}

/**
 * The page and the engine behind one door on 127.0.0.1.
 * @throws EngineError `not-available` where the port cannot be had.
 */
export async function createLocalServer(parts: LocalServerParts): Promise<LocalServer> {
  const page = createPage(parts.pageFolder)
  const server = createServer(BOUNDS)
  server.maxConnections = MOST_CONNECTIONS
  server.timeout = SILENCE
  const port = await listen(server, parts.port)

  const folder = createPrivateFolder()
  const session = createSession(port)
  const uploads = createUploads(folder, (path) => parts.grants.addFile(path, undefined, false))
  const routes: Routes = {
    port,
    session,
    page,
    file: parts.file,
    uploads,
    targets: createTargets(folder, (path) => parts.grants.addTarget(path, undefined, false)),
    language: async () => (await parts.engine.preferences({})).language,
  }
  const engineSocket = createEngineSocket(port, session, (pagePort) => {
    const own = createPageEngine(parts.engine, uploads.remove)
    serve(own.engine, pagePort)
    pagePort.onClose(own.leave)
  })
  server.on('request', (request, response) => {
    response.on('error', () => response.destroy())
    route(routes, request, response).catch((thrown: unknown) => answerError(response, thrown))
  })
  server.on('upgrade', engineSocket.upgrade)
  server.on('clientError', (_, socket) => {
    if (socket.writable) dismiss(socket, '400 Bad Request')
    else socket.destroy()
  })

  return {
    url: `http://127.0.0.1:${port}/?token=${session.token}`,
    port,
    close: () =>
      new Promise((resolve) => {
        engineSocket.close()
        server.close(() => {
          folder.remove()
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new EngineError(
          'not-available',
          `Basin cannot listen on port ${port}: ${error.message}.`,
          'Choose another port, or none: a free one is then taken.',
        ),
      ),
    )
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
