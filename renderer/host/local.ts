import type { BeginHandover, FileGrant, Host, TargetGrant } from '../../contract/host.ts'
import { EngineError, type ErrorData } from '../../contract/errors.ts'
import { provenanceName } from '../../contract/provenance-name.ts'
import { say } from '../../contract/words/say.ts'
import { chooseInPage } from './choose-in-page.ts'
import type { Connection } from './connection.ts'
import { printInPage } from './print-in-page.ts'
import { openSocketPort } from './socket-port.ts'

/** The page of a window with nothing open: the file of the command line is in the first. */
const EMPTY = '?new'

/**
 * The local server as a host: files go up to it and come down from it, the engine answers over a WebSocket. Its addresses
 * are relative to the page, which lies under a path of its own for each start.
 */
export function connectLocal(window: Window): Connection {
  const host: Host = {
    kind: 'local',
    chooseFile: async (begin) => {
      const file = await chooseInPage(window.document)
      return file === null ? null : upload(file, begin)
    },
    grantDropped: upload,
    chooseTarget: (name) => post<TargetGrant>('api/targets', name, {}),
    targetBeside: ({ name }) => post<TargetGrant>('api/targets', provenanceName(name), {}),
    printPage: async (html) => {
      await printInPage(window.document, html)
      return null
    },
    deliver: (target) => Promise.resolve(download(window.document, target)),
    initialFile: async () =>
      window.location.search === EMPTY
        ? null
        : (await request<{ file: FileGrant | null }>('api/boot', {})).file,
    onOpenFile: () => () => undefined,
    onCommand: () => () => undefined,
    show: () => undefined,
    notify: (title, body) => {
      if (window.document.hasFocus() || !('Notification' in window)) return
      if (Notification.permission === 'granted') new Notification(title, { body })
    },
    // Without an opener the page begins with a storage of its own, and so is known as a window of its own.
    newWindow: () => void window.open(EMPTY, '_blank', 'noopener'),
    allowUpdates: () => Promise.resolve(false),
    onUpdateReady: () => () => undefined,
    restartEngine: () => Promise.resolve(),
  }
  return { host, openPort: () => openSocketPort(engineAddress(window.location)) }
}

/** The WebSocket's address beside the page, on the server that the page came from. */
export function engineAddress({ href }: Pick<Location, 'href'>): string {
  return new URL('engine', href).href.replace(/^http/, 'ws')
}

export async function upload(file: File, begin?: BeginHandover): Promise<FileGrant> {
  const signal = begin?.(file.name) ?? null
  await file
    .slice(0, 1)
    .arrayBuffer()
    .catch(() => {
      throw new EngineError(
        'file-unreadable',
        say('The browser cannot read “{name}”.', { name: file.name }),
        say('Choose a file that you may read; a folder cannot be opened.'),
      )
    })
  return post<FileGrant>('api/files', file.name, { body: file, signal })
}

function post<T>(path: string, name: string, init: RequestInit): Promise<T> {
  return request<T>(`${path}?name=${encodeURIComponent(name)}`, { method: 'POST', ...init })
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(path, init).catch(() => null)
  if (init.signal?.aborted === true) throw new EngineError('cancelled', say('The opening was cancelled.'), '')
  if (response === null) throw unreachable(say('it does not answer'))
  if (!response.ok) throw refusal(response.status, await response.text())
  return (await response.json()) as T
}

/** What the server says is wrong with the request, as it says it; else what its status means for the page. */
export function refusal(status: number, body: string): EngineError {
  if (status === 403) return unreachable(say('this page is no longer signed in'))
  try {
    return EngineError.fromData(JSON.parse(body) as ErrorData)
  } catch {
    return unreachable(say('it answered with status {status}', { status }))
  }
}

function unreachable(why: string): EngineError {
  return new EngineError(
    'engine-died',
    say('The local Basin server cannot be used: {why}.', { why }),
    say('Start `basin serve` again and open the address that it prints.'),
  )
}

function download(document: Document, target: TargetGrant): void {
  const link = document.createElement('a')
  link.href = `api/targets/${encodeURIComponent(target.target)}`
  link.download = target.name
  link.click()
}
