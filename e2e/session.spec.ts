import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

/** As the person does it, and not before the new page is there. */
async function loadAgain(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { before: true })
    setTimeout(() => location.reload())
  })
  await expect
    .poll(() => page.evaluate(() => 'before' in window).catch(() => true), {
      message: 'It was not loaded again.',
    })
    .toBe(false)
}

test('a session brings back the fit, the view, the names and the selection in a new program', async ({
  openApp,
  folder,
}) => {
  const app = await openApp()
  const { page } = app
  const basin = workspace(page)
  await basin.sample(/Iris/).click()
  await expect(basin.status).toContainText('150 rows')
  await basin.set('Components', '3')
  await basin.set('Restarts', '12')
  await basin.run.click()
  await expect(basin.status).toContainText('12 of 12 restarts')
  await expect(basin.stop).toBeDisabled()
  await basin.show('Restarts')
  await basin.restartRows.nth(4).click()
  await app.menu('remove-restart')
  await expect(basin.status).toContainText('11 of 11 restarts')
  await expect(basin.status).toContainText('1 restart removed by hand')
  const solutions = await basin.solutions.innerText()
  await page.getByRole('region', { name: 'Landscape' }).getByRole('combobox').selectOption('gap')
  await basin.show('Clusters')
  await page.getByRole('button', { name: 'Rename cluster 1' }).first().click()
  await page.keyboard.type('short petals')
  await page.keyboard.press('Enter')
  await page
    .getByRole('button', { name: /^Select cluster 1|short petals/ })
    .first()
    .click()
  await expect(basin.status).toContainText('selected')
  await page
    .getByRole('combobox', { name: 'Horizontal axis' })
    .first()
    .selectOption({ label: 'petal_length' })
  await expect(basin.chart(/^Scatter .*against petal_length/)).toBeVisible()
  await page.getByRole('tabpanel').getByRole('application').first().press('+')
  await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible()
  await basin.show('Data')
  await page.getByRole('checkbox', { name: 'Show selected rows only' }).check()
  await basin.show('Clusters')
  await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible()
  const facts = page.getByRole('complementary', { name: 'Solution' })
  const before = {
    facts: await facts.locator('dl').first().innerText(),
    parameters: await page.getByRole('table', { name: 'Parameters' }).innerText(),
    chart: await basin.chart(/^Scatter/).getAttribute('aria-label'),
    selected: /[\d,]+ rows? selected/.exec(await basin.status.innerText())?.[0] ?? 'none',
  }
  const path = join(folder, 'iris.basin')
  copyFileSync(await app.save('saved.basin', () => page.keyboard.press('Control+s')), path)
  await expect(page.getByText(/Saved the session/)).toBeVisible()
  expect(readFileSync(path, 'utf8')).not.toMatch(/5\.1,3\.5|setosa/)
  await app.close()

  const again = await openApp()
  const other = workspace(again.page)
  await expect(other.open).toBeVisible()
  await again.chooseFile(path, () => other.open.click())
  await expect(other.status).toContainText('11 of 11 restarts')
  await expect(other.status).toContainText('1 restart removed by hand')
  await expect(again.page.getByRole('tab', { name: 'Clusters' })).toHaveAttribute('aria-selected', 'true')
  const shown = again.page.getByRole('complementary', { name: 'Solution' })
  await expect.poll(() => shown.locator('dl').first().innerText()).toBe(before.facts)
  await expect
    .poll(() => again.page.getByRole('table', { name: 'Parameters' }).innerText())
    .toBe(before.parameters)
  await expect.poll(() => other.chart(/^Scatter/).getAttribute('aria-label')).toBe(before.chart)
  await expect(again.page.getByText('short petals').first()).toBeVisible()
  await expect(other.status).toContainText(before.selected)
  await again.page.getByRole('button', { name: 'Show all' }).click()
  await expect(again.page.getByRole('button', { name: 'Show all' })).toHaveCount(0)
  await other.show('Data')
  await expect(again.page.getByRole('checkbox', { name: 'Show selected rows only' })).toBeChecked()
  await other.show('Restarts')
  await expect(other.restartRows).toHaveCount(11)
  await expect(again.page.getByRole('region', { name: 'Landscape' }).getByRole('combobox')).toHaveValue('gap')
  expect(await other.solutions.innerText()).toBe(solutions)
  await again.menu('bring-back')
  await expect(other.restartRows).toHaveCount(12)
  await again.page.getByRole('button', { name: 'Run more' }).click()
  await expect(other.status).toContainText('24 of 24 restarts')
})

test('a file that is no session is refused in words, and what is open stays open', async ({
  openApp,
  folder,
}) => {
  const app = await openApp()
  const basin = workspace(app.page)
  await basin.sample(/Old Faithful/).click()
  await expect(basin.status).toContainText('272 rows')
  const path = join(folder, 'broken.basin')
  writeFileSync(path, '{"format":"basin.session","version":7}')
  await app.chooseFile(path, () => basin.open.click())
  await expect(basin.alert).toContainText('saved by a newer Basin')
  await expect(basin.status).toContainText('272 rows')
})

test('what was open before the page was loaded again is picked up', async ({ openApp }) => {
  const { page } = await openApp()
  const basin = workspace(page)
  await basin.sample(/Iris/).click()
  await basin.set('Restarts', '5')
  await basin.run.click()
  await expect(basin.status).toContainText('5 of 5 restarts')
  await expect(basin.stop).toBeDisabled()
  await basin.show('Models')
  await page.getByText('Merging', { exact: true }).click()
  await page.getByRole('checkbox', { name: 'Use merged clusters' }).check()
  await expect(page.getByText('kept', { exact: true })).toBeVisible()
  await loadAgain(page)
  await page.getByRole('button', { name: 'Pick up iris.csv' }).click()
  await expect(basin.status).toContainText('5 of 5 restarts')
  await expect(page.getByRole('tab', { name: 'Models' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('checkbox', { name: 'Use merged clusters' })).toBeChecked()
})

test('a page that was opened with a file goes on with what it had when it is loaded again', async ({
  openApp,
}) => {
  const { page, kind } = await openApp(join(import.meta.dirname, '../samples/iris.csv'))
  const basin = workspace(page)
  await expect(basin.status).toContainText('150 rows')
  await basin.set('Restarts', '5')
  await basin.run.click()
  await expect(basin.status).toContainText('5 of 5 restarts')
  await expect(page.getByText('kept', { exact: true })).toBeVisible()
  await loadAgain(page)
  // The local host names its file to every page that is loaded; the desktop names it once.
  if (kind !== 'local') await page.getByRole('button', { name: 'Pick up iris.csv' }).click()
  await expect(basin.status).toContainText('5 of 5 restarts')
})

test('a tab that is duplicated keeps its work apart from that of the first', async ({ openApp }, info) => {
  test.skip(info.project.name !== 'local', 'only a browser duplicates tabs')
  const app = await openApp()
  await workspace(app.page).sample(/Iris/).click()
  await expect(app.page.getByText('kept', { exact: true })).toBeVisible()
  const opening = app.page.waitForEvent('popup')
  await app.page.evaluate(() => void window.open(location.href))
  const copy = await opening
  const inherited = () => sessionStorage.getItem('basin-window')
  await workspace(copy)
    .sample(/Crescent/)
    .click()
  await expect(copy.getByText('kept', { exact: true })).toBeVisible()
  expect(await copy.evaluate(inherited)).not.toBe(await app.page.evaluate(inherited))
  await app.close()

  const { page } = await openApp()
  for (const file of ['iris.csv', 'crescent.csv'])
    await expect(page.getByRole('button', { name: `Pick up ${file}` })).toBeVisible()
})
