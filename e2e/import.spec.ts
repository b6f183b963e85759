import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { importDialog } from './pages/import-dialog.ts'
import { workspace } from './pages/workspace.ts'
import { writeDoubtfulTable, writeMessyTable, writeSlowTable, writeTrustTables } from './tables.ts'

const written = (value: number) => String(value).replace('-', '−')

for (const what of ['semicolon', 'quoted', 'utf16'] as const)
  test(`the numbers of a file that other programs misread are right: ${what}`, async ({
    openApp,
    folder,
  }) => {
    const { path, numbers } = writeTrustTables(folder)[what]
    const { page } = await openApp(path)
    const basin = workspace(page)
    await expect(basin.status).toContainText('4 rows')
    await expect(basin.columns.getByRole('checkbox')).toHaveCount(2)
    await page.keyboard.press('ControlOrMeta+I')
    const options = importDialog(page)
    for (const [row, values] of numbers.entries())
      for (const [column, value] of values.entries())
        await expect(options.cell(row, column)).toContainText(new RegExp(`${written(value)}$`))
    await expect(options.encoding).toHaveValue(what === 'utf16' ? 'utf-16le' : 'utf-8')
  })

test('a file that can be read two ways is shown first, and the other way is one choice', async ({
  openApp,
  folder,
}) => {
  const app = await openApp(writeDoubtfulTable(folder))
  const options = importDialog(app.page)
  const basin = workspace(app.page)
  await expect(options.dialog).toBeVisible()
  await expect(options.warnings).toContainText('amount')
  await expect(options.cell(0, 1)).toContainText(/^(\d),(\d{3})\1\.\2$/)
  await options.formatOf('amount').selectOption({ label: await otherReading(options) })
  await expect(options.cell(0, 1)).toContainText(/^(\d),(\d{3})\1\2$/)
  await options.roleOf('shop').selectOption('label')
  await options.open.click()
  await expect(options.dialog).toBeHidden()
  await expect(basin.status).toContainText('40 rows')

  await basin.open.waitFor()
  await app.chooseFile(join(folder, 'amounts.csv'), () => basin.open.click())
  await expect(app.page.getByText('as chosen before')).toBeVisible()
  await expect(options.dialog).toBeHidden()
  await app.page.getByRole('button', { name: 'Import options…' }).click()
  await expect(options.cell(0, 1)).toContainText(/^(\d),(\d{3})\1\2$/)
  await expect(options.roleOf('shop')).toHaveValue('label')
})

/** The choice that takes the mark for one between thousands. */
async function otherReading(options: ReturnType<typeof importDialog>): Promise<string> {
  const texts = await options.formatOf('amount').getByRole('option').allInnerTexts()
  const other = texts.find((text) => /is \d{4}$/.test(text))
  if (other === undefined) throw new Error(`No other way is offered: ${texts.join('; ')}`)
  return other
}

test('Cancel keeps the data that was open, and the file is asked about again', async ({
  openApp,
  folder,
}) => {
  const path = writeMessyTable(folder)
  const app = await openApp()
  const basin = workspace(app.page)
  const options = importDialog(app.page)
  await basin.sample(/Old Faithful/).click()
  await expect(basin.status).toContainText('272 rows')
  for (const close of [() => options.cancel.click(), () => app.page.keyboard.press('Escape')]) {
    await app.chooseFile(path, () => basin.open.click())
    await expect(options.dialog).toBeVisible()
    await options.header.selectOption('no')
    await expect(options.cell(0, 0)).toContainText('id')
    await close()
    await expect(options.dialog).toBeHidden()
    await expect(basin.status).toContainText('272 rows')
    await expect(basin.columns.getByRole('checkbox')).toHaveCount(2)
  }
})

test('rejected cells are counted by reason, and lead to their lines', async ({ openApp, folder }) => {
  const { page } = await openApp(writeMessyTable(folder))
  const options = importDialog(page)
  await expect(options.dialog).toContainText('5 cells rejected (3 × text, 1 × date, 1 × too large)')
  await expect(options.dialog).toContainText('1 comment line · 1 blank line')
  const marked = options.rejected.locator('[aria-current]')
  for (const line of ['20', '34', '68', '92', '20']) {
    await options.failuresOf('weight').click()
    await expect(marked.getByRole('rowheader')).toHaveText(line)
  }
  await expect(options.rejectedCell(0, 3)).toContainText('heavy')
  await options.open.click()
  await expect(workspace(page).status).toContainText('5 cells rejected (3 × text, 1 × date, 1 × too large)')
  await expect(workspace(page).status).toContainText('at most 116 used')
  const warnings = page.getByRole('tabpanel').getByRole('list', { name: 'Warnings' })
  await warnings
    .getByRole('button', { name: /weight/ })
    .first()
    .click()
  await expect(marked.getByRole('rowheader')).toHaveText('20')
})

test('a choice that cannot be is refused in words, and the file stays as it was read', async ({
  openApp,
  folder,
}) => {
  const { page } = await openApp(writeMessyTable(folder))
  const options = importDialog(page)
  await options.delimiter.selectOption('|')
  await expect(options.alert).toContainText(/number/i)
  await expect(options.delimiter).toHaveValue(',')
  await expect(options.cell(0, 0)).toContainText('0001')
})

test('a file that is refused is read another way', async ({ openApp, folder }) => {
  const path = join(folder, 'inches.csv')
  const rows = Array.from({ length: 40 }, (_, i) => `${i}.5,${i * 2},${i === 7 ? '"5 inch' : 'ok'}`)
  writeFileSync(path, `x,y,note\n${rows.join('\n')}\n`)
  const { page } = await openApp(path)
  await expect(page.getByRole('alert')).toContainText('line 9')
  await page.getByRole('button', { name: 'Import options…' }).click()
  const another = page.getByRole('dialog', { name: 'Read it another way' })
  await another.getByRole('combobox', { name: 'Quote' }).selectOption("'")
  await another.getByRole('combobox', { name: 'Delimiter' }).selectOption('|')
  await another.getByRole('button', { name: 'Read again' }).click()
  await expect(another.getByRole('alert')).toContainText(/number/i)
  await another.getByRole('combobox', { name: 'Delimiter' }).selectOption('detect')
  await another.getByRole('combobox', { name: 'Quote' }).selectOption('none')
  await another.getByRole('button', { name: 'Read again' }).click()
  await expect(another).toBeHidden()
  const options = importDialog(page)
  await expect(options.cell(7, 2)).toContainText('"5 inch')
  await options.open.click()
  await expect(workspace(page).status).toContainText('40 rows')
})

test('a warning about a line far down leads to that line', async ({ openApp, folder }) => {
  const path = join(folder, 'ragged.csv')
  const rows = Array.from({ length: 400 }, (_, i) => (i === 300 ? '7.5,1,2,3' : `${i}.5,${i * 2},${i % 7}`))
  writeFileSync(path, `x,y,z\n${rows.join('\n')}\n`)
  const { page } = await openApp(path)
  const options = importDialog(page)
  await options.warnings.getByRole('button', { name: /line 302/ }).click()
  await expect(options.first.locator('[aria-current]').getByRole('rowheader')).toHaveText('302')
  await expect(options.first.locator('[aria-current]')).toBeInViewport()
  await expect(options.dialog).toContainText('Rows 296 to 345')
})

test('an ignored column is out of sight, and comes back', async ({ openApp, folder }) => {
  const path = join(folder, 'plain.csv')
  writeFileSync(path, 'x,y,z\n1.5,2.25,1\n3.75,1.5,4\n2.5,9.125,2\n7.25,4.5,8\n')
  const { page } = await openApp(path)
  const basin = workspace(page)
  const options = importDialog(page)
  await expect(basin.columns.getByRole('checkbox')).toHaveCount(3)
  await page.keyboard.press('ControlOrMeta+I')
  await options.roleOf('y').selectOption('ignore')
  await options.open.click()
  await expect(basin.columns.getByRole('checkbox')).toHaveCount(2)
  await expect(page.getByRole('table', { name: 'Columns' }).getByRole('row')).toHaveCount(3)
  await page.keyboard.press('ControlOrMeta+I')
  await options.roleOf('y').selectOption('cluster')
  await options.open.click()
  await expect(basin.columns.getByRole('checkbox', { checked: true })).toHaveCount(3)
})

test('the import options are used by keyboard alone', async ({ openApp, folder }) => {
  const { page } = await openApp(writeDoubtfulTable(folder))
  const options = importDialog(page)
  await expect(options.open).toBeFocused()
  for (let i = 0; i < 60; i++) {
    if (await options.decimal.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(options.decimal).toBeFocused()
  await page.keyboard.press('p')
  await expect(options.cell(0, 1)).toContainText(/^(\d),(\d{3})/)
  await expect(options.decimal).toHaveValue('.')
  for (let i = 0; i < 60; i++) {
    if (await options.open.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(options.dialog).toBeHidden()
  await expect(workspace(page).status).toContainText('40 rows')
})

test('another file during a fit is opened only with consent', async ({ openApp, folder }) => {
  const app = await openApp(writeSlowTable(folder, 60_000))
  const { page } = app
  const basin = workspace(page)
  await expect(basin.status).toContainText('60,000 rows')
  await basin.set('Restarts', '5000')
  await basin.run.click()
  await expect(basin.stop).toBeEnabled()
  await app.menu('samples')
  await page
    .getByRole('dialog', { name: 'Open a sample' })
    .getByRole('button', { name: /Old Faithful/ })
    .click()
  const question = page.getByRole('alertdialog', { name: 'A fit is running' })
  await question.getByRole('button', { name: 'Keep fitting' }).click()
  await expect(basin.status).toContainText('60,000 rows')
  await expect(basin.stop).toBeEnabled()
  await app.menu('samples')
  await page
    .getByRole('dialog', { name: 'Open a sample' })
    .getByRole('button', { name: /Old Faithful/ })
    .click()
  await question.getByRole('button', { name: 'End the fit and open' }).click()
  await expect(basin.status).toContainText('272 rows')
})
