import { randomBytes } from 'node:crypto'
import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import { PAGE_HEADERS } from '../contract/page-policy.ts'
import { expect, serveBasin, test } from './app.ts'
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
}: Attempt): Promise<{ status: number; cookie: string; location: string }> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: base.port, method, path, headers, agent: false }
    const request = httpRequest(options, (response) => {
      response.resume()
      const cookie = response.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, cookie, location: response.headers.location ?? '' }),
      )
    })
    request.on('error', reject)
    request.end()
  })
}

/** The cookie, and the path that all of the session lies under. */
const enter = () => attempt({ path: base.pathname + base.search })

function knock(location: string, headers: Record<string, string>): Promise<WebSocket | null> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${base.port}${location}engine`, { headers })
    socket.once('open', () => resolve(socket))
    socket.once('error', () => resolve(null))
  })
}

test('the address is on this machine alone and carries a token', () => {
  expect(base.hostname).toBe('127.0.0.1')
  expect(base.searchParams.get('token')?.length).toBeGreaterThanOrEqual(43)
})

test('a second browser cannot use the address again', async ({ openContext }) => {
  const first = await (await openContext()).newPage()
  await first.goto(server.url)
  await expect(workspace(first).open).toBeVisible()
  expect(first.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{43}\/$/)
  const second = await (await openContext()).newPage()
  expect((await second.goto(server.url))?.status()).toBe(403)
})

test('a new window lies under the path of the first, and is served', async ({ openContext }) => {
  const context = await openContext()
  const first = await context.newPage()
  await first.goto(server.url)
  const bar = first.getByRole('menubar')
  await bar.getByRole('menuitem', { name: 'File', exact: true }).click()
  const opening = context.waitForEvent('page')
  await bar.getByRole('menuitem', { name: 'New window', exact: true }).click()
  const second = await opening
  await expect(workspace(second).open).toBeVisible()
  expect(second.url()).toBe(`${first.url()}?new`)
})

test('without the cookie, with another Host or another Origin, nothing is given', async () => {
  const { cookie, location: path } = await enter()
  const refused: Attempt[] = [
    {},
    { path },
    { path: `${path}api/boot` },
    { path, headers: { cookie: 'basin=1' } },
    { path, headers: { cookie, host: 'rebound.example' } },
    { path, headers: { cookie, host: `rebound.example:${base.port}` } },
    { path, headers: { cookie, origin: 'http://other.example' } },
    { path, headers: { cookie, origin: `http://127.0.0.1:${Number(base.port) + 1}` } },
    { path: `${path}api/targets?name=a.csv`, method: 'POST', headers: { cookie } },
    { path: `${path}api/files?name=a.csv`, method: 'POST', headers: { origin: base.origin } },
  ]
  for (const one of refused) expect((await attempt(one)).status, JSON.stringify(one)).toBe(403)
  expect((await attempt({ headers: { cookie } })).status).toBe(404)
  expect((await attempt({ path, headers: { cookie } })).status).toBe(200)
})

test('no path leads out of the page', async () => {
  const { cookie, location } = await enter()
  for (const path of [
    '/../package.json',
    '/..%2Fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '//etc/passwd',
    '/assets/../../electron/main.js',
    '/api/targets/..%2F..%2Fpackage.json',
    '/hosts/main.js',
  ])
    for (const at of [location.slice(0, -1), ''])
      expect([400, 404], at + path).toContain(
        (await attempt({ path: at + path, headers: { cookie } })).status,
      )
})

test('the engine’s socket needs cookie and Origin, and survives frames that mean nothing', async () => {
  const { cookie, location } = await enter()
  expect(await knock('/', { cookie, origin: base.origin })).toBeNull()
  expect(await knock(location, { origin: base.origin })).toBeNull()
  expect(await knock(location, { cookie })).toBeNull()
  expect(await knock(location, { cookie, origin: 'http://other.example' })).toBeNull()
  for (const frame of ['{"kind":"call"}', Buffer.alloc(3), Buffer.alloc(64, 0xff), randomBytes(4_096)]) {
    const socket = await knock(location, { cookie, origin: base.origin })
    const closed = new Promise<number>((resolve) => socket?.once('close', resolve))
    socket?.send(frame)
    expect([1003, 1007]).toContain(await closed)
  }
  const still = await knock(location, { cookie, origin: base.origin })
  expect(still).not.toBeNull()
  still?.terminate()
})

test('a page of another program on this machine gets neither the cookie nor the path', async ({
  openContext,
}) => {
  const seen: IncomingHttpHeaders[] = []
  const other = createServer((request, response) => {
    seen.push(request.headers)
    response.setHeader('content-type', 'text/html').end('<title>Other</title>')
  })
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
  const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`
  const page = await (await openContext()).newPage()
  await page.goto(server.url)
  await expect(workspace(page).open).toBeVisible()
  expect(await page.context().cookies(page.url())).toHaveLength(1)
  expect((await page.reload())?.status()).toBe(200)
  await page.evaluate((to) => void (location.href = to), address)
  await expect(page).toHaveTitle('Other')
  await page.goto(`${address}api/boot`)
  other.close()
  expect(seen.length).toBeGreaterThanOrEqual(2)
  for (const headers of seen) expect(headers.cookie).toBeUndefined()
  expect(JSON.stringify(seen)).not.toContain(base.host)
})

test('the page runs under the policy, isolated, and can reach nothing else', async ({ openContext }) => {
  const page = await (await openContext()).newPage()
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
})
