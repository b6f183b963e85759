import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { expect, serveBasin, test } from './app.ts'
import { killEngine } from './kill-engine.ts'
import { workspace } from './pages/workspace.ts'
import { launchElectron } from './stand-in/launch.ts'
import { writeSlowTable } from './tables.ts'

const RESTARTS = 12

/** Basin in a window, in which what runs the fit can be killed, and what was kept brought back into a new one. */
interface Mortal {
  page: Page
  /** Where it keeps what is open. */
  autosaves: string
  kill(): Promise<void>
  pickUp(): Promise<Page>
  close(): Promise<void>
}

/** The whole program ends: the server, and with it the page. */
async function inBrowser(
  openContext: () => Promise<BrowserContext>,
  folder: string,
  file: string,
): Promise<Mortal> {
  const home = join(folder, 'home')
  const server = await serveBasin(file, home)
  const page = await (await openContext()).newPage()
  await page.goto(server.url)
  const stops: (() => Promise<void>)[] = []
  return {
    page,
    autosaves: join(home, 'Basin/autosave'),
    kill: server.kill,
    async pickUp() {
      const next = await serveBasin(undefined, home)
      stops.push(next.stop)
      const again = await (await openContext()).newPage()
      await again.goto(next.url)
      await again.getByRole('button', { name: 'Pick up slow.csv' }).click()
      return again
    },
    async close() {
      for (const stop of stops) await stop()
    },
  }
}

/** The engine's process ends, and its window stays. */
async function inElectron(file: string): Promise<Mortal> {
  const { app, page } = await launchElectron({ args: [file] })
  const settings = await app.evaluate(({ app: running }) => running.getPath('userData'))
  return {
    page,
    autosaves: join(settings, 'autosave'),
    kill: () => killEngine(app),
    async pickUp() {
      await page.getByRole('button', { name: 'Restart engine' }).click()
      return page
    },
    close: () => app.close(),
  }
}

/** Log-likelihoods of the restarts that have ended, with all their digits, by restart. */
const endedIn = (page: Page) =>
  page
    .getByRole('table', { name: 'Restarts' })
    .evaluate((table) =>
      Object.fromEntries(
        [...table.querySelectorAll<HTMLElement>('[data-restart]')]
          .filter((row) => row.querySelector('.converged, .iteration-limit') !== null)
          .map((row): [string, string] => [
            row.dataset['restart'] ?? '',
            row.querySelector('[data-full]')?.getAttribute('data-full') ?? '',
          ]),
      ),
    )

/** How many ended restarts of a fit that goes on are kept. */
function keptIn(folder: string): number {
  try {
    const about = readdirSync(folder).find((name) => /^[^.].*\.json$/.test(name)) ?? ''
    const { restarts, waiting } = JSON.parse(readFileSync(join(folder, about), 'utf8')) as Kept
    return waiting === 0 ? 0 : restarts - waiting
  } catch {
    return 0
  }
}
interface Kept {
  restarts: number
  waiting: number
}

test('of a fit whose program is killed the ended restarts are back, and the rest can be run', async ({
  folder,
  openContext,
}, info) => {
  /* On a busy machine a restart takes its time, and twelve of them are run. */
  test.setTimeout(400_000)
  const file = writeSlowTable(folder, 40_000)
  const basin =
    info.project.name === 'local' ? await inBrowser(openContext, folder, file) : await inElectron(file)
  const before = workspace(basin.page)
  await expect(before.status).toContainText('40,000 rows')
  await before.set('Components', '6')
  await before.set('Restarts', String(RESTARTS))
  await before.show('Restarts')
  await before.run.click()
  await expect
    .poll(() => keptIn(basin.autosaves), {
      message: 'No restart that had ended was kept.',
      timeout: 200_000,
      intervals: [100],
    })
    .toBeGreaterThan(0)
  const kept = keptIn(basin.autosaves)
  const seen = await endedIn(basin.page)
  await basin.kill()

  const page = await basin.pickUp()
  const after = workspace(page)
  await expect(page.getByText(new RegExp(`of ${RESTARTS} restarts had ended, and are back`))).toBeVisible()
  const back = await endedIn(page)
  expect(Object.keys(back).length).toBeGreaterThanOrEqual(kept)
  expect(Object.keys(back).length).toBeLessThan(RESTARTS)
  expect(back).toMatchObject(Object.fromEntries(Object.entries(seen).filter(([id]) => id in back)))
  await page.getByRole('button', { name: 'Run the rest' }).first().click()
  await expect(after.status).toContainText(`${RESTARTS} of ${RESTARTS} restarts`, { timeout: 200_000 })
  await expect(after.stop).toBeDisabled()
  const whole = await endedIn(page)
  expect(whole).toMatchObject(back)
  expect(Object.keys(whole).length).toBe(RESTARTS)
  await basin.close()
})
