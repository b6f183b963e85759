import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DatasetSummary, FitSummary } from '../contract/views.ts'
import { openBench, settingsOf, type Bench } from './fixtures/bench.ts'
import { createSmallDisk, whyNoDisk, type SmallDisk } from './fixtures/small-disk.ts'

const rows = (count: number) =>
  `a,b\n${Array.from({ length: count }, (_, i) => `${(i * 37) % 101}.5,${(i * 53) % 89}.25\n`).join('')}`
const view = { name: 'short petals' }

interface Work {
  bench: Bench
  data: DatasetSummary
  fit: FitSummary
  restart: string
}

async function work(bench: Bench, data: DatasetSummary): Promise<Work> {
  const settings = settingsOf({ restarts: 3, maxIterations: 40 })
  const fit = await bench.engine.fit({ dataset: data.dataset, settings })
  return { bench, data, fit, restart: fit.restarts[0].id }
}

/** Everything that is written where the person says. */
const WRITERS: Record<string, (work: Work, target: string) => Promise<unknown>> = {
  'an export': ({ bench, fit, restart }, target) =>
    bench.engine.exportLabels({ fit: fit.fit, restart, target, posteriors: true }),
  'a packed export': ({ bench, fit, restart }, target) =>
    bench.engine.exportLabels({ fit: fit.fit, restart, target, posteriors: true }),
  'a session': ({ bench, data, fit }, target) =>
    bench.engine.saveSession({ dataset: data.dataset, fits: [fit.fit], view, target }),
  'a model file': ({ bench, fit, restart }, target) =>
    bench.engine.exportModel({ fit: fit.fit, restart, target }),
  'a report': ({ bench, fit }, target) => bench.engine.exportReport({ fit: fit.fit, target }),
  'a report for people': ({ bench, fit, restart }, target) =>
    bench.engine.exportReportPage({ fit: fit.fit, restart, target }),
  'a script': ({ bench, fit, restart }, target) =>
    bench.engine.exportScript({ fit: fit.fit, restart, language: 'python', target }),
  'a picture': ({ bench }, target) => bench.engine.writePicture({ target, bytes: new Uint8Array(100_000) }),
  'selected rows': ({ bench, data }, target) =>
    bench.engine.exportSelection({
      dataset: data.dataset,
      mask: new Uint8Array(Math.ceil(data.rows / 8)).fill(0xff, 0, Math.floor(data.rows / 8)),
      target,
    }),
}
const nameOf = (writer: string) => (writer === 'a packed export' ? 'out.csv.gz' : 'out')

/** What was open can still be looked at. */
async function staysOpen({ bench, fit, restart, data }: Work): Promise<void> {
  const { labels } = await bench.engine.labels({ fit: fit.fit, restart, limit: 100 })
  expect(labels.length).toBe(Math.min(100, data.rows))
}

const disks: SmallDisk[] = []
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
      const now = await work(own, await own.openText('data.csv', rows(4_000)))
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
    const now = await work(own, await own.openText('data.csv', rows(60_000)))
    const { target } = own.grants.addTarget(join(small.path, 'out.csv'))
    await expect(WRITERS['an export'](now, target)).rejects.toMatchObject({ code: 'target-unwritable' })
    expect(readdirSync(small.path)).toEqual([])
  })

  test('a full disk keeps the last work that was kept, and says that the newer is not', async () => {
    const small = disk(1024)
    const own = await bench(small.path)
    const now = await work(own, await own.openText('data.csv', rows(200)))
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
      const now = await work(own, await own.openText('data.csv', rows(200)))
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
    const now = await work(first, await first.openText('data.csv', rows(200)))
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
    writeFileSync(join(drive.path, 'data.csv'), rows(500))
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

describe('a file that is changed under us', () => {
  let own: Bench
  let now: Work
  let path: string
  beforeEach(async () => {
    own = await bench()
    path = join(own.folder, 'data.csv')
    now = await work(own, await own.openText('data.csv', rows(500)))
  })

  const CHANGES: Record<string, () => void> = {
    deleted: () => rmSync(path),
    'cut short': () => truncateSync(path, 700),
    'written anew': () => writeFileSync(path, rows(501)),
    'written anew at its length and time': () => {
      const { atime, mtime } = statSync(path)
      writeFileSync(path, readFileSync(path, 'utf8').replace('37.5', '38.5'))
      utimesSync(path, atime, mtime)
    },
  }
  test.each(Object.entries(CHANGES))(
    'and is %s is never written out under its old labels',
    async (_, change) => {
      change()
      for (const writer of ['an export', 'selected rows']) {
        const { target, path: out } = own.target('out.csv')
        await expect(WRITERS[writer](now, target)).rejects.toMatchObject({
          code: 'file-changed',
          remedy: 'Open it again to work with what it holds now.',
        })
        expect(statSync(out, { throwIfNoEntry: false })).toBeUndefined()
      }
      expect(readdirSync(own.folder).filter((name) => name.endsWith('.part'))).toEqual([])
      await staysOpen(now)
    },
  )
})
