import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBench, settingsOf } from '../fixtures/bench.ts'
import { createAutosaves } from './autosaves.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basin-autosave-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const about = (saved: string) => ({ file: 'data.csv', saved, rows: 3, restarts: 0, waiting: 0 })
const ids = async (autosaves: ReturnType<typeof createAutosaves>, own: string | null = null) =>
  (await autosaves.list(own)).map(({ id }) => id)

test('what a window kept is offered once its process is no more, and to itself at any time', async () => {
  const [one, other] = [randomUUID(), randomUUID()]
  const dead = createAutosaves(folder, 10, () => false)
  await dead.write(one, 'x', about('2026-01-01T00:00:00Z'))
  const living = createAutosaves(folder, 20, (pid) => pid === 20, new Date(0))
  await living.write(other, 'y', about('2026-01-02T00:00:00Z'))
  expect(await ids(living)).toEqual([one])
  expect(await ids(living, other)).toEqual([other, one])
  expect(await ids(createAutosaves(folder, 30, () => true, new Date(0)))).toEqual([])
})

test('what was kept is offered though its number is now that of another process', async () => {
  const [before, since, mine] = [randomUUID(), randomUUID(), randomUUID()]
  const first = createAutosaves(folder, 10)
  await first.write(before, 'x', about('2026-01-01T00:00:00Z'))
  await first.write(since, 'y', about('2026-01-03T00:00:00Z'))
  const restarted = new Date('2026-01-02T00:00:00Z')
  expect(await ids(createAutosaves(folder, 20, () => true, restarted))).toEqual([before])
  const sameNumber = createAutosaves(folder, 10, () => true, restarted)
  await sameNumber.write(mine, 'z', about('2026-01-04T00:00:00Z'))
  expect(await ids(sameNumber)).toEqual([since, before])
})

test('a window that is picked up by another process leaves nothing behind under the old one', async () => {
  const id = randomUUID()
  await createAutosaves(folder, 10).write(id, 'x', about('2026-01-01T00:00:00Z'))
  await createAutosaves(folder, 20).write(id, 'y', about('2026-01-02T00:00:00Z'))
  expect((await readdir(folder)).sort()).toEqual([`${id}.20.basin`, `${id}.20.json`])
})

test('of a week of windows the last ten are kept', async () => {
  const dead = createAutosaves(folder, 10, () => false)
  const made = Array.from({ length: 14 }, () => randomUUID())
  for (const [day, id] of made.entries())
    await dead.write(id, 'x', about(`2026-01-${String(day + 1).padStart(2, '0')}T00:00:00Z`))
  expect(await ids(createAutosaves(folder, 20, () => false))).toEqual(made.slice(4).reverse())
  expect(await readdir(folder)).toHaveLength(20)
})

test('files that are cut short, or lack their other half, are passed over', async () => {
  const [cut, lone] = [randomUUID(), randomUUID()]
  await writeFile(join(folder, `${cut}.10.json`), '{"file":')
  await writeFile(join(folder, `${cut}.10.basin`), 'x')
  await writeFile(join(folder, `${lone}.10.json`), JSON.stringify(about('2026-01-01T00:00:00Z')))
  expect(await ids(createAutosaves(folder, 20, () => false))).toEqual([])
})

test('what processes that are no more left half written is swept, and nothing of those that run', async () => {
  const [half, whole] = [randomUUID(), randomUUID()]
  const cut = `.${half}.10.basin.${randomUUID()}.part`
  const [theirs, mine] = [`${half}.10.basin`, `.${half}.20.basin.${randomUUID()}.part`]
  for (const name of [cut, theirs, mine, 'notes.txt']) await writeFile(join(folder, name), 'x')
  await createAutosaves(folder, 10).write(whole, 'x', about('2026-01-01T00:00:00Z'))
  expect(await ids(createAutosaves(folder, 20, (pid) => pid === 20))).toEqual([whole])
  const left = [`${whole}.10.basin`, `${whole}.10.json`, mine, 'notes.txt']
  expect((await readdir(folder)).sort()).toEqual(left.sort())
})

test('without a folder nothing is kept, and nothing fails', async () => {
  const none = createAutosaves(undefined)
  await none.write(randomUUID(), 'x', about('2026-01-01T00:00:00Z'))
  expect(await none.list(null)).toEqual([])
})

test('an engine that ended without a word is followed by one that has the fit again', async () => {
  const window = randomUUID()
  const first = await openBench(2, folder)
  const second = await openBench(2, folder)
  try {
    const { dataset } = await first.openText('data.csv', 'a,b\n1,2\n2,3\n3,5\n4,4\n5,9\n6,7\n7,7\n8,1\n')
    const settings = settingsOf({
      restarts: 3,
      maxIterations: 20,
      regularisation: { kind: 'relative', value: 1e-3 },
    })
    const { fit, restarts } = await first.engine.fit({ dataset, settings })
    await first.engine.autosave({ window, dataset, fits: [fit], view: { tab: 'Restarts' } })
    const [kept] = await second.engine.recoverable({ window })
    expect(kept).toMatchObject({ id: window, file: 'data.csv', rows: 8, restarts: 3 })
    const back = await second.engine.openSession({ grant: kept.grant })
    expect(back.fits[0].summary.restarts).toEqual(restarts)
    expect(back.view).toEqual({ tab: 'Restarts' })
    await first.engine.remove({ fit, restarts: [restarts[2].id] })
    await first.engine.autosave({ window, dataset, fits: [fit], view: {} })
    expect(await second.engine.recoverable({ window })).toMatchObject([{ restarts: 2 }])
    await second.engine.forgetAutosave({ window })
    expect(await second.engine.recoverable({ window })).toEqual([])
  } finally {
    await first.close()
    await second.close()
  }
})
