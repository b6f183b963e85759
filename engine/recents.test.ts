import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { partName } from './export/part-names.ts'
import { createRecents, shortFolder } from './recents.ts'

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'basin-recents-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = (name: string) => {
    writeFileSync(join(folder, name), 'a\n1\n')
    return join(folder, name)
  }
  return { file, start: () => createRecents(join(folder, 'kept'), folder), folder }
}

it('what was opened is known at the next start, the latest first and once each', async () => {
  const { file, start } = setUp()
  const recents = start()
  for (const name of ['a.csv', 'b.basin', 'a.csv']) await recents.note(file(name))
  const list = await start().list()
  expect(list.map(({ name, there, folder }) => [name, there, folder])).toEqual([
    ['a.csv', true, '~'],
    ['b.basin', true, '~'],
  ])
})

it('a file that is gone is said to be, and can be taken off the list', async () => {
  const { file, start } = setUp()
  const recents = start()
  const path = file('a.csv')
  await recents.note(path)
  rmSync(path)
  const [gone] = await recents.list()
  expect(gone?.there).toBe(false)
  await expect(recents.path(gone?.id ?? '')).rejects.toMatchObject({ code: 'file-unreadable' })
  await recents.forget(gone?.id)
  expect(await recents.list()).toEqual([])
  await expect(recents.path(gone?.id ?? '')).rejects.toMatchObject({ code: 'unknown-id' })
})

it('the list is cleared as a whole, and holds twelve files at most', async () => {
  const { file, start } = setUp()
  const recents = start()
  for (let k = 0; k < 14; k++) await recents.note(file(`${k}.csv`))
  const list = await recents.list()
  expect(list.length).toBe(12)
  expect(list[0]?.name).toBe('13.csv')
  await recents.forget()
  expect(await recents.list()).toEqual([])
})

it('processes that open files at once lose none of them, nor does one that ended on its turn keep them waiting', async () => {
  const { file, start, folder } = setUp()
  const list = join(folder, 'kept')
  const names = Array.from({ length: 12 }, (_, k) => `${k}.csv`)
  const paths = names.map(file)
  mkdirSync(list)
  const gone = spawnSync(process.execPath, ['--version']).pid
  writeFileSync(join(list, partName('recent.json.turn', gone)), '')
  const writers = [0, 1, 2].map((w) => {
    const mine = paths.filter((_, k) => k % 3 === w)
    return fork(join(import.meta.dirname, 'fixtures/note-files.ts'), [list, ...mine])
  })
  await Promise.all(writers.map((writer) => once(writer, 'message')))
  const ended = writers.map((writer) => once(writer, 'exit'))
  for (const writer of writers) writer.send('go')
  expect((await Promise.all(ended)).map(([code]) => code as number)).toEqual([0, 0, 0])
  expect((await start().list()).map(({ name }) => name).sort()).toEqual(names.sort())
  expect(readdirSync(list).filter((name) => !name.includes(`-${gone}.`))).toEqual(['recent.json'])
})

it('a list that Basin did not write is none', async () => {
  const { file, start, folder } = setUp()
  await start().note(file('a.csv'))
  writeFileSync(join(folder, 'kept', 'recent.json'), '{"files": [{"path": 7}]}')
  expect(await start().list()).toEqual([])
})

it.each([
  ['/home/ana', '/home/ana', '~'],
  ['/home/ana/data', '/home/ana', '~/data'],
  ['/home/ana/work/2026/may', '/home/ana', '…/2026/may'],
  ['/mnt/disk', '/home/ana', '/mnt/disk'],
  ['/mnt/disk/a/b', '/home/ana', '…/a/b'],
  ['/', '/home/ana', '/'],
])('the folder %s, at home in %s, is shown as %s', (folder, home, shown) => {
  expect(shortFolder(folder, home, '/')).toBe(shown)
})
