import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { FileGrant } from '../../contract/host.ts'
import { catalogueOf, languageFor } from '../../contract/languages/languages.ts'
import { phrase, speakerOf, type Phrase } from '../../contract/words/say.ts'
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

const DOWNLOAD = 'api/targets/'

/** Answers one request of the page. What is not allowed is 403, what is not there 404. */
export async function route(
  routes: Routes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = parse(request.url ?? '')
  const tell: Tell = async (status, said) => answerText(response, status, await worded(routes, request, said))
  if (url === null) return tell(400, phrase('This is not an address.'))
  const token = url.pathname === '/' ? url.searchParams.get('token') : null
  const refused = refusal(request, door(request, token), routes.port, routes.session)
  if (refused !== null) return tell(403, refused)
  if (token !== null) return enter(routes, token, response, tell)
  const { base } = routes.session
  if (!url.pathname.startsWith(base)) return tell(404, phrase('There is nothing here.'))
  const path = url.pathname.slice(base.length)
  if (request.method === 'GET') return get(routes, path, response, tell)
  if (request.method === 'POST')
    return post(routes, path, url.searchParams.get('name') ?? '', request, response, tell)
  return tell(405, phrase('Basin answers GET and POST.'))
}

/** Plain words for an answer that is seen as it is. */
type Tell = (status: number, said: Phrase) => Promise<void>

/** The words of who asks, as pages have them: the language chosen, or one that the browser names. */
async function worded({ language }: Routes, request: IncomingMessage, said: Phrase): Promise<string> {
  const chosen = await language()
  const known = (request.headers['accept-language'] ?? '').split(',').map((each) => each.trim())
  const spoken = languageFor(chosen === 'system' ? null : chosen, known)
  return speakerOf(spoken, await catalogueOf(spoken))(said)
}

function parse(address: string): URL | null {
  const url = address.startsWith('/') ? URL.parse(`http://127.0.0.1${address}`) : null
  return url?.host === '127.0.0.1' ? url : null
}

function door(request: IncomingMessage, token: string | null): Door {
  if (request.method !== 'GET') return 'changes'
  return token === null ? 'reads' : 'open'
}

function enter(
  { session }: Routes,
  token: string,
  response: ServerResponse,
  tell: Tell,
): Promise<void> | void {
  const cookie = session.redeem(token)
  if (cookie === null)
    return tell(403, phrase('This address has been used. Start Basin again for a new one.'))
  begin(response, 303, { location: session.base, 'set-cookie': cookie })
  response.end()
}

async function get(
  { page, file, targets, language }: Routes,
  path: string,
  response: ServerResponse,
  tell: Tell,
): Promise<void> {
  if (path === 'api/boot') return answerJson(response, 200, { file })
  if (path.startsWith(DOWNLOAD)) {
    const target = await targets.open(path.slice(DOWNLOAD.length))
    if (target === null) return tell(404, phrase('Nothing has been saved under this address.'))
    begin(response, 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': attachment(target.name),
    })
    return pipeline(target.file.createReadStream(), response)
  }
  const found = await page.read(path)
  if (found === null) return tell(404, phrase('There is nothing here.'))
  begin(response, 200, { 'content-type': found.type })
  response.end(found.type.startsWith('text/html') ? speaking(found.bytes, await language()) : found.bytes)
}

/** The page learns the language as it begins, not when the engine has answered. */
function speaking(html: Buffer, language: string): string {
  return html.toString('utf8').replace('<html lang="en">', `<html lang="en" data-language="${language}">`)
}

async function post(
  { uploads, targets }: Routes,
  path: string,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  tell: Tell,
): Promise<void> {
  if (path === 'api/files') return answerJson(response, 200, await uploads.take(name, request))
  if (path === 'api/targets') return answerJson(response, 200, targets.create(name))
  return tell(404, phrase('There is nothing here.'))
}
