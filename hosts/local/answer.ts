import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { EngineError, type ErrorCode } from '../../contract/errors.ts'
import { PAGE_HEADERS } from '../../contract/page-policy.ts'

const STATUS: Partial<Record<ErrorCode, number>> = { internal: 500, 'too-large': 413, 'not-available': 503 }
const ALWAYS = { ...PAGE_HEADERS, 'cache-control': 'no-store' }

/** Starts an answer with the headers that every answer has. */
export function begin(response: ServerResponse, status: number, headers: Record<string, string>): void {
  response.writeHead(status, { ...ALWAYS, ...headers })
}

export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  begin(response, status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

export function answerText(response: ServerResponse, status: number, text: string): void {
  begin(response, status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  response.end(`${text}\n`)
}

/** A failure of the interface's own request: the same plain data as over the engine's port. */
export function answerError(response: ServerResponse, thrown: unknown): void {
  const error = EngineError.from(thrown)
  if (response.headersSent) return void response.destroy()
  begin(response, STATUS[error.code] ?? 422, {
    'content-type': 'application/json',
    connection: 'close',
  })
  response.end(JSON.stringify(error.toData()))
}

/** Ends a connection that has no answer of its own. Whoever is at its other end may keep it half open: it is not waited for. */
export function dismiss(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`, () => socket.destroy())
}
