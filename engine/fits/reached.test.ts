import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { More } from '../../contract/extension.ts'
import type { FitProgress, FitSummary, RestartView } from '../../contract/views.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
let next: Bench
beforeAll(async () => {
  bench = await openBench()
  // A later program, that knows what the first one kept.
  next = await openBench(2, bench.folder)
})
afterAll(async () => {
  await next.close()
  await bench.close()
})

const ended = ({ state }: RestartView) => state !== 'stopped'
const settings = settingsOf({
  components: { from: 2, to: 3 },
  restarts: 40,
  tolerance: 1e-12,
  maxIterations: 200,
})

/** Large enough that its restarts do not all end between two looks at them. */
const rows = `a,b\n${Array.from({ length: 4_000 }, (_, i) => `${Math.sin(i * 1.7) + (i % 3)},${Math.cos(i * 2.3) + (i % 2)}\n`).join('')}`
const openIn = (where: Bench) => where.openText('rows.csv', rows)

/** What is kept while it runs, as a later program brings it back; null where it had ended before. */
async function keptOf(
  run: (where: Bench, onProgress: (progress: FitProgress) => void, signal: AbortSignal) => Promise<unknown>,
  dataset: string,
  where: Bench,
  others: readonly string[] = [],
): Promise<FitSummary> {
  const window = randomUUID()
  const stop = new AbortController()
  const kept: Promise<unknown>[] = []
  await run(
    where,
    ({ fit, done }) => {
      if (done < 4 || kept.length > 0) return
      const saved = where.engine.autosave({ window, dataset, fits: [...others, fit], view: {} })
      kept.push(saved.finally(() => stop.abort()))
    },
    stop.signal,
  )
  expect(kept).toHaveLength(1)
  await Promise.all(kept)
  const [{ grant, restarts, waiting }] = await next.engine.recoverable({ window })
  const opened = await next.engine.openSession({ grant })
  const { summary } = opened.fits[others.length]
  expect(waiting).toBe(summary.restarts.filter((restart) => !ended(restart)).length)
  expect(restarts).toBe(opened.fits.flatMap((each) => each.summary.restarts).length)
  return summary
}

const bitsOf = (restarts: readonly RestartView[]) =>
  restarts.map(({ seconds, solution, ...rest }) => ({
    ...rest,
    timed: seconds >= 0,
    solved: solution !== null,
  }))

test('of a running fit the restarts that have ended are kept, and the rest run later end as they would have', async () => {
  const first = await openBench(2, bench.folder)
  const { dataset } = await openIn(first)
  const kept = await keptOf(
    ({ engine }, onProgress, signal) => engine.fit({ dataset, settings }, { onProgress, signal }),
    dataset,
    first,
  )
  expect(kept).toMatchObject({ stopped: true, interrupted: true })
  expect(kept.restarts).toHaveLength(80)
  expect(kept.restarts.filter(ended).length).toBeGreaterThanOrEqual(4)

  const rest = await next.engine.extend({ fit: kept.fit, more: { kind: 'rest' } })
  expect(rest.interrupted).toBeUndefined()
  const whole = await first.engine.fit({ dataset, settings })
  expect(bitsOf(rest.restarts)).toEqual(bitsOf(whole.restarts))
  expect(rest.solutions).toEqual(whole.solutions)
  const [extension] = rest.extensions
  const waited = kept.restarts.filter((restart) => !ended(restart)).length
  expect(extension.kind === 'restarts' && extension.cells.reduce((sum, { count }) => sum + count, 0)).toBe(
    waited,
  )
  await expect(next.engine.extend({ fit: kept.fit, more: { kind: 'rest' } })).rejects.toMatchObject({
    message: 'No restart of this fit waits.',
  })
  await first.close()
})

test('of restarts that are added those that have ended are kept, and none that had not begun', async () => {
  const first = await openBench(2, bench.folder)
  const { dataset } = await openIn(first)
  const few = { ...settings, restarts: 4 }
  const { fit } = await first.engine.fit({ dataset, settings: few })
  const more: More = { kind: 'restarts', count: 40 }
  const kept = await keptOf(
    ({ engine }, onProgress, signal) => engine.extend({ fit, more }, { onProgress, signal }),
    dataset,
    first,
  )
  expect(kept.extensions).toMatchObject([{ kind: 'restarts', stopped: true }])
  expect(kept.restarts.length).toBeLessThan(88)
  expect(kept.restarts.filter(ended).length).toBeGreaterThanOrEqual(8)
  await first.close()
})

test('restarts of a fit stopped by hand are not said to wait beside those of one that was cut short', async () => {
  const first = await openBench(2, bench.folder)
  const { dataset } = await openIn(first)
  const hand = new AbortController()
  hand.abort()
  const stopped = await first.engine.fit({ dataset, settings }, { signal: hand.signal })
  expect(stopped.restarts.filter((restart) => !ended(restart)).length).toBeGreaterThan(0)
  await keptOf(
    ({ engine }, onProgress, signal) => engine.fit({ dataset, settings }, { onProgress, signal }),
    dataset,
    first,
    [stopped.fit],
  )
  await first.close()
})

test('a restart that is being continued is kept as it was', async () => {
  const first = await openBench(2, bench.folder)
  const { dataset } = await openIn(first)
  const before = await first.engine.fit({ dataset, settings: { ...settings, restarts: 4, maxIterations: 3 } })
  const { id } = before.restarts[0]
  const window = randomUUID()
  const going = first.engine.extend({
    fit: before.fit,
    more: { kind: 'continue', restart: id, tolerance: 1e-15 },
  })
  await first.engine.autosave({ window, dataset, fits: [before.fit], view: {} })
  await going
  const [{ grant, waiting }] = await next.engine.recoverable({ window })
  const [{ summary }] = (await next.engine.openSession({ grant })).fits
  expect(waiting).toBe(0)
  expect(summary.restarts.find((restart) => restart.id === id)?.state).toBe('iteration-limit')
  await first.close()
})
