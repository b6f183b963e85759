import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { FileGrant } from '../../contract/host.ts'
import { answerJson, answerText, begin } from './answer.ts'
import { refusal, type Door } from './doors.ts'
import type { Page } from './page.ts'
import type { Session } from './session.ts'
import { attachment, type Targets } from './targets.ts'
import type { Uploads } from './uploads.ts'

export interface Routes {
  port: number
  session: Session
  page: Page
  file: FileGrant | null
  uploads: Uploads
  targets: Targets
  /** What the person chose for pages to speak. */
  language(): Promise<string>
}

const DOWNLOAD = '/api/targets/'

/** Answers one request of the page. What is not allowed is 403, what is not there 404. */
export async function route(
  routes: Routes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = parse(request.url ?? '')
  if (url === null) return answerText(response, 400, 'This is not an address.')
  const token = url.pathname === '/' ? url.searchParams.get('token') : null
  const refused = refusal(request, door(request, token), routes.port, routes.session)
  if (refused !== null) return answerText(response, 403, refused)
  if (token !== null) return enter(routes, token, request, response)
  if (request.method === 'GET') return get(routes, url, response)
  if (request.method === 'POST') return post(routes, url, request, response)
  answerText(response, 405, 'Basin answers GET and POST.')
}

function parse(address: string): URL | null {
  const url = address.startsWith('/') ? URL.parse(`http://127.0.0.1${address}`) : null
  return url?.host === '127.0.0.1' ? url : null
}

function door(request: IncomingMessage, token: string | null): Door {
  if (request.method !== 'GET') return 'changes'
  return token === null ? 'reads' : 'open'
}

function enter({ session }: Routes, token: string, request: IncomingMessage, response: ServerResponse): void {
  const cookie = session.redeem(token)
  if (cookie === null && !session.holds(request.headers.cookie))
    return answerText(response, 403, 'This address has been used. Start Basin again for a new one.')
  begin(response, 303, cookie === null ? { location: '/' } : { location: '/', 'set-cookie': cookie })
  response.end()
}

async function get(
  { page, file, targets, language }: Routes,
  url: URL,
  response: ServerResponse,
): Promise<void> {
  if (url.pathname === '/api/boot') return answerJson(response, 200, { file })
  if (url.pathname.startsWith(DOWNLOAD)) {
    const target = await targets.open(url.pathname.slice(DOWNLOAD.length))
    if (target === null) return answerText(response, 404, 'Nothing has been saved under this address.')
    begin(response, 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': attachment(target.name),
    })
    return pipeline(target.file.createReadStream(), response)
  }
  const found = await page.read(url.pathname)
  if (found === null) return answerText(response, 404, 'There is nothing here.')
  begin(response, 200, { 'content-type': found.type })
  response.end(found.type.startsWith('text/html') ? speaking(found.bytes, await language()) : found.bytes)
}

/** The page learns the language as it begins, not when the engine has answered. */
function speaking(html: Buffer, language: string): string {
  return html.toString('utf8').replace('<html lang="en">', `<html lang="en" data-language="${language}">`)
}

async function post(
  { uploads, targets }: Routes,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = url.searchParams.get('name') ?? ''
  if (url.pathname === '/api/files') return answerJson(response, 200, await uploads.take(name, request))
  if (url.pathname === '/api/targets') return answerJson(response, 200, targets.create(name))
  answerText(response, 404, 'There is nothing here.')
}
