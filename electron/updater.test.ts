import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import electronUpdater from 'electron-updater'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { withoutTraces } from './updater.ts'

const folder = mkdtempSync(join(tmpdir(), 'basin-updater-'))
afterEach(() => vi.unstubAllEnvs())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Asked {
  hostname: string
  path: string
  headers: Record<string, unknown>
}

/** What the real updater of a program of version 0.1.0 asks for where the address offers another version. */
async function askedWhereOffered(version: string) {
  const asked: Asked[] = []
  const config = join(folder, 'app-update.yml')
  writeFileSync(
    config,
    'provider: generic\nurl: https://updates.example/basin/\nupdaterCacheDirName: basin-updater\n',
  )
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
  const downloads: string[] = []
  const httpExecutor = {
    request: (options: Asked) => {
      asked.push(options)
      return Promise.resolve(
        `version: ${version}\nfiles:\n  - url: Basin-${version}.AppImage\n    sha512: AAAA\n    size: 1\npath: Basin-${version}.AppImage\nsha512: AAAA\n`,
      )
    },
    download: (url: URL, _file: string, { headers }: { headers: Record<string, unknown> }) => {
      downloads.push(url.href)
      asked.push({ hostname: url.hostname, path: url.pathname, headers })
      return Promise.reject(new Error('enough'))
    },
  }
  vi.stubEnv('APPIMAGE', join(folder, 'Basin.AppImage'))
  const updater = new electronUpdater.AppImageUpdater(null, app)
  Object.assign(updater, { httpExecutor, disableDifferentialDownload: true })
  updater.on('error', () => undefined)
  const found = await withoutTraces(updater).checkForUpdates()
  await found?.downloadPromise?.catch(() => undefined)
  return { asked, downloads }
}

test('the real updater asks the address it was built with alone, and sends nothing about this computer', async () => {
  const { asked, downloads } = await askedWhereOffered('0.2.0')
  expect(asked.map(({ hostname }) => hostname)).toEqual(['updates.example', 'updates.example'])
  expect(asked[0]?.path).toMatch(/^\/basin\/latest-linux[\w-]*\.yml\?noCache=[0-9a-v]+$/)
  expect(downloads).toEqual(['https://updates.example/basin/Basin-0.2.0.AppImage'])
  const sent = new Set(asked.flatMap(({ headers }) => Object.keys(headers).map((name) => name.toLowerCase())))
  expect([...sent].filter((name) => !['accept', 'cache-control', 'user-agent'].includes(name))).toEqual([])
  expect(
    readdirSync(folder, { recursive: true }).filter((file) => String(file).includes('updaterId')),
  ).toEqual([])
})

test('an older version at that address is not taken', async () => {
  const { asked, downloads } = await askedWhereOffered('0.0.9')
  expect(asked).toHaveLength(1)
  expect(downloads).toEqual([])
})
