import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

test('rows with gaps are used as they are, and set beside leaving them out', async ({ openApp, folder }) => {
  const file = join(folder, 'gappy.csv')
  const lines = readFileSync('samples/old-faithful.csv', 'utf8').trimEnd().split('\n')
  writeFileSync(file, lines.map((line, i) => (i % 20 === 7 ? line.replace(/,[^,]*$/, ',') : line)).join('\n'))
  const { page, save } = await openApp(file)
  const basin = workspace(page)
  const missing = page.getByRole('combobox', { name: 'Missing cells', exact: true })
  await expect(missing.locator('option').first()).toHaveText('Leave out 14 of 272 rows')
  await missing.selectOption('em')
  await basin.covariance.selectOption('EEE')
  await expect(page.getByText(/Only VVV and VVI take rows/)).toBeVisible()
  await expect(basin.run).toBeDisabled()
  await basin.covariance.selectOption('VVV')
  await basin.set('Components', '2')
  await basin.set('Restarts', '10')
  await basin.run.click()
  await expect(basin.stop).toBeDisabled({ timeout: 60_000 })
  await expect(page.getByText(/0 dropped, 14 with gaps/)).toBeVisible()

  await basin.show('Clusters')
  await expect(page.getByText('14 rows with gaps not drawn')).toBeVisible()
  const gaps = page.getByRole('region', { name: 'Rows with gaps' })
  await expect(gaps).toContainText('Of the 272 rows used, 14 have gaps.')
  await gaps.getByRole('button', { name: 'Compare with leaving out' }).click()
  await expect(gaps).toContainText('The 258 complete rows have the log-likelihood', { timeout: 20_000 })
  await expect(gaps).toContainText('adjusted Rand index')

  const labelled = await save('labelled.csv', () => basin.exportLabels.click())
  const cells = readFileSync(labelled, 'utf8').trimEnd().split('\n').slice(1)
  expect(cells.every((line) => /,[12],/.test(line))).toBe(true)
})
