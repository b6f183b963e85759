import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { faintOn, lookingAt } from './barriers.ts'
import { focusLost, statesLost } from './forced-colours.ts'
import { workspace, type Tab } from './pages/workspace.ts'
import { writeAwkwardTable } from './tables.ts'

const CRESCENT = join(import.meta.dirname, '../samples/crescent.csv')

const DIALOGS = [
  ['File', 'Open sample…'],
  ['Edit', 'Preferences…'],
  ['Help', 'User guide'],
] as const

const VIEWS: readonly Tab[] = ['Data', 'Restarts', 'Clusters', 'Models', 'Compare']

/* The page is the same in every host: it is looked at in one. */
test('axe finds no barrier in any view or dialog, light or dark', async ({ openApp, folder }) => {
  /* Looking at colours takes long on a busy machine. */
  test.setTimeout(300_000)
  const app = await openApp()
  const { page } = app
  const basin = workspace(page)
  const { found, look } = lookingAt(page)
  const one = (name: string) => page.getByText(name, { exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  const closed = async () => {
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await expect(basin.sample(/Old Faithful/)).toBeVisible()
  await look('start')
  await app.chooseFile(writeAwkwardTable(folder), () => basin.open.click())
  await expect(basin.status).toContainText('8 rows')
  await page.keyboard.press('ControlOrMeta+i')
  await expect(dialog).toBeVisible()
  await look('import options', 'dialog')
  await closed()
  await app.chooseFile(CRESCENT, () => basin.open.click())
  await expect(basin.status).toContainText('600 rows')
  await look('data')
  await basin.show('Compare')
  await look('before a fit', '.centre')
  await page.keyboard.press('?')
  await look('shortcuts', 'dialog')
  await closed()
  await page.keyboard.press('F1')
  await look('glossary', 'dialog')
  await closed()
  for (const [menu, item] of DIALOGS) {
    await page.getByRole('menuitem', { name: menu, exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
    await expect(dialog).toBeVisible()
    await look(item, 'dialog')
    await closed()
  }

  await basin.set('Components', '3-4')
  await basin.set('Restarts', '6')
  await basin.run.click()
  await expect(basin.status).toContainText('12 of 12 restarts')
  await expect(basin.run).toBeEnabled()
  await basin.show('Restarts')
  await expect(basin.restartRows.first()).toBeVisible()
  await look('restarts', '.centre')
  await basin.show('Clusters')
  for (const chart of ['Scatter', 'Profiles', 'Uncertainty']) {
    await page.getByRole('radio', { name: chart, exact: true }).check({ force: true })
    await expect(page.getByRole('tabpanel').getByRole('img').first()).toBeVisible()
    await look(chart, '.centre')
  }
  await page.getByRole('radio', { name: 'Scatter', exact: true }).check({ force: true })
  await page.getByRole('button', { name: 'Rename cluster 1' }).first().click()
  await look('renaming', '.centre')
  await page.keyboard.press('Escape')
  await page.getByRole('list', { name: 'Clusters' }).getByRole('button').first().click()
  await page.getByRole('button', { name: 'Selection…' }).click()
  await look('selection')
  await page.getByRole('button', { name: 'Start a restart from them…' }).click()
  await look('manual start', 'dialog')
  await closed()
  await page.getByRole('button', { name: 'Play from the start' }).click()
  await expect(page.getByRole('slider', { name: 'Iteration' })).toBeVisible()
  await look('playback', '.centre')
  await page.keyboard.press('Escape')
  await basin.show('Models')
  await look('models', '.centre')
  await one('Curves')
  await look('model curves', '.centre')
  for (const section of ['Merging', 'Stability', 'Likelihood-ratio test']) {
    await one(section)
    await look(section, '.centre')
  }
  await basin.show('Compare')
  await expect(page.getByRole('img').first()).toBeVisible()
  await look('compare', '.centre')
  for (const section of ['Changed rows', 'All solutions', 'Consensus', 'Known label']) {
    await page.getByText(section).first().click()
    await look(section, '.centre')
  }
  expect(found).toEqual([])
  await lookInHighContrast(page)
})

/** Each view in the few colours of a system, and in Basin's own where contrast is asked for; one of the two is dark, in turn. */
async function lookInHighContrast(page: Page): Promise<void> {
  const basin = workspace(page)
  const ask = async (media: Parameters<Page['emulateMedia']>[0], dark: boolean) => {
    await page.emulateMedia({ ...media, colorScheme: dark ? 'dark' : 'light' })
    await expect(page.locator('html')).toHaveAttribute(
      'data-theme',
      dark ? 'contrast-dark' : 'contrast-light',
    )
  }
  const found: string[] = []
  for (const [at, view] of VIEWS.entries()) {
    await basin.show(view)
    await ask({ forcedColors: 'none', contrast: 'more' }, at % 2 === 1)
    found.push(...(await faintOn(page, `${view}, with more contrast`)))
    await ask({ forcedColors: 'active', contrast: 'no-preference' }, at % 2 === 0)
    found.push(...(await faintOn(page, `${view}, in forced colours`)))
    await expect.poll(() => statesLost(page), { message: `${view} in forced colours` }).toEqual([])
    if (view === 'Restarts') found.push(...(await focusLost(page)))
  }
  expect(found).toEqual([])
  await page.getByRole('menuitem', { name: 'File', exact: true }).click()
  const line = page.getByRole('menu').getByRole('menuitem').first()
  await page.keyboard.press('ArrowDown')
  const ground = () => line.evaluate((each) => getComputedStyle(each).backgroundColor)
  await line.focus()
  const focused = await ground()
  await page.keyboard.press('ArrowDown')
  await expect(line).not.toBeFocused()
  expect(await ground()).not.toBe(focused)
}
