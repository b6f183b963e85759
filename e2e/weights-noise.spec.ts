import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

test('rows count by their weights, and those of no cluster are noise', async ({ openApp, folder }) => {
  const file = join(folder, 'counted.csv')
  const [, ...lines] = readFileSync('core/mixture/reference/noise.csv', 'utf8').trimEnd().split('\n')
  const counted = lines.map((line, i) => `${line},${i === 0 ? 0 : 1 + (i % 3)}`)
  writeFileSync(file, ['x,y,times', ...counted].join('\n'))
  const { page, save } = await openApp(file)
  const basin = workspace(page)
  await page.getByRole('combobox', { name: 'Row weights', exact: true }).selectOption({ label: 'times' })
  await expect(page.getByRole('combobox', { name: 'Kind of weights', exact: true })).toHaveValue('frequency')
  await expect(page.getByRole('checkbox', { name: 'times', exact: true })).not.toBeChecked()
  await page.getByText('Advanced', { exact: true }).click()
  await page.getByRole('checkbox', { name: 'Noise component' }).check()
  await basin.set('Components', '2')
  await basin.set('Restarts', '10')
  await basin.run.click()
  await expect(basin.stop).toBeDisabled({ timeout: 60_000 })
  await expect(page.getByRole('status')).toContainText('1 dropped, 219 used · n = 438 (frequency: times)')
  await basin.show('Clusters')
  const noise = page.getByRole('list', { name: 'Clusters' }).getByRole('button', { name: /^Noise/ })
  await expect(noise).toContainText(/\d+ rows that weigh \d+/)
  const rows = /(\d+) rows/.exec((await noise.textContent()) ?? '')?.[1] ?? ''
  await noise.press('Enter')
  await expect(basin.status).toContainText(`${rows} rows selected`)
  await page.getByRole('checkbox', { name: 'Marginals' }).check()
  await expect(page.getByText('histograms add up weights (frequency: times)')).toBeVisible()

  await basin.show('Models')
  for (const [section, button] of [
    ['Stability', 'Start replicates'],
    ['Likelihood-ratio test', 'Start test'],
  ]) {
    await page.getByText(section, { exact: true }).click()
    await expect(page.getByRole('button', { name: button })).toBeDisabled()
    await expect(
      page.getByText(/have weights, and rows that count differently are not drawn again/),
    ).toBeVisible()
  }

  const labelled = await save('labelled.csv', () => basin.exportLabels.click())
  const written = readFileSync(labelled, 'utf8').trimEnd().split('\n').slice(1)
  const clusters = written.map((line) => line.split(',')[3])
  expect(clusters[0]).toBe('')
  expect(new Set(clusters)).toEqual(new Set(['', '0', '1', '2']))
})
