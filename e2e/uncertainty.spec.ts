import { join } from 'node:path'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

const IRIS = join(import.meta.dirname, '../samples/iris.csv')

test('doubtful rows are counted as the threshold moves, selected, marked in the scatter, and exported', async ({
  openApp,
}) => {
  const { page } = await openApp(IRIS)
  const basin = workspace(page)
  await expect(basin.status).toContainText('150 rows')
  await basin.set('Components', '3')
  await basin.set('Restarts', '20')
  await basin.run.click()
  await expect(basin.status).toContainText('20 of 20 restarts')
  await basin.show('Clusters')
  const chart = (name: string) => page.getByRole('radio', { name, exact: true }).check({ force: true })
  await chart('Uncertainty')

  const table = page.getByRole('table', { name: 'Uncertainty by cluster' })
  await expect(table.locator('tbody').getByRole('row')).toHaveCount(4)
  await expect(page.getByText('silhouettes on all 150 rows')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Overlap of the clusters' })).toContainText('1.000')
  await expect(page.getByRole('table', { name: 'Uncertain rows' }).locator('tbody tr').first()).toBeVisible()

  await page.getByRole('textbox', { name: 'Least responsibility' }).fill('0.95')
  const unclassified = page.getByRole('status', { name: 'Unclassified rows' })
  await expect(unclassified).toContainText(/^\d+ rows/)
  const before = await unclassified.textContent()
  await page.getByRole('slider', { name: 'Least responsibility, slider' }).fill('0.8')
  await expect(unclassified).not.toHaveText(before ?? '')
  const count = /^\d+/.exec((await unclassified.textContent()) ?? '')?.[0] ?? ''
  await page.getByRole('textbox', { name: 'Least responsibility' }).fill('7')
  await expect(page.getByText('More than 0, at most 1.')).toBeVisible()
  await expect(unclassified).toBeHidden()
  await page.getByRole('slider', { name: 'Least responsibility, slider' }).fill('0.8')
  await expect(unclassified).toContainText(`${count} rows`)
  await page.getByRole('checkbox', { name: 'Mark as outliers the lowest' }).check()
  await expect(page.getByRole('status', { name: 'Outliers' })).toHaveText('7 rows, 5 %')
  await page.getByRole('button', { name: 'Select the unclassified' }).click()
  await expect(page.getByText(`${count} rows selected`).first()).toBeVisible()

  await chart('Scatter')
  await expect(page.getByText(/ring: unclassified \(\d+\) · cross: outlier \(7\)/)).toBeVisible()
  await page.getByRole('combobox', { name: 'Colour by' }).selectOption('entropy')
  await expect(page.getByRole('group', { name: 'Colours: entropy' })).toBeVisible()
  await page.getByRole('button', { name: 'CSV options' }).click()
  await expect(page.getByRole('checkbox', { name: 'with status' })).toBeChecked()
})
