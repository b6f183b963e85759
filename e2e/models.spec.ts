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
