import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createPackage } from '@electron/asar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sizesOf } from './sizes.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'basin-sizes-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Files of that many bytes, which take no room on the disk. */
function place(files: Record<string, number>): void {
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '')
    truncateSync(path, bytes)
  }
}

/** A packed program: an archive with so much in it, and the files around it. */
async function pack(resources: string, own: number, around: Record<string, number>): Promise<string> {
  place({ 'source/out/electron/main.js': own })
  mkdirSync(join(folder, 'packed', resources), { recursive: true })
  await createPackage(join(folder, 'source'), join(folder, 'packed', resources, 'app.asar'))
  place(Object.fromEntries(Object.entries(around).map(([name, bytes]) => [`packed/${name}`, bytes])))
  return join(folder, 'packed')
}

const LAYOUTS = [
  ['Linux', 'resources', 'basin'],
  ['Windows', 'resources', 'Basin.exe'],
  [
    'macOS',
    'Basin.app/Contents/Resources',
    'Basin.app/Contents/Frameworks/Electron Framework.framework/Versions/A/Electron Framework',
  ],
] as const

test.each(LAYOUTS)(
  'on %s a program of 300 MB is over the budget, and one byte less is not',
  async (_, resources, program) => {
    const around = { [`${resources}/THIRD-PARTY-LICENCES.txt`]: 50_000, [program]: 290_000_000 }
    const packed = await pack(resources, 9_949_999, around)
    expect(sizesOf(packed).over).toEqual([])
    place({ [`packed/${program}`]: 290_000_001 })
    expect(sizesOf(packed).over).toEqual(['The installed program: 300.00 MB, and the budget is 300.00 MB.'])
  },
)

test.each(LAYOUTS)(
  'on %s 15 MB of our own are over the budget, without Electron too',
  async (_, resources, program) => {
    const around = { [`${resources}/THIRD-PARTY-LICENCES.txt`]: 50_000, [program]: 1000 }
    const packed = await pack(resources, 14_950_000, around)
    expect(sizesOf(packed).over).toEqual([
      'Our own code and its dependencies: 15.00 MB, and the budget is 15.00 MB.',
    ])
    expect(sizesOf(packed).table).toContain('what is installed in all is not measured')
    place({ [`packed/${resources}/THIRD-PARTY-LICENCES.txt`]: 49_999 })
    expect(sizesOf(packed).over).toEqual([])
  },
)

test('what is only a link to another file of the program is counted once', async () => {
  const packed = await pack('resources', 1000, { basin: 200_000_000 })
  symlinkSync('basin', join(packed, 'again'))
  expect(sizesOf(packed).over).toEqual([])
})

test('the command fails where a program is over its budget, and where there is none', async () => {
  const run = (named: string) =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'sizes.ts'), named], { encoding: 'utf8' })
  const over = run(await pack('resources', 1000, { basin: 300_000_000 }))
  expect(over.stdout).toContain('The installed program: 300.00 MB')
  expect(over.status).toBe(1)
  place({ 'packed/basin': 299_000_000 })
  expect(run(join(folder, 'packed')).status).toBe(0)
  expect(run(folder).status).toBe(1)
})
