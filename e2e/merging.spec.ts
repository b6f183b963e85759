import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

const CRESCENT = join(import.meta.dirname, '../samples/crescent.csv')

/** Five components, three of them for the crooked group. */
async function fitCrescent(page: Page) {
  const basin = workspace(page)
  await expect(basin.status).toContainText('600 rows')
  await basin.set('Components', '5')
  await basin.set('Restarts', '4')
  await basin.run.click()
  await expect(basin.status).toContainText('4 of 4 restarts')
  await expect(basin.run).toBeEnabled()
  return basin
}

test('three components of a crooked group become one cluster, on the screen and in the file', async ({
  openApp,
}) => {
  const app = await openApp(CRESCENT)
  const { page } = app
  const basin = await fitCrescent(page)
  await basin.show('Models')
  await page.getByText('Merging', { exact: true }).click()
  await expect(page.getByRole('img', { name: /^Entropy of the merged clusters/ })).toBeVisible()
  await expect(page.getByText('The entropy bends at 3 clusters.')).toBeVisible()
  await expect(page.getByRole('img', { name: /^Tree of the merges/ })).toBeVisible()
  const steps = page.getByRole('table', { name: 'Steps of merging' })
  await expect(steps.locator('tbody').getByRole('row')).toHaveCount(5)
  await page.getByRole('checkbox', { name: 'Use merged clusters' }).check()
  await basin.show('Clusters')
  const legend = page.getByRole('list', { name: 'Clusters' }).getByRole('listitem')
  await expect(legend).toHaveCount(3)
  await legend.filter({ hasText: '314 rows' }).getByRole('button').first().click()
  await expect(basin.status).toContainText('314 rows selected')
  const saved = await app.save('merged.csv', () => basin.exportLabels.click())
  const [head = '', ...lines] = readFileSync(saved, 'utf8').trimEnd().split('\n')
  expect(head).toBe('x,y,shape,cluster,uncertainty,log_density,merged_cluster')
  const pairs = new Set(lines.map((line) => `${line.split(',')[2]} ${line.split(',').at(-1)}`))
  expect(pairs).toEqual(new Set(['crescent 1', 'ball 2', 'drop 3']))
  await page.getByRole('checkbox', { name: 'Merged clusters' }).uncheck()
  await expect(legend).toHaveCount(5)
})

test('the clusters are set beside a known label, whose cells select exactly their rows', async ({
  openApp,
}) => {
  const { page } = await openApp(CRESCENT)
  const basin = await fitCrescent(page)
  await basin.show('Compare')
  await page.getByText('Known label', { exact: true }).first().click()
  await page.getByRole('combobox', { name: 'Known label' }).selectOption({ label: 'shape' })
  const table = page.getByRole('table', { name: 'Rows by cluster and known label' })
  const cells = table.getByRole('button', { name: /^Select the [\d,]+ rows in cluster/ })
  await expect(cells).toHaveCount(5)
  let total = 0
  for (const cell of await cells.all()) {
    const rows = Number(/Select the ([\d,]+) rows/.exec((await cell.getAttribute('aria-label')) ?? '')?.[1])
    await cell.click()
    await expect(basin.status).toContainText(`${rows} rows selected`)
    total += rows
  }
  expect(total).toBe(600)
  await expect(page.getByText('600 of 600 rows are of the category most frequent')).toBeVisible()
  await expect(page.getByRole('table', { name: 'ARI by solution' })).toBeVisible()
  await page.getByRole('button', { name: 'Colour the scatter by it' }).click()
  await expect(page.getByRole('group', { name: 'Colours: shape' })).toContainText('crescent')
})
