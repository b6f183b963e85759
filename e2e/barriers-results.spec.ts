import { join } from 'node:path'
import { expect, test } from './app.ts'
import { lookingAt } from './barriers.ts'
import { workspace } from './pages/workspace.ts'

const CRESCENT = join(import.meta.dirname, '../samples/crescent.csv')

test('axe finds no barrier in charts shown as tables, nor in what replicates, tests and comparisons found', async ({
  openApp,
}) => {
  test.setTimeout(600_000)
  const { page } = await openApp(CRESCENT)
  const basin = workspace(page)
  const { found, look } = lookingAt(page)
  const one = (name: string) => page.getByText(name, { exact: true }).first().click()
  const done = (text: RegExp) => expect(page.getByText(text).first()).toBeVisible({ timeout: 120_000 })
  /** Every chart on the screen, as the numbers behind it. */
  const asTables = async (where: string) => {
    const switches = page.getByRole('button', { name: 'Show as table' })
    await expect(switches.first()).toBeVisible()
    for (let left = await switches.count(); left > 0; left = await switches.count()) {
      await switches.first().click()
      await expect(switches).not.toHaveCount(left)
    }
    await look(`${where} as a table`, '.centre')
  }
  await expect(basin.status).toContainText('600 rows')
  await basin.set('Components', '2-3')
  await basin.set('Restarts', '6')
  await basin.run.click()
  await expect(basin.status).toContainText('12 of 12 restarts')
  await expect(basin.run).toBeEnabled()

  await basin.show('Restarts')
  await asTables('landscape')
  await basin.show('Clusters')
  for (const chart of ['Scatter', 'Matrix', 'Profiles']) {
    await page.getByRole('radio', { name: chart, exact: true }).check({ force: true })
    await asTables(chart)
  }
  await page.getByRole('button', { name: 'Play from the start' }).click()
  await asTables('climb')
  await page.keyboard.press('Escape')

  await basin.show('Models')
  await one('Curves')
  await asTables('curves')
  await one('Merging')
  await asTables('merging')
  await one('Stability')
  await basin.set('Replicates', '4')
  await basin.set('Restarts per model', '1')
  await page.getByRole('button', { name: 'Start replicates' }).click()
  await done(/4 of 4 replicates in/)
  await look('replicates', '.centre')
  await asTables('replicates')
  await one('Likelihood-ratio test')
  await basin.set('Samples', '19')
  await basin.set('Restarts per sample', '1')
  await page.getByRole('button', { name: 'Start test' }).click()
  await done(/19 of 19 samples|One more component|supported/)
  await look('test', '.centre')
  await asTables('test')

  await basin.show('Compare')
  await asTables('two solutions')
  await one('All solutions')
  await one('Best of each model')
  await expect(page.getByRole('table', { name: 'Adjusted Rand index between solutions' })).toBeVisible()
  await look('how alike all solutions are', '.centre')
  await one('Consensus')
  await asTables('consensus')
  expect(found).toEqual([])
})
