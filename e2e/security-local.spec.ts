import { randomBytes } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { WebSocket } from 'ws'
import { PAGE_HEADERS } from '../contract/page-policy.ts'
import { expect, serveBasin, test } from './app.ts'
import { openInBrowser } from './browser.ts'
import { workspace } from './pages/workspace.ts'

interface Attempt {
  method?: string
  path?: string
  headers?: Record<string, string>
}

let server: Awaited<ReturnType<typeof serveBasin>>
let base: URL
test.beforeEach(async () => {
  server = await serveBasin()
  base = new URL(server.url)
  test.info().annotations.push({ type: 'host', description: 'the local host, by plain requests' })
})
test.afterEach(() => server.stop())

function attempt({
  method = 'GET',
  path = '/',
  headers = {},
}: Attempt): Promise<{ status: number; cookie: string }> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: base.port, method, path, headers, agent: false }
    const request = httpRequest(options, (response) => {
      response.resume()
      const cookie = response.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
      response.on('end', () => resolve({ status: response.statusCode ?? 0, cookie }))
    })
    request.on('error', reject)
    request.end()
  })
}

const enter = async () => (await attempt({ path: base.pathname + base.search })).cookie

function knock(headers: Record<string, string>): Promise<WebSocket | null> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${base.port}/engine`, { headers })
    socket.once('open', () => resolve(socket))
    socket.once('error', () => resolve(null))
  })
}

test('the address is on this machine alone and carries a token', () => {
  expect(base.hostname).toBe('127.0.0.1')
  expect(base.searchParams.get('token')?.length).toBeGreaterThanOrEqual(43)
})

test('a second browser cannot use the address again', async () => {
  const browser = await openInBrowser()
  const first = await (await browser.newContext()).newPage()
  await first.goto(server.url)
  await expect(workspace(first).open).toBeVisible()
  expect(first.url()).toBe(`${base.origin}/`)
  const second = await (await browser.newContext()).newPage()
  expect((await second.goto(server.url))?.status()).toBe(403)
  await browser.close()
})

test('without the cookie, with another Host or another Origin, nothing is given', async () => {
  const cookie = await enter()
  const refused: Attempt[] = [
    {},
    { path: '/api/boot' },
    { headers: { cookie: 'basin=1' } },
    { headers: { cookie, host: 'rebound.example' } },
    { headers: { cookie, host: `rebound.example:${base.port}` } },
    { headers: { cookie, origin: 'http://other.example' } },
    { headers: { cookie, origin: `http://127.0.0.1:${Number(base.port) + 1}` } },
    { path: '/api/targets?name=a.csv', method: 'POST', headers: { cookie } },
    { path: '/api/files?name=a.csv', method: 'POST', headers: { origin: base.origin } },
  ]
  for (const one of refused) expect((await attempt(one)).status, JSON.stringify(one)).toBe(403)
  expect((await attempt({ headers: { cookie } })).status).toBe(200)
})

test('no path leads out of the page', async () => {
  const headers = { cookie: await enter() }
  for (const path of [
    '/../package.json',
    '/..%2Fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '//etc/passwd',
    '/assets/../../electron/main.js',
    '/api/targets/..%2F..%2Fpackage.json',
    '/hosts/main.js',
  ])
    expect([400, 404], path).toContain((await attempt({ path, headers })).status)
})

test('the engine’s socket needs cookie and Origin, and survives frames that mean nothing', async () => {
  const cookie = await enter()
  expect(await knock({ origin: base.origin })).toBeNull()
  expect(await knock({ cookie })).toBeNull()
  expect(await knock({ cookie, origin: 'http://other.example' })).toBeNull()
  for (const frame of ['{"kind":"call"}', Buffer.alloc(3), Buffer.alloc(64, 0xff), randomBytes(4_096)]) {
    const socket = await knock({ cookie, origin: base.origin })
    const closed = new Promise<number>((resolve) => socket?.once('close', resolve))
    socket?.send(frame)
    expect([1003, 1007]).toContain(await closed)
  }
  const still = await knock({ cookie, origin: base.origin })
  expect(still).not.toBeNull()
  still?.terminate()
})

test('the page runs under the policy, isolated, and can reach nothing else', async () => {
  const browser = await openInBrowser()
  const page = await browser.newPage()
  await page.goto(server.url)
  const answer = await page.reload()
  expect(answer?.headers()).toMatchObject(PAGE_HEADERS)
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
  expect(await page.evaluate(() => document.cookie)).toBe('')
  const reached = await page.evaluate(() =>
    fetch('http://127.0.0.1:1/').then(
      () => 'reached',
      () => 'refused',
    ),
  )
  expect(reached).toBe('refused')
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.head.append(script)
    return 'injected' in window
  })
  expect(ran).toBe(false)
  await browser.close()
})
