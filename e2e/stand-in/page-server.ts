import { statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { WebSocketServer, type WebSocket } from 'ws'
import { schemeHandler } from './session.ts'

export interface PageServer {
  /** `http://127.0.0.1:<port>`: what the browser sees in place of `<scheme>://<host>`. */
  origin: string
  close(): void
}

export interface PageServerNeeds {
  scheme: string
  host: string
  token: string
  /** The page has opened its channel. */
  onChannel(socket: WebSocket): void
  /** What the application says to a window that the page wants. */
  onWindowOpen(details: { url: string }): 'allow' | 'deny'
}

/** Serves one window's scheme over HTTP: every request goes to the application's own protocol handler. */
export async function openPageServer(needs: PageServerNeeds): Promise<PageServer> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`The stand-in could not answer: ${String(error)}\n`)
      response.writeHead(500).end()
    })
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1 << 30, perMessageDeflate: false })
  server.on('upgrade', (request, socket, head) => {
    if (request.url === `/__stand-in/channel?${needs.token}`)
      sockets.handleUpgrade(request, socket, head, needs.onChannel)
    else socket.destroy()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  server.unref()
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      server.close()
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = /^\/__stand-in\/([a-z-]+)\?(\w+)$/.exec(request.url ?? '')
    if (asked?.[2] === needs.token) {
      const facts: unknown = JSON.parse(await textOf(request))
      if (asked[1] === 'file-path') response.end(pathOfFile(facts as FileFacts))
      else response.end(needs.onWindowOpen(facts as { url: string }))
      return
    }
    const url = `${needs.scheme}://${needs.host}${request.url ?? '/'}`
    const given = await schemeHandler(needs.scheme)(new Request(url, { method: request.method ?? 'GET' }))
    response.writeHead(given.status, Object.fromEntries(given.headers))
    if (given.body) Readable.fromWeb(given.body as ReadableStream).pipe(response)
    else response.end()
  }
}

interface FileFacts {
  name: string
  size: number
  modified: number
}

/** A page's File has no path; it is looked for in the folders named in STAND_IN_FOLDERS. */
function pathOfFile({ name, size, modified }: FileFacts): string {
  const folders = process.env['STAND_IN_FOLDERS']?.split(delimiter) ?? []
  const found = folders
    .map((folder) => join(folder, name))
    .find((path) => {
      const facts = statSync(path, { throwIfNoEntry: false })
      return facts?.isFile() && facts.size === size && Math.abs(facts.mtimeMs - modified) < 1000
    })
  return found ?? ''
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
