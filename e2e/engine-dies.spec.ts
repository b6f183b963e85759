import { join } from 'node:path'
import { expect, test } from './app.ts'
import { killEngine } from './kill-engine.ts'
import { workspace } from './pages/workspace.ts'
import { launchElectron } from './stand-in/launch.ts'
import { writeSlowTable } from './tables.ts'

const OLD_FAITHFUL = join(import.meta.dirname, '../samples/old-faithful.csv')

test('an engine that dies during a fit is said to be dead, and a new one opens the file again', async ({
  folder,
}) => {
  const { app, page } = await launchElectron({ args: [writeSlowTable(folder, 60_000)] })
  const basin = workspace(page)
  await expect(basin.status).toContainText('60,000 rows')
  await basin.set('Components', '6')
  await basin.run.click()
  await expect(basin.stop).toBeEnabled()

  await killEngine(app)
  await expect(page.getByText(/has stopped unexpectedly/).first()).toBeVisible()
  await expect(basin.stop).toBeDisabled()

  await page.getByRole('button', { name: 'Restart engine' }).click()
  await expect(page.getByRole('button', { name: 'Restart engine' })).toBeHidden()
  await expect(basin.run).toBeEnabled()
  await basin.set('Components', '1')
  await basin.set('Restarts', '2')
  await basin.run.click()
  await expect(basin.status).toContainText('2 of 2 restarts')
  await app.close()
})

test('a second death is survived like the first', async () => {
  const { app, page } = await launchElectron({ args: [OLD_FAITHFUL] })
  const basin = workspace(page)
  for (let time = 0; time < 2; time++) {
    await expect(basin.status).toContainText('272 rows')
    await killEngine(app)
    await page.getByRole('button', { name: 'Restart engine' }).click()
    await expect(basin.run).toBeEnabled()
  }
  await basin.set('Restarts', '4')
  await basin.run.click()
  await expect(basin.status).toContainText('4 of 4 restarts')
  await app.close()
})

test('a fit that had ended is back after the engine died, as it was looked at', async () => {
  const { app, page } = await launchElectron({ args: [OLD_FAITHFUL] })
  const basin = workspace(page)
  await expect(basin.status).toContainText('272 rows')
  await basin.set('Restarts', '6')
  await basin.run.click()
  await expect(basin.status).toContainText('6 of 6 restarts')
  await expect(basin.stop).toBeDisabled()
  await basin.show('Clusters')
  const chart = basin.chart(/^Scatter/)
  await expect(chart).toHaveAttribute('aria-label', /Cluster sizes/)
  const before = await chart.getAttribute('aria-label')
  await expect(page.getByText('kept', { exact: true })).toBeVisible()
  await killEngine(app)
  await page.getByRole('button', { name: 'Restart engine' }).click()
  await expect(basin.status).toContainText('6 of 6 restarts')
  await expect(page.getByRole('tab', { name: 'Clusters' })).toHaveAttribute('aria-selected', 'true')
  await expect.poll(() => chart.getAttribute('aria-label')).toBe(before)
  await app.close()
})
