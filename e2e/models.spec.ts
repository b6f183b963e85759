import { join } from 'node:path'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

const OLD_FAITHFUL = join(import.meta.dirname, '../samples/old-faithful.csv')

test('any of the fourteen models is chosen by name and started from the hierarchy', async ({ openApp }) => {
  const { page } = await openApp(OLD_FAITHFUL)
  const basin = workspace(page)
  await expect(basin.status).toContainText('272 rows')
  await basin.set('Components', '3')
  await basin.covariance.selectOption('VEV')
  await expect(page.getByText('the shape is the same for all components')).toBeVisible()
  await basin.initialisation.selectOption({ label: 'Hierarchical' })
  await basin.set('Restarts', '1')
  await basin.run.click()
  await expect(basin.status).toContainText('1 of 1 restart · 1 solution')
  await basin.show('Restarts')
  await expect(basin.restartRows).toHaveCount(1)
  await expect(basin.restartRows.first()).toContainText('Hierarchical')
  await expect(basin.restartRows.first()).toContainText('converged')
})

test('several models are fitted together and compared', async ({ openApp }) => {
  const { page } = await openApp(OLD_FAITHFUL)
  const basin = workspace(page)
  await expect(basin.status).toContainText('272 rows')
  await basin.set('Components', '2')
  await basin.covariance.selectOption('several')
  const ticks = page.getByRole('group', { name: 'Models to fit' })
  await expect(ticks.getByRole('checkbox', { checked: true })).toHaveCount(4)
  await ticks.getByRole('checkbox', { name: 'EEV' }).check()
  await basin.set('Restarts', '4')
  await basin.run.click()
  await expect(basin.status).toContainText('20 of 20 restarts')
  await basin.show('Models')
  const models = page.getByRole('table', { name: 'Models' })
  await expect(models.locator('tbody').getByRole('row')).toHaveCount(5)
  await expect(models).toContainText('EEV')
})

test('the grid fills in while the fit runs, marks what is not settled and runs more there; every view follows a cell', async ({
  openApp,
}) => {
  const { page } = await openApp(OLD_FAITHFUL)
  const basin = workspace(page)
  await expect(basin.status).toContainText('272 rows')
  await basin.set('Components', '1-4')
  await basin.covariance.selectOption('several')
  await basin.set('Restarts', '1')
  await basin.run.click()
  await basin.show('Models')
  const heat = page.getByRole('table', { name: 'Heat map of BIC' })
  const cells = heat.getByRole('button')
  await expect(cells).toHaveCount(16)
  await expect(basin.status).toContainText('16 of 16 restarts')
  await expect(basin.run).toBeEnabled({ timeout: 60_000 })

  const open = heat.getByRole('button', { name: /Full \(VVV\), 2 components.*not settled/ })
  await open.click()
  await expect(open).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('Full (VVV), 2 components · restart 1')).toBeVisible()
  await open.press('ArrowRight')
  await expect(heat.getByRole('button', { name: /^Full \(VVV\), 3 components/ })).toBeFocused()

  await page.getByRole('button', { name: 'Run more here' }).click()
  await expect(basin.status).toContainText('17 of 17 restarts')
  await expect(
    heat.getByRole('button', { name: /^Full \(VVV\), 2 components: .* of 2 restarts/ }),
  ).toBeVisible()

  await page.getByText('Curves').click()
  await expect(basin.chart(/^BIC by number of components.*Lowest: /)).toBeVisible()
  await page.getByRole('checkbox', { name: 'mclust’s sign' }).check()
  await expect(basin.chart(/Highest: −/)).toBeVisible()
  const ranked = page.getByRole('table', { name: 'Models' }).locator('tbody').getByRole('row')
  await expect(ranked).toHaveCount(16)
  await expect(ranked.first()).toContainText('lowest')
})
