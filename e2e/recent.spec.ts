import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

test('a file that was opened stands on the list of recent files, and one that is gone can be taken off it', async ({
  openApp,
  folder,
}) => {
  const path = join(folder, 'mine.csv')
  copyFileSync(join(import.meta.dirname, '../samples/iris.csv'), path)
  const app = await openApp(path)
  const { page } = app
  const { status } = workspace(page)
  await expect(status).toContainText('150 rows')
  await app.menu('open-recent')
  const dialog = page.getByRole('dialog', { name: 'Open recent' })
  const mine = dialog.getByRole('button', { name: 'mine.csv', exact: true })
  await mine.click()
  await expect(dialog).toBeHidden()
  await expect(status).toContainText('150 rows')
  expect(await page.content()).not.toContain(folder)

  rmSync(path)
  await app.menu('open-recent')
  await expect(mine).toBeDisabled()
  await expect(dialog).toContainText('not there any more')
  await dialog.getByRole('button', { name: 'Remove mine.csv from the list' }).click()
  await expect(dialog).toContainText(/Files that (you open|Basin is started with)/)
})
