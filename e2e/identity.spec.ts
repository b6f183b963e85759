import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

const OLD_FAITHFUL = join(import.meta.dirname, '../samples/old-faithful.csv')

const legend = (page: Page) => page.getByRole('list', { name: 'Clusters' }).getByRole('listitem')

test('a named cluster keeps its number and name in a worse restart and with another number of components', async ({
  openApp,
}) => {
  const { page } = await openApp(OLD_FAITHFUL)
  const basin = workspace(page)
  await expect(basin.status).toContainText('272 rows')
  await basin.set('Components', '2-3')
  await basin.set('Restarts', '20')
  await basin.run.click()
  await expect(basin.status).toContainText('40 of 40 restarts')
  await basin.show('Clusters')
  const first = legend(page).first().getByRole('button').first()
  await expect(first).toContainText(/^1/)
  await first.focus()
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Name of cluster 1' }).fill('long waits')
  await page.keyboard.press('Enter')
  await expect(first).toContainText(/^1\s*long waits/)
  await expect(page.getByRole('table', { name: 'Parameters' })).toContainText('long waits')

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('Numbers and colours follow')).toBeVisible()
  await expect(legend(page).filter({ hasText: 'long waits' }).getByRole('button').first()).toContainText(/^1/)

  await basin.show('Models')
  const rows = page.getByRole('table', { name: 'Models' }).locator('tbody').getByRole('row')
  for (const at of [0, 1]) {
    await rows.nth(at).click()
    await basin.show('Clusters')
    const named = legend(page).filter({ hasText: 'long waits' })
    await expect(named).toHaveCount(1)
    await expect(named.getByRole('button').first()).toContainText(/^1/)
    await basin.show('Models')
  }
})
