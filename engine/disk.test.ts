import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openBench, type Bench } from './fixtures/bench.ts'
import { createFailingDisk, whyNoFailingDisk } from './fixtures/failing-disk.ts'
import { createSmallDisk, whyNoDisk, type SmallDisk } from './fixtures/small-disk.ts'
import { nameOf, rowsOfText, view, work, WRITERS, type Work } from './fixtures/writers.ts'

/** What was open can still be looked at. */
async function staysOpen({ bench, fit, restart, data }: Work): Promise<void> {
  const { labels } = await bench.engine.labels({ fit: fit.fit, restart, limit: 100 })
  expect(labels.length).toBe(Math.min(100, data.rows))
}

const disks: { remove(): void }[] = []
const benches: Bench[] = []
function disk(kilobytes: number): SmallDisk {
  const made = createSmallDisk(kilobytes)
  disks.push(made)
  return made
}
async function bench(choices?: string): Promise<Bench> {
  const made = await openBench(1, choices)
  benches.push(made)
  return made
}
afterEach(async () => {
  for (const made of benches.splice(0)) await made.close()
  for (const made of disks.splice(0)) made.remove()
})

describe.skipIf(whyNoDisk !== null)(`with filesystems of our own (${whyNoDisk ?? 'mounted'})`, () => {
  test.each(Object.entries(WRITERS))(
    'a full disk refuses %s in words, and leaves what was there',
    async (writer, write) => {
      const small = disk(64)
      const own = await bench()
      const now = await work(own, await own.openText('data.csv', rowsOfText(4_000)))
      const path = join(small.path, nameOf(writer))
      writeFileSync(path, 'before')
      await small.fill()
      const { target } = own.grants.addTarget(path)
      await expect(write(now, target)).rejects.toMatchObject({
        code: 'target-unwritable',
        message: expect.stringContaining('the disk is full') as string,
        remedy: expect.stringMatching(/\w/) as string,
      })
      await small.empty()
      expect(readdirSync(small.path)).toEqual([nameOf(writer)])
      expect(readFileSync(path, 'utf8')).toBe('before')
      await staysOpen(now)
      if (!/export|picture|rows|people/.test(writer)) {
        await write(now, target)
        expect(statSync(path).size).toBeGreaterThan(100)
      }
    },
  )

  test('a disk that becomes full half-way through an export keeps nothing of it', async () => {
    const small = disk(1024)
    const own = await bench()
    const now = await work(own, await own.openText('data.csv', rowsOfText(60_000)))
    const { target } = own.grants.addTarget(join(small.path, 'out.csv'))
    await expect(WRITERS['an export'](now, target)).rejects.toMatchObject({ code: 'target-unwritable' })
    expect(readdirSync(small.path)).toEqual([])
  })

  test('a full disk keeps the last work that was kept, and says that the newer is not', async () => {
    const small = disk(1024)
    const own = await bench(small.path)
    const now = await work(own, await own.openText('data.csv', rowsOfText(200)))
    const kept = { window: randomUUID(), dataset: now.data.dataset, fits: [now.fit.fit] }
    await own.engine.autosave({ ...kept, view })
    const preferred = await own.engine.preferences({})
    await own.engine.prefer({ ...preferred, theme: 'dark' })
    await small.fill()
    await expect(own.engine.prefer({ ...preferred, theme: 'light' })).rejects.toMatchObject({
      code: 'target-unwritable',
    })
    expect((await own.engine.preferences({})).theme).toBe('light')
    await expect(own.engine.autosave({ ...kept, view: { name: 'newer' } })).rejects.toMatchObject({
      code: 'target-unwritable',
      message: expect.stringContaining('the disk is full') as string,
    })
    const [{ grant }] = await own.engine.recoverable({ window: kept.window })
    expect((await own.engine.openSession({ grant })).view).toEqual(view)
    const { dialect } = now.data
    const choice = { dataset: now.data.dataset, dialect: { delimiter: dialect.delimiter as ',' }, roles: {} }
    await expect(own.engine.remember(choice)).rejects.toMatchObject({ code: 'target-unwritable' })
    await own.engine.derive({ dataset: now.data.dataset, column: 0, transform: 'log' })
    await small.empty()
    await own.engine.autosave({ ...kept, view: { name: 'newer' } })
    expect(readdirSync(join(small.path, 'autosave')).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test.each(Object.entries(WRITERS))(
    'a disk that cannot be written to refuses %s in words',
    async (writer, write) => {
      const small = disk(64)
      small.lock()
      const own = await bench()
      const now = await work(own, await own.openText('data.csv', rowsOfText(200)))
      const { target } = own.grants.addTarget(join(small.path, nameOf(writer)))
      await expect(write(now, target)).rejects.toMatchObject({
        code: 'target-unwritable',
        message: expect.stringContaining('that disk cannot be written to') as string,
      })
      await staysOpen(now)
    },
  )

  test('work that was kept on a disk since locked can be picked up, though nothing there can be swept', async () => {
    const small = disk(1024)
    const first = await bench(small.path)
    const now = await work(first, await first.openText('data.csv', rowsOfText(200)))
    const window = randomUUID()
    await first.engine.autosave({ window, dataset: now.data.dataset, fits: [now.fit.fit], view })
    writeFileSync(join(small.path, 'autosave', `${randomUUID()}.4194305.basin`), 'half')
    small.lock()
    const next = await bench(small.path)
    const [{ grant }] = await next.engine.recoverable({ window })
    expect((await next.engine.openSession({ grant })).view).toEqual(view)
  })

  test('a drive that vanishes under the open file refuses what needs it, and the rest goes on', async () => {
    const drive = disk(1024)
    const own = await bench()
    writeFileSync(join(drive.path, 'data.csv'), rowsOfText(500))
    const { grant } = own.grants.addFile(join(drive.path, 'data.csv'))
    const now = await work(own, await own.engine.open({ source: { grant } }))
    const { target: there } = own.grants.addTarget(join(drive.path, 'deep', 'out.csv'))
    drive.vanish()
    const gone = { code: 'file-changed', message: '“data.csv” is not there any more.' }
    await expect(own.engine.rows({ dataset: now.data.dataset, from: 0, count: 5 })).rejects.toMatchObject(
      gone,
    )
    await expect(WRITERS['an export'](now, own.target('out.csv').target)).rejects.toMatchObject(gone)
    await expect(WRITERS['a session'](now, there)).rejects.toMatchObject({ code: 'target-unwritable' })
    await WRITERS['a session'](now, own.target('kept.basin').target)
    await own.engine.extend({ fit: now.fit.fit, more: { kind: 'restarts', count: 2 } })
    await staysOpen(now)
  })
})

describe.skipIf(whyNoFailingDisk !== null)(`with disks that fail (${whyNoFailingDisk ?? 'made'})`, () => {
  test('a disk that takes what it cannot store refuses a model file, and leaves what was there', async () => {
    const failing = createFailingDisk(4)
    disks.push(failing)
    const own = await bench()
    const now = await work(own, await own.openText('data.csv', rowsOfText(200)))
    const path = join(failing.path, 'out')
    writeFileSync(path, 'before')
    await failing.starve()
    const { target } = own.grants.addTarget(path)
    await expect(WRITERS['a model file'](now, target)).rejects.toMatchObject({ code: 'target-unwritable' })
    expect(readFileSync(path, 'utf8')).toBe('before')
    expect(readdirSync(failing.path)).toEqual(['out'])
  })

  test('what a disk cannot read is told of that file, whatever is made from it', async () => {
    const failing = createFailingDisk(8)
    disks.push(failing)
    const own = await bench()
    const path = join(failing.path, 'data.csv')
    writeFileSync(path, rowsOfText(20_000))
    const now = await work(own, await own.engine.open({ source: { grant: own.grants.addFile(path).grant } }))
    const session = join(failing.path, 'work.basin')
    await WRITERS['a session'](now, own.grants.addTarget(session).target)
    await failing.rot()
    const unread = (name: string) => ({
      code: 'file-unreadable',
      message: `“${name}” could not be read: the system says EIO.`,
    })
    for (const writer of ['an export', 'selected rows'])
      await expect(WRITERS[writer](now, own.target('out.csv').target)).rejects.toMatchObject(
        unread('data.csv'),
      )
    const asked = { dataset: now.data.dataset, from: 19_000, count: 5 }
    await expect(own.engine.rows(asked)).rejects.toMatchObject(unread('data.csv'))
    const { grant } = own.grants.addFile(session)
    await expect(own.engine.openSession({ grant })).rejects.toMatchObject(unread('work.basin'))
    await staysOpen(now)
  })
})

describe('a file that is changed under us', () => {
  let own: Bench
  let now: Work
  let path: string
  beforeEach(async () => {
    own = await bench()
    path = join(own.folder, 'data.csv')
    now = await work(own, await own.openText('data.csv', rowsOfText(500)))
  })

  const anew = 'Open it again to work with what it holds now.'
  const CHANGES: Record<string, [remedy: string, change: () => void]> = {
    deleted: [
      'Put it back, or connect the drive that it is on; or open it where it is now.',
      () => rmSync(path),
    ],
    'cut short': [anew, () => truncateSync(path, 700)],
    'written anew': [anew, () => writeFileSync(path, rowsOfText(501))],
    'written anew at its length and time': [
      anew,
      () => {
        const { atime, mtime } = statSync(path)
        writeFileSync(path, readFileSync(path, 'utf8').replace('37.5', '38.5'))
        utimesSync(path, atime, mtime)
      },
    ],
  }
  test.each(Object.entries(CHANGES))(
    'and is %s is never written out under its old labels',
    async (_, [remedy, change]) => {
      change()
      for (const writer of ['an export', 'selected rows']) {
        const { target, path: out } = own.target('out.csv')
        await expect(WRITERS[writer](now, target)).rejects.toMatchObject({
          code: 'file-changed',
          remedy,
        })
        expect(statSync(out, { throwIfNoEntry: false })).toBeUndefined()
      }
      expect(readdirSync(own.folder).filter((name) => name.endsWith('.part'))).toEqual([])
      await staysOpen(now)
    },
  )
})
