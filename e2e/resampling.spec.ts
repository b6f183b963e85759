import { copyFileSync, readFileSync } from 'node:fs'
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

test('stability and the test come back with a session, and stand in the report', async ({
  openApp,
  folder,
}) => {
  const app = await openApp(OLD_FAITHFUL)
  const { page } = app
  const basin = workspace(page)
  await basin.set('Components', '1-2')
  await basin.set('Restarts', '4')
  await basin.run.click()
  await expect(basin.status).toContainText('8 of 8 restarts')
  await basin.show('Models')
  await page.getByText('Likelihood-ratio test', { exact: true }).click()
  await basin.set('Samples', '19')
  await basin.set('Restarts per sample', '1')
  await page.getByRole('button', { name: 'Start test' }).click()
  const verdict = page.getByRole('note', { name: 'Test result' })
  await expect(page.getByText(/^19 of 19 samples in/)).toBeVisible()
  await page.getByText('Stability', { exact: true }).click()
  await basin.set('Replicates', '6')
  await basin.set('Restarts per model', '1')
  await page.getByRole('button', { name: 'Start replicates' }).click()
  await expect(page.getByText(/^6 of 6 replicates in/)).toBeVisible()
  const clusters = page.getByRole('table', { name: 'Stability of clusters' })
  const intervals = page.getByRole('table', { name: 'Parameter intervals' })
  const before = { clusters: await clusters.innerText(), intervals: await intervals.innerText() }
  await page.getByText('Likelihood-ratio test', { exact: true }).click()
  const result = await verdict.innerText()
  await page.getByText('Stability', { exact: true }).click()
  const path = join(folder, 'stable.basin')
  copyFileSync(await app.save('stable.basin', () => page.keyboard.press('Control+s')), path)
  await expect(page.getByText(/Saved the session/)).toBeVisible()
  await app.close()

  const again = await openApp()
  const other = workspace(again.page)
  await again.chooseFile(path, () => other.open.click())
  await expect(other.status).toContainText('8 of 8 restarts')
  await expect(again.page.getByText(/^6 of 6 replicates in/)).toBeVisible()
  const shown = (name: string) => again.page.getByRole('table', { name })
  await expect.poll(() => shown('Stability of clusters').innerText()).toBe(before.clusters)
  await expect.poll(() => shown('Parameter intervals').innerText()).toBe(before.intervals)
  await expect(other.chart(/Mean Jaccard similarity of each cluster/)).toBeVisible()
  await again.page.getByText('Likelihood-ratio test', { exact: true }).click()
  await expect(again.page.getByRole('note', { name: 'Test result' })).toHaveText(result)
  await expect(again.page.getByText(/^19 of 19 samples in/)).toBeVisible()

  await again.page.getByRole('button', { name: 'Save report…', exact: true }).click()
  const dialog = again.page.getByRole('dialog', { name: 'Save report' })
  const html = readFileSync(
    await again.save('report.html', () => dialog.getByRole('button', { name: 'Save…' }).click()),
    'utf8',
  )
  expect(html).toContain('<h3>Stability</h3>')
  expect(html).toContain('<h3>One component more?</h3>')
})
