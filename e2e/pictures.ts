// Pictures of every view, light and dark, in two sizes: node e2e/pictures.ts FOLDER [sample title] [components] [covariance model]
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { serveBasin } from './app.ts'
import { openInBrowser } from './browser.ts'
import { shootImports } from './import-pictures.ts'
import { workspace, type Tab } from './pages/workspace.ts'

const folder = process.argv[2] ?? 'test-results/pictures'
const sample = process.argv[3] ?? 'Rock crabs'
const components = process.argv[4] ?? '2-5'
const covariance = process.argv[5] ?? 'VVV'
const TABS: Tab[] = ['Data', 'Restarts', 'Clusters', 'Models', 'Compare']
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
]

mkdirSync(folder, { recursive: true })
const browser = await openInBrowser()
for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of SIZES) {
    const server = await serveBasin()
    const page = await browser.newPage({ viewport, colorScheme })
    const shoot = (name: string) =>
      page.screenshot({ path: join(folder, `${name}-${colorScheme}-${viewport.width}.png`) })
    await page.goto(server.url)
    const basin = workspace(page)
    await basin.sample(new RegExp(sample)).waitFor()
    await shoot('start')
    await basin.sample(new RegExp(sample)).click()
    await basin.run.waitFor()
    for (const tab of ['Restarts', 'Clusters', 'Models', 'Compare'] as const) {
      await basin.show(tab)
      await shoot(`empty-${tab.toLowerCase()}`)
    }
    await basin.covariance.selectOption('several')
    await page.getByText('Advanced', { exact: true }).click()
    await basin.covariance.scrollIntoViewIfNeeded()
    await shoot('configure')
    await page.getByLabel('Criterion').last().scrollIntoViewIfNeeded()
    await shoot('advanced')
    await page.getByText('Advanced', { exact: true }).click()
    await basin.covariance.selectOption(covariance)
    await basin.set('Components', components)
    await basin.run.click()
    await basin.show('Restarts')
    await page.waitForTimeout(1500)
    await shoot('running')
    await page
      .getByText(/^(\d+) of \1 restarts/)
      .first()
      .waitFor({ timeout: 120_000 })
    for (const tab of TABS) {
      await basin.show(tab)
      await page.waitForTimeout(1200)
      await shoot(tab.toLowerCase())
    }
    await page.close()
    await server.stop()
    await shootImports(browser, folder, { colorScheme, viewport })
  }
}
await browser.close()
