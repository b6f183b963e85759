import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type RequestOptions,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import electronUpdater from 'electron-updater'
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { refusingOlder, withoutTraces } from './updater.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'basin-updater-'))
  vi.stubEnv('APPIMAGE', join(folder, 'Basin.AppImage'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const INSTALLER = Buffer.alloc(300_000, 'the newer version ')
const sha512 = (bytes: Buffer) => createHash('sha512').update(bytes).digest('base64')

interface Feed {
  version?: string
  /** As the small file at the address states it. */
  hash?: string | null
  url?: string
  more?: string
  /** What is really there. */
  bytes?: Buffer
  /** Where the connection ends before the file does. */
  cutAt?: number
}

type Updaters = typeof electronUpdater.AppImageUpdater | typeof electronUpdater.NsisUpdater

interface Asked {
  path: string
  headers: IncomingHttpHeaders
}

/** An address of updates on this machine. */
async function startFeed(feed: Feed) {
  const asked: Asked[] = []
  const server = createServer(({ url = '', headers }, response) => {
    asked.push({ path: url, headers })
    const { version = '0.2.0', hash = sha512(INSTALLER), bytes = INSTALLER, cutAt } = feed
    const { url: name = `Basin-${version}.AppImage` } = feed
    if (url.includes('.yml'))
      return void response.end(
        `version: ${version}\nfiles:\n  - url: ${name}\n${hash === null ? '' : `    sha512: ${hash}\n`}    size: ${INSTALLER.length}\npath: ${name}\n${feed.more ?? ''}`,
      )
    response.setHeader('content-length', bytes.length)
    if (cutAt === undefined) response.end(bytes)
    else response.write(bytes.subarray(0, cutAt), () => response.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { feed, asked, port, stop: () => new Promise((stopped) => server.close(stopped)) }
}

/** The real updater of a program of version 0.1.0, which looks at that port once. `verdict` is on the signature, of a signed program. */
async function look(
  port: number,
  Updater: Updaters = electronUpdater.AppImageUpdater,
  verdict?: string | null,
) {
  const config = join(folder, 'app-update.yml')
  const url = `http://127.0.0.1:${port}/basin/`
  const signed = verdict === undefined ? '' : 'publisherName: Basin\n'
  writeFileSync(config, `provider: generic\nurl: ${url}\nupdaterCacheDirName: basin-updater\n${signed}`)
  const app = {
    version: '0.1.0',
    name: 'Basin',
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: join(folder, 'user'),
    baseCachePath: join(folder, 'cache'),
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  }
  const hosts = new Set<unknown>()
  const httpExecutor = Object.assign(new ElectronHttpExecutor(), {
    createRequest(options: RequestOptions, answered: () => void) {
      hosts.add(`${options.hostname}:${options.port}`)
      return httpRequest(options, answered)
    },
  })
  const updater = new Updater(null, app)
  Object.assign(updater, { httpExecutor, disableDifferentialDownload: true })
  if (updater instanceof electronUpdater.NsisUpdater && verdict !== undefined)
    updater.verifyUpdateCodeSignature = () => Promise.resolve(verdict)
  const taken: string[] = []
  updater.on('update-downloaded', ({ downloadedFile }) => taken.push(downloadedFile))
  updater.on('error', () => undefined)
  const found = await refusingOlder(withoutTraces(updater))
    .checkForUpdates()
    .catch(() => null)
  await found?.downloadPromise?.catch(() => undefined)
  return { taken, hosts: [...hosts] }
}

async function lookOnce(feed: Feed) {
  const { asked, port, stop } = await startFeed(feed)
  const seen = await look(port)
  await stop()
  return { ...seen, asked, port }
}

const pending = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.AppImage'))

test('a newer version is fetched whole from the address that the program was built with, and from nowhere else', async () => {
  const { asked, taken, hosts, port } = await lookOnce({})
  expect(hosts).toEqual([`127.0.0.1:${port}`])
  expect(asked[0]?.path).toMatch(/^\/basin\/latest-linux[\w-]*\.yml\?noCache=[0-9a-v]+$/)
  expect(asked.slice(1).map(({ path }) => path)).toEqual(['/basin/Basin-0.2.0.AppImage'])
  expect(taken).toHaveLength(1)
  expect(readFileSync(taken[0] ?? '').equals(INSTALLER)).toBe(true)
})

test('nothing is sent about this computer, and no number of the installation is kept', async () => {
  const { asked } = await lookOnce({})
  const sent = new Set(asked.flatMap(({ headers }) => Object.keys(headers)))
  const plain = ['accept', 'cache-control', 'connection', 'host', 'user-agent']
  expect([...sent].filter((name) => !plain.includes(name))).toEqual([])
  for (const { headers } of asked) expect(headers['user-agent']).toBe('electron-builder')
  expect(
    readdirSync(folder, { recursive: true }).filter((file) => String(file).includes('updaterId')),
  ).toEqual([])
})

test('an older version at that address is not taken, nor the same again', async () => {
  for (const version of ['0.0.9', '0.1.0', '0.1.0-rc.1']) {
    const { asked, taken } = await lookOnce({ version })
    expect(asked).toHaveLength(1)
    expect(taken).toEqual([])
  }
})

test('a file that is not the one which the address states is not taken, and does not stay', async () => {
  const tampered = Buffer.from(INSTALLER)
  tampered[tampered.length - 1] ^= 1
  const wrong: Feed[] = [
    { bytes: tampered },
    { bytes: Buffer.concat([INSTALLER, INSTALLER]) },
    { hash: null },
    { hash: 'AAAA' },
  ]
  for (const feed of wrong) {
    expect((await lookOnce(feed)).taken).toEqual([])
    expect(pending()).toEqual([])
  }
})

test('a download that breaks off is not taken, and the next day the file is fetched whole', async () => {
  const { feed, port, stop } = await startFeed({ cutAt: 100_000 })
  expect((await look(port)).taken).toEqual([])
  expect(pending()).toEqual([])
  delete feed.cutAt
  const [file = ''] = (await look(port)).taken
  expect(readFileSync(file).equals(INSTALLER)).toBe(true)
  await stop()
})

test('a name at that address that climbs out of the updater’s folder does not', async () => {
  for (const url of ['..%2F..%2F..%2Fout.AppImage', '../../../../out.AppImage']) {
    const { taken } = await lookOnce({ url })
    expect(taken).toEqual([join(folder, 'cache/basin-updater/pending/out.AppImage')])
  }
})

test('what stands beside a signed installer for it to unpack is not fetched: it has no signature', async () => {
  const more = `packages:\n  x64:\n    path: package.7z\n    sha512: ${sha512(INSTALLER)}\n    size: ${INSTALLER.length}\n`
  const { feed, asked, port, stop } = await startFeed({ url: 'Basin.exe', more })
  expect((await look(port, electronUpdater.NsisUpdater)).taken).toEqual([])
  expect(asked.map(({ path }) => path).filter((path) => !path.includes('.yml'))).toEqual([])
  delete feed.more
  expect((await look(port, electronUpdater.NsisUpdater)).taken).toHaveLength(1)
  await stop()
})

/** An installer for Windows that states a version, as `VS_FIXEDFILEINFO` has it. */
function stating(major: number, minor: number, patch: number): Buffer {
  const bytes = Buffer.alloc(INSTALLER.length)
  bytes.writeUInt32LE(0xfeef04bd, 140_528)
  bytes.writeUInt32LE(0x0001_0000, 140_528 + 4)
  for (const at of [8, 16]) {
    bytes.writeUInt32LE(major * 65_536 + minor, 140_528 + at)
    bytes.writeUInt32LE(patch * 65_536, 140_528 + at + 4)
  }
  return bytes
}

/** The same with a checksum, which no signature covers, that looks as if a version began there: sizes that stand behind it are large. */
function withChecksum(bytes: Buffer): Buffer {
  for (const [place, value] of [0xfeef04bd, 0x8540_0002, 0x0010_0000, 0x1000, 0x0010_0000, 0x1000].entries())
    bytes.writeUInt32LE(value, 0x150 + 4 * place)
  return bytes
}

test.each([
  ['a newer version', stating(0, 2, 0), null, 1],
  ['a newer version of another first number', stating(1, 0, 0), null, 1],
  ['an older version under the number of a newer one', stating(0, 0, 9), null, 0],
  ['an older version, with a checksum that pretends to be another', withChecksum(stating(0, 0, 9)), null, 0],
  ['no version', INSTALLER, null, 0],
  ['a newer version and is not signed by the publisher', stating(0, 2, 0), 'not signed', 0],
])('an installer for a signed program on Windows that holds %s', async (_, bytes, verdict, taken) => {
  const { port, stop } = await startFeed({ url: 'Basin.exe', bytes, hash: sha512(bytes) })
  expect((await look(port, electronUpdater.NsisUpdater, verdict)).taken).toHaveLength(taken)
  await stop()
})
