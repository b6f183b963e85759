import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { join } from 'node:path'
import { PAGE_HEADERS } from '../contract/page-policy.ts'
import type { Host } from '../contract/host.ts'
import { connectionsRefused, headersOfAll, textRunAsCode } from './policy.ts'
import { launchElectron, type Launched } from './stand-in/launch.ts'

declare const basin: Host & { requestPort(): Promise<void> }

let app: ElectronApplication
let page: Page
let kind: Launched['kind']

test.beforeAll(async () => {
  ;({ app, page, kind } = await launchElectron())
})
test.afterAll(() => app.close())
test.beforeEach(() => {
  const host = kind === 'electron' ? 'real Electron' : 'the Electron stand-in over Chromium'
  test.info().annotations.push({ type: 'host', description: host })
})

test('the page has no way to Node or to Electron', async () => {
  const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer']
  expect(await page.evaluate((all) => all.filter((name) => name in globalThis), names)).toEqual([])
})

test('every response carries the policy', async () => {
  for (const headers of await headersOfAll(page)) expect(headers).toMatchObject(PAGE_HEADERS)
})

for (const address of ['https://example.com/', '/index.html?again']) {
  test(`the page cannot go to ${address}`, async () => {
    const before = page.url()
    await page.evaluate((url) => {
      ;(globalThis as { stillHere?: boolean }).stillHere = true
      location.href = url
    }, address)
    await page.waitForTimeout(500)
    expect(page.url()).toBe(before)
    expect(await page.evaluate(() => (globalThis as { stillHere?: boolean }).stillHere)).toBe(true)
  })
}

test('the page cannot open a window, by script or by link', async () => {
  expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull()
  await page.evaluate(() => {
    const link = { id: 'away', href: 'https://example.com/', target: '_blank', textContent: 'away' }
    document.body.prepend(Object.assign(document.createElement('a'), link))
  })
  await page.locator('#away').click()
  await page.waitForTimeout(500)
  await page.evaluate(() => document.querySelector('#away')?.remove())
  await expect.poll(() => app.windows().length).toBe(1)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('permissions are refused', async () => {
  const asked = await page.evaluate(async () => ({
    geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
    notifications: await Notification.requestPermission(),
    position: await new Promise((answer) =>
      navigator.geolocation.getCurrentPosition(
        () => answer('given'),
        (error) => answer(error.code),
      ),
    ),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      () => 'refused',
    ),
  }))
  expect(asked).toEqual({ geolocation: 'denied', notifications: 'denied', position: 1, camera: 'refused' })
})

test('nothing is fetched from elsewhere', async () => {
  expect(await connectionsRefused(page)).toEqual(['connect-src', 'connect-src', 'frame-src', 'img-src'])
})

test('text never becomes code', async () => {
  expect(await textRunAsCode(page)).toEqual([])
})

test('the scheme serves the built page and nothing around it', async () => {
  const statuses = await page.evaluate(async () => {
    const status = async (path: string, method = 'GET') => (await fetch(path, { method })).status
    return [
      await status('/index.html'),
      await status('/index.html', 'POST'),
      await status('/..%2f..%2fpackage.json'),
      await status('/%2e%2e/electron/main.js'),
      await status('/..%5celectron%5cmain.js'),
      await status('/none.js'),
    ]
  })
  expect(statuses).toEqual([200, 405, 403, 404, 403, 404])
})

test('a path from the page opens nothing', async () => {
  const refused = await page.evaluate(async () => {
    const text = (thrown: unknown) => String(thrown)
    return [
      await basin.grantDropped('/etc/passwd' as unknown as File).then(() => 'granted', text),
      await basin.grantDropped(new File(['x'], '/etc/passwd')).then(() => 'granted', text),
      await basin.chooseTarget('../../outside.csv', 'csv').then(() => 'granted', text),
      await basin.chooseTarget('a.exe', 'exe' as 'csv').then(() => 'granted', text),
    ]
  })
  for (const text of refused) expect(text).toMatch(/Error/)

  const answer = await page.evaluate(async () => {
    const arrived = new Promise<MessagePort>((found) =>
      addEventListener('message', ({ data, ports: [port] }) => data === 'basin:port' && port && found(port)),
    )
    await basin.requestPort()
    const port = await arrived
    const answered = new Promise(
      (found) => (port.onmessage = (event: MessageEvent<unknown>) => found(event.data)),
    )
    port.postMessage({ kind: 'call', id: 1, method: 'open', input: { source: { grant: '/etc/passwd' } } })
    return await answered
  })
  expect(answer).toMatchObject({ kind: 'error', error: { code: 'unknown-id' } })
})

test('a page that is not Basin’s own is not listened to', async () => {
  const answer = await (kind === 'electron' ? askFromAnotherPage() : askUnderAnotherAddress())
  expect(answer).toContain('did not come from Basin’s own page')
})

function askFromAnotherPage(): Promise<unknown> {
  return app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await other.loadURL('data:text/html,another')
      const answer: unknown = await other.webContents.executeJavaScript(
        'basin.initialFile().then(String, String)',
      )
      other.destroy()
      return answer
    },
    join(import.meta.dirname, '../out/electron/preload.cjs'),
  )
}

/** The stand-in serves our scheme only; there the same page is made to look like another. */
async function askUnderAnotherAddress(): Promise<unknown> {
  const setAddress = (address: string) =>
    app.evaluate(({ BrowserWindow }, url) => {
      const [window] = BrowserWindow.getAllWindows()
      Object.assign(window?.webContents.mainFrame ?? {}, { url })
    }, address)
  await setAddress('https://example.com/')
  const answer = await page.evaluate(() => basin.initialFile().then(String, String))
  await setAddress('app://basin/index.html')
  return answer
}
