import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { lookingAt } from './barriers.ts'
import { workspace } from './pages/workspace.ts'

test('axe finds no barrier where a file or a session is refused, nor where work is picked up', async ({
  openApp,
  folder,
}) => {
  test.setTimeout(300_000)
  const unclosed = join(folder, 'unclosed.csv')
  writeFileSync(unclosed, `x,y,note\n1.5,2,ok\n2.5,4,"5 inch\n${'3.5,6,ok\n'.repeat(30)}`)
  const data = join(folder, 'moved.csv')
  writeFileSync(data, `x,y\n${Array.from({ length: 30 }, (_, i) => `${i}.5,${(i * 7) % 11}`).join('\n')}\n`)
  const app = await openApp()
  const { page } = app
  const basin = workspace(page)
  const { found, look } = lookingAt(page)

  await app.chooseFile(unclosed, () => basin.open.click())
  await expect(basin.alert).toContainText('line 3')
  await look('a file is refused')
  await page.getByRole('button', { name: 'Import options…' }).click()
  await expect(page.getByRole('dialog', { name: 'Read it another way' })).toBeVisible()
  await look('read it another way', 'dialog')
  await page.keyboard.press('Escape')

  await app.chooseFile(data, () => basin.open.click())
  await expect(basin.status).toContainText('30 rows')
  await expect(page.getByText('kept', { exact: true })).toBeVisible()
  const session = join(folder, 'moved.basin')
  copyFileSync(await app.save('saved.basin', () => page.keyboard.press('Control+s')), session)
  await app.close()
  rmSync(data)

  const again = await openApp()
  const after = lookingAt(again.page)
  await expect(again.page.getByRole('button', { name: 'Pick up moved.csv' })).toBeVisible()
  await after.look('work is kept')
  await again.chooseFile(session, () => workspace(again.page).open.click())
  await expect(again.page.getByRole('button', { name: 'Choose the data…' })).toBeVisible()
  await after.look('the data of a session are asked for')
  expect([...found, ...after.found]).toEqual([])
})

const DIALOGS = [
  ['File', 'Open recent…'],
  ['Help', 'Limits of Basin'],
  ['Help', 'Licences'],
  ['Help', 'Cite Basin'],
] as const

test('axe finds no barrier in the tour, what asks before it, or any dialog of the menu', async ({
  openApp,
}) => {
  test.setTimeout(300_000)
  const { page } = await openApp()
  const basin = workspace(page)
  const { found, look } = lookingAt(page)
  const choose = async (menu: string, item: string) => {
    await page.getByRole('menuitem', { name: menu, exact: true }).click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
  }
  const dialog = page.getByRole('dialog')
  await basin.sample(/Iris/).click()
  await expect(basin.status).toContainText('150 rows')
  for (const [menu, item] of DIALOGS) {
    await choose(menu, item)
    await expect(dialog).toBeVisible()
    await look(item, 'dialog')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await choose('Help', 'User guide')
  await dialog.getByRole('link').first().click()
  await expect(dialog.getByRole('heading', { level: 2 }).last()).toBeFocused()
  await look('another chapter', 'dialog')
  await page.keyboard.press('Escape')

  await choose('Help', 'Tour')
  const asked = page.getByRole('alertdialog', { name: 'The tour opens a sample' })
  await expect(asked).toBeVisible()
  await look('a question', 'dialog')
  await asked.getByRole('button', { name: 'Open the sample' }).click()
  await expect(dialog).toContainText('200 rows and 8 columns')
  await look('tour, what was read')
  await page.keyboard.press('ArrowRight')
  await expect(dialog).toContainText('was reached by', { timeout: 120_000 })
  await look('tour, every restart')
  await page.keyboard.press('ArrowRight')
  await expect(dialog).toContainText('Choose, and take it away')
  await expect(page.getByRole('tab', { name: 'Clusters' })).toHaveAttribute('aria-selected', 'true')
  await look('tour, choose')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  await choose('File', 'Save report…')
  await expect(dialog).toBeVisible()
  await look('report', 'dialog')
  await page.keyboard.press('Escape')
  for (const options of [basin.labelOptions, basin.moreExports]) {
    await options.click()
    await look(await options.innerText(), '.right')
  }
  expect(found).toEqual([])
})
