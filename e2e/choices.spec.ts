import { join } from 'node:path'
import { expect, test } from './app.ts'
import { lookingAt } from './barriers.ts'
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

  await basin.set('Components', '3')
  await basin.set('Restarts', '30')
  await basin.run.click()
  await expect(basin.status).toContainText('30 of 30 restarts', { timeout: 60_000 })
  await expect(basin.stop).toBeDisabled()

  await basin.show('Restarts')
  await page.getByRole('table', { name: 'Restarts', exact: true }).locator('tbody tr').first().click()
  await page.keyboard.press('ControlOrMeta+c')
  await expect(page.getByRole('note')).toContainText('The table “Restarts” is on the clipboard')
  if (kind === 'local') {
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
    expect(lines[0]?.split('\t')).toContain('Seed')
    expect(lines[1]).toMatch(/\t-1114\.4\d{6,}\t/)
    await menu('copy-picture')
    await expect(page.getByRole('note')).toContainText('The picture “landscape” is on the clipboard.')
    const types = await page.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap((item) => item.types),
    )
    expect(types).toContain('image/png')
  }

  const first = basin.solutions.getByRole('listitem').first()
  const removed = page.getByRole('group', { name: 'Removed restarts' })
  await expect(first).toContainText(/A\s*best\s*−1114\.44.*of 30 restarts/)
  const hits = Number(/(\d+)\s+of 30 restarts/.exec(await first.innerText())?.[1])
  const rest = String(30 - hits)
  const isWithout = async () => {
    await expect(first).toContainText(new RegExp(`A\\s*best\\s*−1119\\.21.*of ${rest} restarts`))
    await expect(page.getByText(new RegExp(`^${rest} restarts, `))).toBeVisible()
    await expect(removed).toContainText(/\d+ restarts removed by hand\. Hits, gaps and estimates/)
    await expect(basin.status).toContainText(`${rest} of ${rest} restarts`)
    await expect(basin.status).toContainText('removed by hand')
  }
  const isWhole = async () => {
    await expect(first).toContainText(/A\s*best\s*−1114\.44.*of 30 restarts/)
    await expect(page.getByText(/^30 restarts, /)).toBeVisible()
    await expect(removed).toHaveCount(0)
    await expect(basin.status).not.toContainText('removed')
  }
  await first.getByRole('button').click()
  await page.keyboard.press('Delete')
  await isWithout()
  await expect(first.getByRole('button')).toBeFocused()
  const { found, look } = lookingAt(page)
  await look('restarts, some removed', '.centre')
  expect(found).toEqual([])
  await page.keyboard.press('ControlOrMeta+z')
  await isWhole()
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await isWithout()
  await basin.restartRows.first().click()
  await page.keyboard.press('Delete')
  await expect(basin.restartRows).toHaveCount(29 - hits)
  await removed.getByRole('button', { name: 'Bring back' }).press('Enter')
  await isWhole()
  await expect(page.getByRole('tab', { name: 'Restarts' })).toBeFocused()

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
