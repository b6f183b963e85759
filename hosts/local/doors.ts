import type { IncomingMessage } from 'node:http'
import { phrase, type Phrase } from '../../contract/words/say.ts'
import type { Session } from './session.ts'

/** What a request must bring. `changes` are those that do something: uploads, targets, the engine's socket. */
export type Door = 'open' | 'reads' | 'changes'

const headers = (request: IncomingMessage, name: string) =>
  request.rawHeaders.filter((_, i, all) => i % 2 === 0 && all[i]?.toLowerCase() === name).length

/**
 * Why a request is turned away, or null. The Host must be ours (a rebound DNS name is not), the Origin must be
 * ours wherever there is one and there must be one where something is changed, and the cookie must be held.
 */
export function refusal(request: IncomingMessage, door: Door, port: number, session: Session): Phrase | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const { host, origin, cookie } = request.headers
  if (host === undefined || headers(request, 'host') !== 1 || !hosts.includes(host))
    return phrase('This address is not Basin’s.')
  if (origin !== undefined && origin !== `http://${host}`) return phrase('Another site asked for this.')
  if (origin === undefined && door === 'changes')
    return phrase('The request does not say which page it comes from.')
  if (door !== 'open' && !session.holds(cookie))
    return phrase('Open Basin by the address that it printed when it started; that address works once.')
  return null
}
