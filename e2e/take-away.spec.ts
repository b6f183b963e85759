import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Download } from '@playwright/test'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

test('report, model and pictures are taken away, and two solutions are compared', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const basin = workspace(page)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await basin.sample(/Iris/).click()
  await expect(basin.status).toContainText('150 rows')
  await basin.set('Components', '2-3')
  await basin.set('Restarts', '20')
  await basin.run.click()
  await expect(basin.status).toContainText('40 of 40 restarts')

  await page.setViewportSize({ width: 1024, height: 700 })
  const parameters = page.getByRole('table', { name: 'Means and weights' })
  await expect(parameters.getByRole('row').last()).toBeInViewport({ ratio: 1 })
  await page.setViewportSize({ width: 1440, height: 900 })

  const read = async (name: string, button: string) =>
    JSON.parse(readFileSync(await app.save(name, () => press(button)), 'utf8')) as { restarts: unknown[] }
  await basin.moreExports.click()
  const report = await read('report.json', 'Export results as JSON…')
  expect(report).toMatchObject({ format: 'basin.report', version: 1, data: { rowsUsed: 150 } })
  expect(report.restarts).toHaveLength(40)
  const model = await read('model.json', 'Export model…')
  expect(model).toMatchObject({ format: 'basin.model', version: 1 })

  await basin.show('Clusters')
  await expect(basin.chart(/cluster/i).first()).toBeVisible()
  const png = readFileSync(await app.save('clusters.png', () => press('Save picture…')))
  expect(png.subarray(0, 8)).toEqual(PNG)
  const svg = readFileSync(await app.save('clusters.svg', () => press('Save as SVG…')), 'utf8')
  expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg[\s>]/)
  expect(svg).toContain('sepal_length')
  expect(svg).not.toContain('<script')

  await basin.show('Models')
  await expect(
    page.getByText(/mclust prints BIC with the opposite sign/).filter({ visible: true }),
  ).toBeVisible()
  await basin.show('Compare')
  await expect(page.getByText('Adjusted Rand index')).toBeVisible()
  await expect(basin.chart(/^Scatter .* by cluster/)).toHaveCount(2)
  await expect(basin.chart(/^Rows by cluster on the left and on the right/)).toBeVisible()
})

test('labels and where they came from are saved with one question, and the script after them', async ({
  openApp,
  folder,
}) => {
  const app = await openApp()
  const { page } = app
  const basin = workspace(page)
  await basin.sample(/Iris/).click()
  await expect(basin.status).toContainText('150 rows')
  await basin.set('Restarts', '4')
  await basin.run.click()
  await expect(basin.status).toContainText('4 of 4 restarts')
  await basin.labelOptions.click()
  await page.getByRole('checkbox', { name: 'with provenance' }).check()
  const downloads: Download[] = []
  page.on('download', (download) => downloads.push(download))
  const saved = await app.save('mine.csv', () => basin.exportLabels.click())
  /** A browser has two downloads, which begin in either order. */
  const written = async (name: string, own: string) => {
    if (app.kind !== 'local') return own
    await expect.poll(() => downloads.length).toBe(2)
    const found = downloads.find((each) => each.suggestedFilename() === name)
    return (await found?.path()) ?? ''
  }
  await expect(page.getByText(/^Wrote .*150 rows/)).toBeVisible()
  const provenance = JSON.parse(
    readFileSync(await written('iris-labelled.basin.json', join(folder, 'mine.basin.json')), 'utf8'),
  ) as { file: { bytes: number } }
  expect(provenance).toMatchObject({ format: 'basin.provenance', version: 1 })
  const labelled = await written('iris-labelled.csv', saved)
  expect(readFileSync(labelled, 'utf8').split('\n')[0]).toContain('cluster')

  await basin.moreExports.click()
  await page.getByRole('combobox', { name: 'Script in' }).selectOption('r')
  const script = await app.save('fit.R', () =>
    page.getByRole('button', { name: 'Save script…', exact: true }).click(),
  )
  expect(readFileSync(script, 'utf8')).toContain('mclust')
})
