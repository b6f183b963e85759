import { copyFile, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FitSummary } from '../../contract/views.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
let other: Bench
beforeAll(async () => {
  bench = await openBench()
  other = await openBench()
})
afterAll(async () => {
  await bench.close()
  await other.close()
})

const rows =
  'a;b;c\n' +
  Array.from({ length: 60 }, (_, i) => `${i % 7},5;${(i * 37) % 11},25;${i % 2 ? 'x' : 'y'}\n`).join('')
const view = { tab: 'Clusters', rows: new Uint8Array([1, 2, 3]), odd: [NaN, -0] }

async function fitted(settings = settingsOf({ restarts: 6, refinements: 4, maxIterations: 30 })) {
  const { dataset } = await bench.openText('data.csv', rows)
  const summary = await bench.engine.fit({ dataset, settings })
  return { dataset, summary }
}

async function saved({ dataset, summary }: { dataset: string; summary: FitSummary }) {
  const { target, path } = bench.target('work.basin')
  await bench.engine.saveSession({ dataset, fits: [summary.fit], view, target })
  return path
}

const openIn = (where: Bench, path: string, data?: string) =>
  where.engine.openSession({
    grant: where.grants.addFile(path).grant,
    ...(data === undefined ? {} : { data: where.grants.addFile(data).grant }),
  })

const without = (summary: FitSummary) => ({ ...summary, fit: '', dataset: '' })

describe('a session', () => {
  test('brings back every restart, its trace and its labels to the bit, in another engine', async () => {
    const { dataset, summary } = await fitted()
    const extended = await bench.engine.extend({ fit: summary.fit, more: { kind: 'restarts', count: 3 } })
    const first = extended.restarts.find(({ logLikelihood }) => logLikelihood !== null)?.id ?? ''
    const continued = await bench.engine.extend({
      fit: summary.fit,
      more: { kind: 'continue', restart: first, tolerance: 1e-9 },
    })
    const labels = Uint8Array.from({ length: 60 }, (_, i) => 1 + (i % 2))
    const own = await bench.engine.extend({
      fit: summary.fit,
      more: { kind: 'manual', components: 2, covariance: 'VVV', start: { labels } },
    })
    expect(continued.extensions).toHaveLength(2)
    const path = await saved({ dataset, summary: own })

    const opened = await openIn(other, path)
    const [fit] = opened.fits
    expect(without(fit.summary)).toEqual(without(own))
    expect(fit.traces).toHaveLength(own.restarts.length)
    expect(opened.view).toEqual(view)
    expect(opened.dataset.columns.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
    for (const { id, logLikelihood } of own.restarts) {
      if (logLikelihood === null) continue
      const [before, after] = await Promise.all([
        bench.engine.labels({ fit: own.fit, restart: id, limit: 100 }),
        other.engine.labels({ fit: fit.summary.fit, restart: id, limit: 100 }),
      ])
      expect(after).toEqual(before)
    }
    const [more, same] = await Promise.all([
      bench.engine.extend({ fit: own.fit, more: { kind: 'restarts', count: 2 } }),
      other.engine.extend({ fit: fit.summary.fit, more: { kind: 'restarts', count: 2 } }),
    ])
    expect({ ...without(same), seconds: 0, rowIterationsPerSecond: 0, restarts: timeless(same) }).toEqual({
      ...without(more),
      seconds: 0,
      rowIterationsPerSecond: 0,
      restarts: timeless(more),
    })
    const replayed = await other.engine.replay({ fit: fit.summary.fit, restart: first })
    expect(replayed.logLikelihoods.at(-1)).toBe(
      fit.summary.restarts.find(({ id }) => id === first)?.logLikelihood,
    )
  })

  test('reads the data as it was read, whatever would be detected now', async () => {
    const path = join(bench.folder, 'data.csv')
    await writeFile(path, '1.234;5\n2.345;6\n3.456;7\n4.567;9\n')
    const { grant } = bench.grants.addFile(path)
    const dialect = { delimiter: ';', decimal: ',', thousands: '.', header: false } as const
    const read = await bench.engine.open({ source: { grant }, dialect })
    const { target } = bench.target('work.basin')
    await bench.engine.saveSession({ dataset: read.dataset, fits: [], view: {}, target })
    const opened = await openIn(other, join(bench.folder, 'work.basin'))
    expect(opened.dataset.columns.map(({ min, max }) => [min, max])).toEqual([
      [1234, 4567],
      [5, 9],
    ])
    expect(opened.fits).toEqual([])
  })

  test('of a sample is opened wherever Basin is', async () => {
    const { dataset } = await bench.openSample('old-faithful')
    const { target } = bench.target('work.basin')
    await bench.engine.saveSession({ dataset, fits: [], view: {}, target })
    const opened = await openIn(other, join(bench.folder, 'work.basin'))
    expect(opened.dataset.rows).toBe(272)
  })
})

describe('the data of a session', () => {
  test('is asked for where it is not found, and known again under another name', async () => {
    const path = await saved(await fitted())
    await rename(join(bench.folder, 'data.csv'), join(other.folder, 'renamed.csv'))
    await expect(openIn(other, path)).rejects.toMatchObject({ code: 'session-data-missing' })
    const opened = await openIn(other, path, join(other.folder, 'renamed.csv'))
    expect(opened.dataset.file).toBe('renamed.csv')
    expect(opened.fits).toHaveLength(1)
  })

  test('is as passing as the file that was given for it: a copy that goes is no recent file', async () => {
    const path = await saved(await fitted())
    await rename(join(bench.folder, 'data.csv'), join(other.folder, 'copy.csv'))
    const session = other.grants.addFile(path).grant
    const open = (lasting: boolean) => {
      const data = other.grants.addFile(join(other.folder, 'copy.csv'), undefined, lasting).grant
      return other.engine.openSession({ grant: session, data })
    }
    expect(other.grants.lasts((await open(false)).data)).toBe(false)
    expect(other.grants.lasts((await open(true)).data)).toBe(true)
  })

  test('is refused in words where its content has changed', async () => {
    const path = await saved(await fitted())
    const data = join(bench.folder, 'data.csv')
    await writeFile(data, rows.replace('0,5', '1,5'))
    for (const given of [undefined, data]) {
      const refused = openIn(other, path, given)
      await expect(refused).rejects.toMatchObject({ code: 'session-data-changed' })
      await expect(refused).rejects.toThrow(/“data\.csv” has changed since the session was saved/)
    }
  })

  test('is found where it was, though another of its name lies beside the session', async () => {
    const kept = await mkdtemp(join(tmpdir(), 'basin-places-'))
    const own = await openBench(1, kept)
    const { dataset } = await own.openText('data.csv', rows)
    const { target } = own.target('work.basin')
    await own.engine.saveSession({ dataset, fits: [], view, target })
    const moved = join(other.folder, 'moved.basin')
    await rename(join(own.folder, 'work.basin'), moved)
    await writeFile(join(other.folder, 'data.csv'), rows.replace('0,5', '1,5'))
    const opened = await openIn(own, moved)
    expect(opened.dataset).toMatchObject({ file: 'data.csv', rows: 60 })
    await writeFile(join(own.folder, 'data.csv'), 'a;b\n')
    await expect(openIn(own, moved)).rejects.toMatchObject({ code: 'session-data-changed' })
    await own.close()
    await rm(kept, { recursive: true })
  })

  test('is found beside the session after both were moved to another folder', async () => {
    const path = await saved(await fitted())
    const folder = await mkdtemp(join(other.folder, 'moved-'))
    await rename(path, join(folder, 'renamed.basin'))
    await rename(join(bench.folder, 'data.csv'), join(folder, 'data.csv'))
    expect((await openIn(other, join(folder, 'renamed.basin'))).fits).toHaveLength(1)
  })

  test('is opened by its content alone: it is not read as a table before that is known', async () => {
    const path = await saved(await fitted())
    const picture = join(other.folder, 'picture.png')
    await writeFile(picture, new Uint8Array([0x89, 0x50, 0x4e, 0x47]))
    await expect(openIn(other, path, picture)).rejects.toThrow(/“picture\.png” is not “data\.csv”/)
  })

  test('is never looked for outside the folder of the session and of the samples, whatever its name says', async () => {
    const path = await saved(await fitted())
    const text = await readFile(path, 'utf8')
    await copyFile(join(bench.folder, 'data.csv'), join(other.folder, 'elsewhere.csv'))
    await rm(join(bench.folder, 'data.csv'))
    await writeFile(
      path,
      text.replace(
        '"file": "data.csv"',
        `"file": "../${other.folder.split('/').at(-1) ?? ''}/elsewhere.csv"`,
      ),
    )
    await expect(openIn(bench, path)).rejects.toMatchObject({ code: 'session-data-missing' })
  })
})

describe('a file that is no session', () => {
  const refusals: [string, (text: string) => string, RegExp][] = [
    ['cut short', (text) => text.slice(0, text.length / 2), /ends too early/],
    ['another JSON', () => '{"format":"basin.model"}', /does not say that it is a session/],
    ['a number', () => '7', /it is no object/],
    ['of no version', (text) => text.replace('"version": 1', '"version": "1"'), /version is unknown/],
    [
      'without its arrays',
      (text) => text.replace(/"arrays": "[^"]*"/, '"arrays": "AAAA"'),
      /arrays cannot be read/,
    ],
    ['with a weight that is no number', (text) => spoilt(text), /not finite/],
    [
      'with a restart missing',
      (text) => text.replace(/"traces": \[\s*\{[^}]*\},/, '"traces": ['),
      /lacks some of its restarts/,
    ],
    [
      'with a status of its own',
      (text) => text.replace(/"status": "[a-z-]+"/, '"status": "splendid"'),
      /must be/,
    ],
  ]
  test.each(refusals)('%s is refused in words', async (_, spoil, why) => {
    const path = await saved(await fitted())
    await writeFile(path, spoil(await readFile(path, 'utf8')))
    const refused = openIn(other, path)
    await expect(refused).rejects.toMatchObject({ code: 'session-unreadable' })
    await expect(refused).rejects.toThrow(why)
  })

  test('a newer one is refused with a plain sentence', async () => {
    const path = await saved(await fitted())
    await writeFile(path, (await readFile(path, 'utf8')).replace('"version": 1', '"version": 99'))
    await expect(openIn(other, path)).rejects.toThrow(
      '“work.basin” was saved by a newer Basin (its version is 99; this Basin knows 1).',
    )
  })

  test('a name that would reach into every object is refused', async () => {
    const path = await saved(await fitted())
    await writeFile(
      path,
      (await readFile(path, 'utf8')).replace('"tab": "Clusters"', '"__proto__": {"polluted": 1}'),
    )
    await expect(openIn(other, path)).rejects.toMatchObject({ code: 'session-unreadable' })
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})

function timeless({ restarts }: FitSummary) {
  return restarts.map((restart) => ({ ...restart, seconds: 0 }))
}

/** All bits set: every number in its arrays is none. */
function spoilt(text: string): string {
  return text.replace(
    /"arrays": "([^"]*)"/,
    (_, arrays: string) => `"arrays": "${'/'.repeat(arrays.length)}"`,
  )
}
