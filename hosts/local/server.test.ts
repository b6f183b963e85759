import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect as tcp } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { decode, encode } from '../../contract/codec.ts'
import type { Engine } from '../../contract/engine.ts'
import { USUAL } from '../../contract/preferences.ts'
import type { Method } from '../../contract/schemas.ts'
import { PAGE_HEADERS } from '../../contract/page-policy.ts'
import { createLocalServer, type LocalServer } from './server.ts'

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

const granted: string[] = []
const engine = {
  preferences: () => Promise.resolve({ ...USUAL, language: 'de' }),
  samples: async () => [],
  open: async () => ({ dataset: 'd' }),
  close: async () => null,
} as unknown as Engine
let server: LocalServer
/** What `enter` was led to: the path that all of the session lies under. */
let base: string
let pageFolder: string

function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: server.port, path, method, headers, agent: false }
    const request = httpRequest(options, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    request.on('error', reject)
    request.end(body)
  })
}

async function enter(): Promise<{ cookie: string; origin: string }> {
  const { pathname, search } = new URL(server.url)
  const { headers } = await ask(pathname + search)
  base = headers.location ?? ''
  return {
    cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '',
    origin: `http://127.0.0.1:${server.port}`,
  }
}

function socketStatus(headers: Record<string, string>, path = `${base}engine`): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers })
    socket.on('open', () => {
      socket.terminate()
      resolve('open')
    })
    socket.on('unexpected-response', (_, response) => resolve(String(response.statusCode)))
    socket.on('error', () => undefined)
  })
}

beforeEach(async () => {
  pageFolder = mkdtempSync(join(tmpdir(), 'basin-page-'))
  mkdirSync(join(pageFolder, 'assets'))
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>Basin</title>')
  writeFileSync(join(pageFolder, 'assets', 'a.js'), 'export {}')
  writeFileSync(join(pageFolder, 'secret.key'), 'secret')
  granted.length = 0
  const grants = {
    addFile: (path: string) => ({ grant: `g${granted.push(path)}`, name: path }),
    addTarget: (path: string) => ({ target: `t${granted.push(path)}`, name: path }),
  }
  server = await createLocalServer({ engine, grants, pageFolder, file: null, port: 0 })
})
afterEach(async () => {
  await server.close()
  rmSync(pageFolder, { recursive: true, force: true })
})

test('the printed address opens the page once, and is then void', async () => {
  const { pathname, search } = new URL(server.url)
  const first = await ask(pathname + search)
  expect(first.status).toBe(303)
  const location = first.headers.location ?? ''
  expect(location).toMatch(/^\/[\w-]{43}\/$/)
  expect(location).not.toContain(new URL(server.url).searchParams.get('token'))
  const [cookie, ...attributes] = (first.headers['set-cookie']?.[0] ?? '').split('; ')
  expect(cookie).toMatch(/^basin_\d+=[\w-]{43}$/)
  expect(attributes).toEqual(['HttpOnly', 'SameSite=Strict', `Path=${location}`])
  expect(await ask(pathname + search)).toMatchObject({
    status: 403,
    text: 'Diese Adresse ist verbraucht. Starten Sie Basin neu, um eine andere zu bekommen.\n',
  })
})

test('a wrong token opens nothing and leaves the right one good', async () => {
  expect((await ask('/?token=guess')).status).toBe(403)
  expect((await enter()).cookie).not.toBe('')
})

test('without the cookie nothing is answered', async () => {
  const { origin } = await enter()
  for (const path of ['', 'assets/a.js', 'api/boot', 'api/targets/t1', 'nowhere'])
    for (const at of [base, '/']) expect((await ask(at + path)).status, at + path).toBe(403)
  expect((await ask(`${base}api/targets?name=a.csv`, { origin }, 'POST')).status).toBe(403)
  expect((await ask(base, { cookie: `basin_${server.port}=${'x'.repeat(43)}` })).status).toBe(403)
})

test('with the cookie the page is served, every answer under the one policy', async () => {
  const { cookie } = await enter()
  for (const [path, status] of [
    ['', 200],
    ['assets/a.js', 200],
    ['api/boot', 200],
    ['nowhere', 404],
  ] as const) {
    const answer = await ask(base + path, { cookie })
    expect(answer.status, path).toBe(status)
    expect(answer.headers).toMatchObject(PAGE_HEADERS)
  }
  expect((await ask(base, { cookie })).text).toContain('<title>Basin</title>')
  expect(JSON.parse((await ask(`${base}api/boot`, { cookie })).text)).toEqual({ file: null })
})

test('outside the path of the session nothing is there, even with the cookie', async () => {
  const headers = await enter()
  for (const path of [
    '/',
    '/assets/a.js',
    '/api/boot',
    '/api/targets/t1',
    base.slice(0, -1),
    `${base}../api/boot`,
  ])
    expect((await ask(path, headers)).status, path).toBe(404)
  expect((await ask('/api/targets?name=a.csv', headers, 'POST')).status).toBe(404)
  expect(granted).toEqual([])
})

test('another Host or another Origin is refused', async () => {
  const { cookie, origin } = await enter()
  expect((await ask(base, { cookie, host: 'basin.example:80' })).status).toBe(403)
  expect((await ask(base, { cookie, host: `127.0.0.1:${server.port + 1}` })).status).toBe(403)
  expect((await ask(base, { cookie, origin: 'http://evil.example' })).status).toBe(403)
  expect((await ask(base, { cookie, origin: 'null' })).status).toBe(403)
  expect((await ask(base, { cookie, origin })).status).toBe(200)
  expect((await ask(`${base}api/targets?name=a`, { cookie }, 'POST')).status).toBe(403)
})

test('no path leads out of the page’s folder or to what is not a page file', async () => {
  const { cookie } = await enter()
  const paths = [
    '/../server.ts',
    '/..%2f..%2fpackage.json',
    '/assets/../secret.key',
    '/%2e%2e/x',
    '//etc/passwd',
  ]
  for (const path of [
    ...paths,
    '/secret.key',
    '/assets',
    '/assets/',
    '/index.html/',
    '/a\\..\\b',
    '//index.html',
  ])
    for (const at of [base.slice(0, -1), ''])
      expect([400, 404], at + path).toContain((await ask(at + path, { cookie })).status)
})

test('an upload is kept under a harmless name, readable by nobody else, and is granted', async () => {
  const headers = await enter()
  const answer = await ask(`${base}api/files?name=..%2F..%2Fm%C3%BCll%3A.csv`, headers, 'POST', 'a,b\n1,2\n')
  expect(JSON.parse(answer.text)).toMatchObject({ grant: 'g1' })
  const path = granted[0] ?? ''
  expect(path.endsWith('/müll_.csv')).toBe(true)
  expect(readFileSync(path, 'utf8')).toBe('a,b\n1,2\n')
  expect(statSync(path).mode & 0o077).toBe(0)
  expect(statSync(dirname(path)).mode & 0o077).toBe(0)
  await server.close()
  expect(() => readdirSync(dirname(path))).toThrow()
})

test('the copy of an upload goes when the page closes what it opened from it', async () => {
  const headers = await enter()
  await ask(`${base}api/files?name=a.csv`, headers, 'POST', 'a,b\n1,2\n')
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${base}engine`, { headers })
  await new Promise((resolve) => socket.once('open', resolve))
  const call = async (id: number, method: Method, input: unknown) => {
    const answered = new Promise<Buffer>((resolve) => socket.once('message', resolve))
    socket.send(encode({ kind: 'call', id, method, input }))
    expect(decode(await answered)).toMatchObject({ kind: 'result', id })
  }
  await call(1, 'open', { source: { grant: 'g1' }, dialect: {} })
  expect(existsSync(granted[0] ?? '')).toBe(true)
  await call(2, 'close', { dataset: 'd' })
  expect(existsSync(granted[0] ?? '')).toBe(false)
  socket.terminate()
})

test('an upload that is too large is refused before a byte is stored', async () => {
  const headers = { ...(await enter()), 'content-length': String(2 ** 40) }
  const status = await new Promise((resolve) => {
    const options = {
      port: server.port,
      host: '127.0.0.1',
      path: `${base}api/files?name=a`,
      method: 'POST',
      headers,
    }
    const request = httpRequest(options, (response) => resolve(response.statusCode))
    request.on('error', () => undefined)
    request.write('1')
  })
  expect(status).toBe(413)
  expect(granted).toEqual([])
})

test('a target is downloaded under its name once it is written, and is nothing before', async () => {
  const headers = await enter()
  const made = JSON.parse(
    (await ask(`${base}api/targets?name=l%C3%A4bels%22.csv`, headers, 'POST')).text,
  ) as object
  expect(made).toEqual({ target: 't1', name: 'läbels_.csv' })
  expect((await ask(`${base}api/targets/t1`, headers)).status).toBe(404)
  writeFileSync(granted[0] ?? '', 'a\n1\n')
  const answer = await ask(`${base}api/targets/t1`, headers)
  expect(answer.text).toBe('a\n1\n')
  expect(answer.headers['content-disposition']).toBe(
    'attachment; filename="l_bels_.csv"; filename*=UTF-8\'\'l%C3%A4bels_.csv',
  )
  expect((await ask(`${base}api/targets/t2`, headers)).status).toBe(404)
})

test('the engine’s socket opens only with cookie and Origin, at its own address', async () => {
  const { cookie, origin } = await enter()
  expect(await socketStatus({ cookie, origin })).toBe('open')
  expect(await socketStatus({ origin })).toBe('403')
  expect(await socketStatus({ cookie })).toBe('403')
  expect(await socketStatus({ cookie, origin: 'http://evil.example' })).toBe('403')
  expect(await socketStatus({ cookie, origin, host: 'evil.example' })).toBe('403')
  expect(await socketStatus({ cookie, origin }, `${base}other`)).toBe('403')
  expect(await socketStatus({ cookie, origin }, '/engine')).toBe('403')
})

test('the engine answers over the socket; a frame that is no message ends that connection alone', async () => {
  const { cookie, origin } = await enter()
  const open = async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}${base}engine`, {
      headers: { cookie, origin },
    })
    await new Promise((resolve) => socket.once('open', resolve))
    return socket
  }
  const good = await open()
  for (const frame of ['text', Buffer.from([255, 255, 255, 255, 1]), Buffer.alloc(0)]) {
    const bad = await open()
    const closed = new Promise((resolve) => bad.once('close', resolve))
    bad.send(frame)
    expect([1003, 1007]).toContain(await closed)
  }
  good.send(encode({ kind: 'call', id: 7, method: 'samples', input: null }))
  const frame = await new Promise<Buffer>((resolve) => good.once('message', resolve))
  expect(decode(frame)).toEqual({ kind: 'result', id: 7, value: [] })
  good.terminate()
})

test('bytes that are not HTTP are answered and the server goes on', async () => {
  const text = await new Promise<string>((resolve) => {
    const socket = tcp(server.port, '127.0.0.1', () => socket.write('rubbish\r\n\r\n'))
    socket.once('data', (data) => resolve(data.toString()))
  })
  expect(text).toContain('400')
  expect((await enter()).cookie).not.toBe('')
})

test.each([
  ['is no HTTP', 'rubbish\r\n\r\n'],
  [
    'asks for the engine and may not',
    'GET /engine HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n',
  ],
])('a connection that %s is closed, though its other end keeps it open', async (_, said) => {
  const socket = tcp({ port: server.port, host: '127.0.0.1', allowHalfOpen: true })
  const failed = new Promise<string>((resolve) =>
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? '')),
  )
  socket.write(said)
  await new Promise((resolve) => socket.resume().once('end', resolve))
  const writing = setInterval(() => socket.write('more'), 20)
  expect(await failed).toMatch(/^(EPIPE|ECONNRESET)$/)
  clearInterval(writing)
})

test('a port that is taken is refused in words', async () => {
  const parts = {
    engine,
    grants: { addFile: () => ({ grant: '', name: '' }), addTarget: () => ({ target: '', name: '' }) },
    pageFolder,
    file: null,
  }
  await expect(createLocalServer({ ...parts, port: server.port })).rejects.toMatchObject({
    code: 'not-available',
    remedy: 'Choose another port, or none: a free one is then taken.',
  })
})
