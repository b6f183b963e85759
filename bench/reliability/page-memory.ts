import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { bundle, field, servePage } from '../served.ts'
import { overlappingText } from './overlapping-text.ts'
import type { Part } from './part.ts'

const SETTLED = 20
const FITS = SETTLED + 100
const ROWS = 2_000
const EVERY = 10
const VIEWS = ['Restarts', 'Clusters', 'Models', 'Compare', 'Data'] as const
/** What 100 fits may add: megabytes of heap, elements and texts of the page, listeners. */
const MOST = { heap: 16, nodes: 2_000, listeners: 500 }

interface Moment {
  fits: number
  heap: number
  nodes: number
  listeners: number
}

export const pageMemory: Part = {
  name: 'page-memory',
  title: 'Memory of the page over 100 fits',
  about: `${FITS} fits of ${ROWS.toLocaleString('en')} rows, begun in one page in Chromium, each with another seed and with the next of the five views before it when it has ended; after a collection of garbage. After the first ${SETTLED} fits ${FITS - SETTLED} more may add ${MOST.heap} MB to the heap, ${MOST.nodes.toLocaleString('en')} elements and texts, and ${MOST.listeners} listeners.`,
  async run(say) {
    bundle()
    const folder = mkdtempSync(join(tmpdir(), 'basin-page-memory-'))
    const file = join(folder, 'rows.csv')
    writeFileSync(file, overlappingText(ROWS))
    const { page, close } = await servePage({ file })
    try {
      const moments = await measured(page, say)
      const settled = moments.find(({ fits }) => fits === SETTLED) ?? moments[0]
      const last = moments[moments.length - 1]
      const grew = (what: keyof typeof MOST) => last[what] - settled[what]
      const rows = moments.map((moment) => Object.values(moment).map(String))
      return {
        tables: [
          {
            head: ['Fits', 'Heap, MB', 'Elements and texts', 'Listeners'],
            rows,
            note: `Over the last 100 fits the heap changed by ${grew('heap')} MB, elements and texts by ${grew('nodes')}, listeners by ${grew('listeners')}.`,
          },
        ],
        failures: (Object.keys(MOST) as (keyof typeof MOST)[])
          .filter((what) => grew(what) > MOST[what])
          .map((what) => `Over 100 fits ${what} grew by ${grew(what)}.`),
      }
    } finally {
      await close()
      rmSync(folder, { recursive: true })
    }
  },
}

async function measured(page: Page, say: (line: string) => void): Promise<Moment[]> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  await field(page, 'Components').fill('2-3')
  await field(page, 'Restarts').fill('20')
  const moments: Moment[] = []
  for (let fits = 1; fits <= FITS; fits++) {
    await fit(page, fits)
    await page.getByRole('tab', { name: VIEWS[fits % VIEWS.length], exact: true }).click({ timeout: 120_000 })
    if (fits % EVERY !== 0) continue
    moments.push(await momentAfter(fits, devtools))
    say(JSON.stringify(moments.at(-1)))
  }
  return moments
}

async function fit(page: Page, seed: number): Promise<void> {
  await field(page, 'Seed').fill(String(seed))
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const stop = (disabled: boolean) => page.getByRole('button', { name: 'Stop', exact: true, disabled })
  // A short fit may have ended before it is looked at.
  await stop(false)
    .waitFor({ timeout: 1_000 })
    .catch(() => undefined)
  await stop(true).waitFor({ timeout: 120_000 })
}

async function momentAfter(fits: number, devtools: CDPSession): Promise<Moment> {
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN
  return {
    fits,
    heap: Math.round(of('JSHeapUsedSize') / 2 ** 20),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
  }
}
