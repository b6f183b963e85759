import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { PAGE_HEADERS } from '../contract/page-policy.ts'
import { sizesOf } from '../build/sizes.ts'
import { packForLinux, readSampleNames } from './pack.ts'
import { workspace } from './pages/workspace.ts'
import { connectionsRefused, headersOfAll, textRunAsCode } from './policy.ts'
import { launchElectron } from './stand-in/launch.ts'

test.skip(process.platform !== 'linux', 'the placeholder is an executable of Linux')

let folder = ''
let packed = ''
let appImage = ''
let deb = ''
let files: string[] = []
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'basin-packed-'))
  ;({ packed, appImage, deb } = packForLinux(folder))
  const listed = listPackage(join(packed, 'resources/app.asar'), { isPack: false })
  const folders = new Set(
    listed.flatMap((file) => file.split('/').map((_, i, parts) => parts.slice(0, i).join('/'))),
  )
  files = listed.filter((file) => !folders.has(file))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const WANTED = [
  /^\/package\.json$/,
  /^\/out\/electron\/(main|engine)\.js$/,
  /^\/out\/electron\/preload\.cjs$/,
  /^\/out\/workers\/tasks\/[a-z-]+\.js$/,
  /^\/out\/renderer\/(index\.html|licences\.json)$/,
  /^\/out\/renderer\/assets\/[\w.-]+\.(js|css|svg|webp|woff2)$/,
  /^\/out\/samples\/(samples\.json|[\w-]+\.csv)$/,
  /^\/node_modules\/piscina\/(package\.json|LICENSE|dist\/.+\.m?js)$/,
  /^\/node_modules\/@napi-rs\/nice(-[\w-]+)?\/(package\.json|LICENSE|[\w.-]+\.(js|node))$/,
]

const OWN_TYPE = 'application/vnd.basin.session+json'

/** What threads load, what loads them, and `package.json`, by which it is read as ES modules. */
const BESIDE = /^\/(package\.json$|out\/electron\/engine\.js$|out\/(workers|samples)\/|node_modules\/)/

test('the archive holds everything that the app needs', () => {
  const tasks = readdirSync('workers/tasks')
    .filter((file) => /^[a-z-]+\.ts$/.test(file))
    .map((file) => `/out/workers/tasks/${file.replace('.ts', '.js')}`)
  const samples = readSampleNames().map((file) => `/out/samples/${file}`)
  const programs = ['main.js', 'engine.js', 'preload.cjs'].map((file) => `/out/electron/${file}`)
  const needed = [
    ...tasks,
    ...samples,
    ...programs,
    '/package.json',
    '/out/renderer/index.html',
    '/out/samples/samples.json',
    '/node_modules/piscina/dist/worker.js',
  ]
  expect(needed.filter((file) => !files.includes(file))).toEqual([])
  expect(tasks.length).toBeGreaterThan(0)
})

test('the archive holds nothing else', () => {
  expect(files.filter((file) => !WANTED.some((wanted) => wanted.test(file)))).toEqual([])
})

test('what the engine runs lies beside the archive, where threads can start; the rest lies in it', () => {
  const unpacked = join(packed, 'resources/app.asar.unpacked')
  const beside = readdirSync(unpacked, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(unpacked, join(entry.parentPath, entry.name))}`)
  expect(beside.sort()).toEqual(files.filter((file) => BESIDE.test(file)).sort())
  expect(beside).toContain('/node_modules/piscina/dist/worker.js')
})

test('the packed folder has the executable, the licence and the languages named', () => {
  expect(readdirSync(packed)).toEqual(expect.arrayContaining(['basin', 'resources', 'LICENSE.electron.txt']))
  expect(readdirSync(join(packed, 'locales'))).toEqual(['en-US.pak'])
})

test('the fuses are set', async () => {
  const wire = await getCurrentFuseWire(join(packed, 'basin'))
  const on = [
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
  ]
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ]
  for (const fuse of on) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.ENABLE)
  for (const fuse of off) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.DISABLE)
})

test('our own code and what it depends on keep within their budget', () => {
  const { table, over } = sizesOf(packed)
  process.stdout.write(table)
  expect(over).toEqual([])
})

test('the licences of all packages in the archive, and of Electron, lie beside the program', () => {
  const text = readFileSync(join(packed, 'resources/THIRD-PARTY-LICENCES.txt'), 'utf8')
  const inArchive = new Set(
    files.flatMap((file) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []),
  )
  const named = [...inArchive, 'electron', 'echarts', 'vue-echarts', 'valibot', 'papaparse']
  expect(named.filter((name) => !text.includes(`\n${name} `))).toEqual([])
  expect(inArchive).toContain('piscina')
  expect(readdirSync(packed)).toContain('LICENSES.chromium.html')
})

const desktopEntries = () => [
  readFileSync(join(deb, 'usr/share/applications/basin.desktop'), 'utf8'),
  readFileSync(join(appImage, 'basin.desktop'), 'utf8'),
]

test('installers offer Basin for tables, and name no kind of file but their own', () => {
  for (const entry of desktopEntries()) {
    const [, types = ''] = /^MimeType=(.*)$/m.exec(entry) ?? []
    expect(types.split(';')).toEqual(
      expect.arrayContaining(['text/csv', 'text/tab-separated-values', OWN_TYPE]),
    )
  }
  for (const installer of [deb, appImage]) {
    const kinds = readFileSync(join(installer, 'usr/share/mime/packages/basin.xml'), 'utf8')
    expect(kinds.match(/(?<=type=")[^"]+/g)).toEqual([OWN_TYPE])
    expect(kinds).toContain('<glob pattern="*.basin"/>')
  }
})

test('a window belongs to the desktop entry of its installer: the system finds it by that name', () => {
  const { desktopName } = JSON.parse(
    extractFile(join(packed, 'resources/app.asar'), 'package.json').toString(),
  ) as { desktopName: string }
  expect(desktopName).toBe('basin.desktop')
  for (const entry of desktopEntries()) expect(entry).toMatch(/^StartupWMClass=basin$/m)
})

test('the deb is called with all that its maker asks for, and opens the program that it lays down', () => {
  const words = readFileSync(join(deb, 'words'), 'utf8').split('\n')
  for (const word of ['--name', '--maintainer', '--url', '--version', '--license']) {
    expect(words[words.indexOf(word) + 1], word).toMatch(/^[^-]/)
  }
  expect(words).toContain(`${packed}/=/opt/Basin`)
  expect(desktopEntries()[0]).toMatch(/^Exec=\/opt\/Basin\/basin %U$/m)
  expect(readFileSync(join(deb, 'postinst'), 'utf8')).toContain('/opt/Basin/chrome-sandbox')
})

test('the AppImage goes without the sandbox only where the system refuses user namespaces', () => {
  expect(desktopEntries()[1]).toMatch(/^Exec=AppRun %U$/m)
  writeFileSync(join(appImage, 'basin'), '#!/bin/sh\necho "$@"\n')
  const wordsWhere = (answer: string) => {
    writeFileSync(join(folder, 'unshare'), `#!/bin/sh\n${answer}\n`, { mode: 0o755 })
    const env = { PATH: `${folder}:${process.env['PATH']}` }
    return execFileSync(join(appImage, 'AppRun'), ['a b.csv'], { env, encoding: 'utf8' })
  }
  expect(wordsWhere('true')).toBe('a b.csv\n')
  expect(wordsWhere('false')).toBe('--no-sandbox a b.csv\n')
})

function launchPacked() {
  test.info().annotations.push({ type: 'host', description: 'the packed app under the Electron stand-in' })
  const env = { BASIN_STAND_IN: join(import.meta.dirname, 'stand-in') }
  return launchElectron({ executablePath: join(packed, 'basin'), env })
}

test('the packed app is under the content policy', async () => {
  const { app, page } = await launchPacked()
  for (const headers of await headersOfAll(page)) expect(headers).toMatchObject(PAGE_HEADERS)
  expect(await textRunAsCode(page)).toEqual([])
  expect(await connectionsRefused(page)).toEqual(['connect-src', 'connect-src', 'frame-src', 'img-src'])
  await app.close()
})

test('the packed app starts and fits a sample', async () => {
  const { app, page } = await launchPacked()
  const basin = workspace(page)
  await basin.sample(/Old Faithful/).click()
  await basin.set('Components', '2')
  await basin.set('Restarts', '8')
  await basin.run.click()
  await expect(basin.status).toContainText('8 of 8 restarts')
  await app.close()
})
