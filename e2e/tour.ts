// The pictures of README.md and docs/crabs.md, taken from the running application: npx node e2e/tour.ts
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { serveBasin } from './app.ts'
import { openInBrowser } from './browser.ts'
import { workspace } from './pages/workspace.ts'

const IMAGES = join(import.meta.dirname, '../docs/images')
const SAMPLES = join(import.meta.dirname, '../samples')
const SIZE = { width: 1200, height: 800 }

const shoot = async (page: Page, name: string) => {
  await page.mouse.move(2, SIZE.height - 2)
  await page.waitForTimeout(1_500)
  await page.screenshot({ path: join(IMAGES, `${name}.png`) })
}

/** Basin with a sample open, until the work is done. */
async function withSample(browser: Browser, file: string, work: (page: Page) => Promise<void>) {
  const server = await serveBasin(join(SAMPLES, file))
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

const browser = await openInBrowser()
await withSample(browser, 'old-faithful.csv', async (page) => {
  await run(page, { components: '3', covariance: 'VVV', restarts: '300' })
  await workspace(page).show('Restarts')
  await shoot(page, 'restarts')
})
await withSample(browser, 'crabs.csv', async (page) => {
  const basin = workspace(page)
  await run(page, { components: '1-6', covariance: 'several', restarts: '40' })
  await basin.show('Models')
  await shoot(page, 'crabs-models')
  await run(page, { components: '4', covariance: 'EEE', restarts: '200' })
  await basin.show('Restarts')
  await shoot(page, 'crabs-landscape')
  await basin.show('Clusters')
  await page.getByRole('combobox', { name: 'Plane' }).selectOption('discriminant')
  await shoot(page, 'crabs-clusters')
  await basin.show('Compare')
  const right = page.getByRole('combobox', { name: 'Right', exact: true })
  const fromKMeans = await right
    .locator('option', { hasText: /^Solution O / })
    .first()
    .getAttribute('value')
  await right.selectOption(fromKMeans)
  await shoot(page, 'crabs-compare')
})
await browser.close()
