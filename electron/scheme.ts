import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import type { Protocol } from 'electron'
import { PAGE_HEADERS } from '../contract/page-policy.ts'

const SCHEME = 'app'
const HOST = 'basin'
export const START_PAGE = `${SCHEME}://${HOST}/index.html`

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** Must run before the application is ready. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

export function isOurs(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed?.protocol === `${SCHEME}:` && parsed.host === HOST
}

/** The file that answers a URL; null where it would lie outside `root` or is not ours. */
export function assetPath(url: string, root: string): string | null {
  if (!isOurs(url)) return null
  const path = decodedPath(url)
  if (path === null || path.includes('\0') || path.includes('\\')) return null
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`)
  return file.startsWith(resolve(root) + sep) ? file : null
}

function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url).pathname)
  } catch {
    return null
  }
}

export async function answer(request: Pick<Request, 'method' | 'url'>, root: string): Promise<Response> {
  if (request.method !== 'GET') return plain(405, 'Only GET is answered here.')
  const file = assetPath(request.url, root)
  if (file === null) return plain(403, 'This address is not part of Basin.')
  try {
    const type = TYPES[extname(file)] ?? 'application/octet-stream'
    return new Response(new Uint8Array(await readFile(file)), {
      headers: { ...PAGE_HEADERS, 'content-type': type },
    })
  } catch {
    return plain(404, 'There is no such file in Basin.')
  }
}

function plain(status: number, text: string): Response {
  return new Response(text, {
    status,
    headers: { ...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8' },
  })
}

/** Serves the built page from `root` as `app://basin/`. */
export function serveScheme(protocol: Protocol, root: string): void {
  protocol.handle(SCHEME, (request) => answer(request, root))
}
