import { join } from 'node:path'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

const OLD_FAITHFUL = join(import.meta.dirname, '../samples/old-faithful.csv')

test('clusters are found again on rows drawn again, and one component more is tested', async ({
  openApp,
}) => {
  const { page } = await openApp(OLD_FAITHFUL)
  const basin = workspace(page)
  await expect(basin.status).toContainText('272 rows')
  await basin.set('Components', '1-2')
  await basin.initialisation.selectOption({ label: 'k-means++ centres' })
  await basin.set('Restarts', '4')
  await basin.run.click()
  await expect(basin.status).toContainText('8 of 8 restarts')
  await basin.show('Models')

  await page.getByText('Stability', { exact: true }).click()
  await basin.set('Replicates', '1')
  await expect(page.getByText('Replicates must be at least 2')).toBeVisible()
  await basin.set('Replicates', '8')
  await basin.set('Restarts per model', '2')
  await page.getByRole('button', { name: 'Start replicates' }).click()
  await expect(page.getByText('8 of 8 replicates in')).toBeVisible()
  await expect(page.getByText(/All 2 clusters are stable over 8 replicates/)).toBeVisible()
  const clusters = page.getByRole('table', { name: 'Stability of clusters' })
  await expect(clusters.locator('tbody').getByRole('row')).toHaveCount(2)
  await expect(clusters).toContainText('highly stable')
  await expect(basin.chart(/Mean Jaccard similarity of each cluster/)).toBeVisible()
  const intervals = page.getByRole('table', { name: 'Parameter intervals' })
  await expect(intervals.locator('tbody').getByRole('row')).toHaveCount(10)

  await page.getByText('Likelihood-ratio test', { exact: true }).click()
  await basin.set('Samples', '19')
  await basin.set('Restarts per sample', '1')
  await page.getByRole('button', { name: 'Start test' }).click()
  await expect(
    page.getByText(/One more component is supported at 5 % \(p = 0.05\): 2 components/),
  ).toBeVisible()
  await expect(basin.chart(/Statistics of the samples: 19 values/)).toBeVisible()

  await basin.set('Samples', '9999')
  await page.getByRole('button', { name: 'Start test' }).click()
  await page.getByRole('button', { name: 'Stop test' }).click()
  await expect(page.getByText(/of 9,999 samples in .*, stopped/)).toBeVisible()
})
