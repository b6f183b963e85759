// The pictures of README.md and of the user guide, taken from the running application: npx node e2e/tour.ts
// takes all, with names (start, import, old-faithful, crabs) those alone.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from '@playwright/test'
import { serveBasin } from './app.ts'
import { openInBrowser } from './browser.ts'
import { importDialog } from './pages/import-dialog.ts'
import { workspace } from './pages/workspace.ts'
import { writeMessyTable } from './tables.ts'

const IMAGES = join(import.meta.dirname, '../docs/images')
const SAMPLES = join(import.meta.dirname, '../samples')
const SIZE = { width: 1200, height: 800 }
/** Of a file of pictures, in per cent: figures stay sharp, and all pictures together are small enough to be shipped. */
const QUALITY = 82

const home = mkdtempSync(join(tmpdir(), 'basin-tour-'))

/** Of the whole window, or of one part of it. */
async function shoot(page: Page, name: string, part?: Locator): Promise<void> {
  await page.mouse.move(2, SIZE.height - 2)
  await page.waitForTimeout(1_500)
  const box = (await part?.boundingBox()) ?? { x: 0, y: 0, ...SIZE }
  const devtools = await page.context().newCDPSession(page)
  const { data } = await devtools.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
    clip: { ...box, scale: 1 },
  })
  writeFileSync(join(IMAGES, `${name}.webp`), Buffer.from(data, 'base64'))
}

/** Basin until the work is done, with a file open where one is named. */
async function withBasin(browser: Browser, file: string | undefined, work: (page: Page) => Promise<void>) {
  const server = await serveBasin(file, home)
  const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' })
  await page.goto(server.url)
  await work(page)
  await page.close()
  await server.stop()
}
async function run(page: Page, settings: { components: string; covariance: string; restarts: string }) {
  const basin = workspace(page)
  await basin.set('Components', settings.components)
  await basin.covariance.selectOption(settings.covariance)
  await basin.set('Restarts', settings.restarts)
  await basin.run.click()
  await basin.stop.and(page.locator(':enabled')).waitFor()
  await basin.stop.and(page.locator(':disabled')).waitFor({ timeout: 600_000 })
}

/** What is opened, by name, and which pictures are taken of it. */
const STOPS: Record<string, { file?: string; take: (page: Page) => Promise<void> }> = {
  start: {
    async take(page) {
      await workspace(page)
        .sample(/Rock crabs/)
        .waitFor()
      await shoot(page, 'start')
    },
  },
  import: {
    file: writeMessyTable(home),
    async take(page) {
      await importDialog(page).failuresOf('weight').waitFor()
      await shoot(page, 'import')
    },
  },
  'old-faithful': {
    file: join(SAMPLES, 'old-faithful.csv'),
    async take(page) {
      const basin = workspace(page)
      await run(page, { components: '3', covariance: 'VVV', restarts: '300' })
      await basin.show('Restarts')
      await shoot(page, 'restarts')
      await basin.show('Models')
      await page.getByText('Stability', { exact: true }).click()
      await basin.set('Replicates', '40')
      await page.getByRole('button', { name: 'Start replicates' }).click()
      await page.getByText('40 of 40 replicates in').waitFor({ timeout: 600_000 })
      await shoot(page, 'stability')
    },
  },
  crabs: {
    file: join(SAMPLES, 'crabs.csv'),
    async take(page) {
      const basin = workspace(page)
      await basin.columns.waitFor()
      await shoot(page, 'data')
      await shoot(page, 'settings', page.getByRole('complementary', { name: 'Settings' }))
      await run(page, { components: '1-6', covariance: 'several', restarts: '40' })
      await basin.show('Models')
      await shoot(page, 'crabs-models')
      await run(page, { components: '4', covariance: 'EEE', restarts: '200' })
      await basin.show('Restarts')
      await shoot(page, 'crabs-landscape')
      await shoot(page, 'solution', page.getByRole('complementary', { name: 'Solution' }))
      await basin.show('Clusters')
      await page.getByRole('combobox', { name: 'Plane' }).selectOption('discriminant')
      await shoot(page, 'crabs-clusters')
      await page.getByRole('radio', { name: 'Uncertainty', exact: true }).check({ force: true })
      await shoot(page, 'uncertainty')
      await basin.show('Compare')
      const right = page.getByRole('combobox', { name: 'Right', exact: true })
      const fromKMeans = await right
        .locator('option', { hasText: /^Solution O / })
        .first()
        .getAttribute('value')
      await right.selectOption(fromKMeans)
      await shoot(page, 'crabs-compare')
    },
  },
}

const wanted = process.argv.slice(2)
const browser = await openInBrowser()
for (const [name, { file, take }] of Object.entries(STOPS))
  if (wanted.length === 0 || wanted.includes(name)) await withBasin(browser, file, take)
await browser.close()
rmSync(home, { recursive: true, force: true })
