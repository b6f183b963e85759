import { join } from 'node:path'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

const OLD_FAITHFUL = join(import.meta.dirname, '../samples/old-faithful.csv')

test('choices are undone and done again, tables and charts are copied, and the page wears what is preferred', async ({
  openApp,
}) => {
  const { page, kind, menu } = await openApp(OLD_FAITHFUL)
  const basin = workspace(page)
  await expect(basin.status).toContainText('272 rows')
  if (kind === 'local') await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])

  const column = page.getByRole('group', { name: 'Columns', exact: true }).getByRole('checkbox').first()
  await column.uncheck()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(column).toBeChecked()
  await expect(page.getByRole('note')).toContainText('Undone: columns.')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(column).not.toBeChecked()
  await page.getByRole('note').getByRole('button', { name: 'Undo' }).click()
  await expect(column).toBeChecked()

  await basin.set('Components', '2')
  await basin.set('Restarts', '6')
  await basin.run.click()
  await expect(basin.status).toContainText('6 of 6 restarts')
  await expect(basin.stop).toBeDisabled()

  await basin.show('Restarts')
  await page.getByRole('table', { name: 'Restarts', exact: true }).locator('tbody tr').first().click()
  await page.keyboard.press('ControlOrMeta+c')
  await expect(page.getByRole('note')).toContainText('The table “Restarts” is on the clipboard')
  if (kind === 'local') {
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
    expect(lines[0]?.split('\t')).toContain('Seed')
    expect(lines[1]).toMatch(/\t-1130\.2\d{6,}\t/)
    await menu('copy-picture')
    await expect(page.getByRole('note')).toContainText('The picture “landscape” is on the clipboard.')
    const types = await page.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap((item) => item.types),
    )
    expect(types).toContain('image/png')
  }

  const root = page.locator('html')
  await page.keyboard.press('ControlOrMeta+,')
  const dialog = page.getByRole('dialog', { name: 'Preferences' })
  await dialog.getByLabel('Theme').selectOption('High contrast')
  await expect(root).toHaveAttribute('data-theme', /^contrast-/)
  await dialog.getByLabel('Theme').selectOption('Dark')
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.reload()
  await expect(root).toHaveAttribute('data-theme', 'dark')
})
