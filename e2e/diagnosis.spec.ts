import { join } from 'node:path'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

const IRIS = join(import.meta.dirname, '../samples/iris.csv')

test('a collapsed restart says which rows are at fault, and its remedy is a button that the next run shows to help', async ({
  openApp,
}) => {
  const { page } = await openApp(IRIS)
  const basin = workspace(page)
  await expect(basin.status).toContainText('150 rows')
  await basin.set('Components', '8')
  await page.getByText('Advanced', { exact: true }).click()
  await basin.set('Amount of regularisation', '0')
  await basin.set('Refinements', '0')
  await basin.run.click()
  await expect(basin.status).toContainText('40 of 40 restarts')
  await expect(basin.stop).toBeDisabled()
  await basin.show('Restarts')

  const common = page.getByRole('group', { name: 'Collapsed restarts', exact: true })
  await expect(common).toContainText(/\d+ of 40 restarts collapsed: a component on too few different rows/)
  const collapsed = basin.restartRows.filter({ hasText: 'collapsed' })
  expect(await collapsed.count()).toBeGreaterThan(1)
  expect(await basin.restartRows.filter({ hasText: 'converged' }).count()).toBeGreaterThan(1)

  await collapsed.first().click()
  const diagnosis = page.getByRole('region', { name: 'Diagnosis' })
  await expect(diagnosis).toContainText(/component \d+ .* at iteration \d+/i)
  await expect(diagnosis).toContainText(/Lines? \d+.* of the file/)
  const select = diagnosis.getByRole('button', { name: /^Select th/ })
  const rows = /\d+/.exec((await select.textContent()) ?? '')?.[0] ?? '1'
  await select.click()
  await expect(basin.status).toContainText(new RegExp(`${rows} rows? selected`))

  const remedies = diagnosis.getByRole('group', { name: /^Remedies/ })
  await remedies.getByRole('button', { name: /^Add regularisation/ }).click()
  await expect(page.getByRole('note')).toContainText('Press Run to fit with it.')
  await expect(basin.field('Amount of regularisation')).toHaveValue('1e-6')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(basin.field('Amount of regularisation')).toHaveValue('0')
  await remedies.getByRole('button', { name: /^Add regularisation/ }).click()
  await basin.run.click()
  await expect(common).toBeHidden()
  await expect(basin.status).toContainText('40 of 40 restarts')
  await expect(basin.stop).toBeDisabled()
  await expect(collapsed).toHaveCount(0)
})
