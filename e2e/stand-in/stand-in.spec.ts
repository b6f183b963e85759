import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import type { Command, Host } from '../../contract/host.ts'
import { launchElectron } from './launch.ts'

declare const basin: Host & {
  requestPort(): Promise<void>
  onEngineGone(listener: (reason: string) => void): () => void
}
declare const heard: unknown[]

const sample = join(import.meta.dirname, '../../samples/old-faithful.csv')
let app: ElectronApplication
let page: Page

test.beforeEach(async () => {
  const launched = await launchElectron()
  test.skip(launched.kind === 'electron', 'real Electron needs no stand-in')
  ;({ app, page } = launched)
  test.info().annotations.push({ type: 'host', description: 'the Electron stand-in over Chromium' })
  // The samples come from the engine: once they are there, the page has its port and asks for no other.
  await page.getByRole('button', { name: /Old Faithful/ }).waitFor()
  await page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(globalThis, { heard })
    basin.onCommand((command: Command) => heard.push(command))
    basin.onEngineGone((reason) => heard.push(reason))
  })
})
test.afterEach(() => app.close())

/** One call to the engine over a port of its own. */
function call(method: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ({ method, input }) => {
      const arrived = new Promise<MessagePort>((found) =>
        addEventListener(
          'message',
          ({ data, ports: [port] }) => data === 'basin:port' && port && found(port),
        ),
      )
      await basin.requestPort()
      const port = await arrived
      const answered = new Promise<{ kind: string }>((found) => {
        port.onmessage = ({ data }: MessageEvent<{ kind: string }>) => data.kind !== 'progress' && found(data)
      })
      port.postMessage({ kind: 'call', id: 1, method, input })
      return await answered
    },
    { method, input },
  )
}

test('a port joins the page and the engine’s process', async () => {
  expect(await call('samples', null)).toMatchObject({ kind: 'result', value: expect.any(Array) })
})

test('a file chosen in the dialog reaches the engine as a grant', async () => {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, sample)
  const grant = await page.evaluate(() => basin.chooseFile())
  expect(grant).toEqual({ grant: expect.stringMatching(/^[\w-]{36}$/) as unknown, name: 'old-faithful.csv' })
  expect(await call('open', { source: { grant: grant?.grant } })).toMatchObject({ value: { rows: 272 } })
})

test('a file given to the page is known by its path to the main process alone', async () => {
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'given' }))
  })
  await page.setInputFiles('#given', sample)
  const grant = await page.evaluate(async () => {
    const file = document.querySelector<HTMLInputElement>('#given')?.files?.[0]
    return file ? await basin.grantDropped(file) : null
  })
  expect(grant?.name).toBe('old-faithful.csv')
  expect(await call('open', { source: { grant: grant?.grant } })).toMatchObject({ value: { rows: 272 } })
})

test('a file dropped on the window opens', async () => {
  const devTools = await page.context().newCDPSession(page)
  const data = { items: [], files: [sample], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devTools.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  await expect(page.getByRole('status')).toContainText('272 rows')
})

test('a key that the page leaves alone is the menu’s', async () => {
  await app.evaluate(({ Menu }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('samples')
    Object.assign(item ?? {}, { accelerator: 'CmdOrCtrl+B' })
  })
  await page.keyboard.press('Control+b')
  await expect.poll(() => page.evaluate(() => heard)).toEqual(['samples'])
})

test('menu items send their commands', async () => {
  await app.evaluate(({ Menu }) => void Menu.getApplicationMenu()?.getMenuItemById('export')?.click())
  await expect.poll(() => page.evaluate(() => heard)).toEqual(['export'])
})

test('an engine that dies is reported, and a new one knows the files again', async () => {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, sample)
  const grant = await page.evaluate(() => basin.chooseFile())
  process.kill(engineOf(app.process().pid ?? 0), 'SIGKILL')
  await expect
    .poll(() => page.evaluate(() => heard))
    .toEqual([expect.stringContaining('stopped unexpectedly')])
  await page.evaluate(() => basin.restartEngine())
  expect(await call('open', { source: { grant: grant?.grant } })).toMatchObject({ value: { rows: 272 } })
})

test('quitting ends every process', async () => {
  const main = app.process()
  const engine = engineOf(main.pid ?? 0)
  await app.close()
  expect(main.exitCode).toBe(0)
  expect(() => process.kill(engine, 0)).toThrow(/ESRCH/)
})

function engineOf(main: number): number {
  const children = readFileSync(`/proc/${main}/task/${main}/children`, 'utf8').trim().split(' ').map(Number)
  const engine = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('engine.js'))
  if (engine === undefined) throw new Error('The engine’s process is not there.')
  return engine
}
