import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, serveUntilRefused, test } from './app.ts'
import { workspace } from './pages/workspace.ts'
import { placeFolder, placeMissing, placeUnreadable, type Placed } from './tables.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')

/** [what it is, its bytes, what the message must name]. */
const REFUSED: [string, Buffer | string, RegExp][] = [
  ['an empty file', '', /empty/i],
  ['a header without rows', 'a,b\n', /header|no rows|no data/i],
  ['a picture named .csv', PNG, /PNG|picture|not (a )?text/i],
  ['a file with no numeric column', 'name,town\nAnna,Ulm\nBert,Köln\nCarl,Bonn\n', /numeric|number/i],
]

/** A refusal is two sentences: what is wrong, and what to do. */
const sentences = (text: string) =>
  text.split(/[.!]\s|[.!]$|\n/).filter((sentence) => sentence.trim().length > 8).length

async function expectRefusal(page: Page, says: RegExp): Promise<void> {
  const { alert } = workspace(page)
  await expect(alert.first()).toContainText(says)
  expect(sentences(await alert.first().innerText())).toBeGreaterThan(1)
}

for (const [what, bytes, says] of REFUSED)
  test(`${what} is refused in words, and what was open stays open`, async ({ openApp, folder }) => {
    const path = join(folder, 'refused.csv')
    writeFileSync(path, bytes)
    const app = await openApp()
    const basin = workspace(app.page)
    await basin.sample(/Old Faithful/).click()
    await expect(basin.status).toContainText('272 rows')
    await app.chooseFile(path, () => basin.open.click())
    await expectRefusal(app.page, says)
    await expect(basin.status).toContainText('272 rows')
    await expect(basin.columns.getByRole('checkbox')).toHaveCount(2)
  })

/** [what it is, how it is placed in the folder, what the message must name]. */
const UNOPENABLE: [string, (folder: string) => Placed | Promise<Placed>, RegExp][] = [
  ['a directory', placeFolder, /folder|directory/i],
  ['a missing path', placeMissing, /nowhere\.csv|no (such )?file|not (there|found)|does not exist/i],
  ['a file that cannot be read', placeUnreadable, /cannot be read|could not be read|not a file|unreadable/i],
]
const noSockets = (what: string) => process.platform === 'win32' && what === 'a file that cannot be read'

for (const [what, place, says] of UNOPENABLE) {
  test(`${what} named on the command line is refused in words`, async ({ openApp, folder }, info) => {
    test.skip(noSockets(what), 'sockets are no files there')
    const placed = await place(folder)
    if (info.project.name === 'local' && what !== 'a file that cannot be read') {
      const { status, stderr } = serveUntilRefused(placed.path)
      expect(status).toBe(3)
      expect(stderr).toMatch(says)
      expect(sentences(stderr)).toBeGreaterThan(1)
      return
    }
    const { page } = await openApp(placed.path)
    await expectRefusal(page, says)
    await expect(workspace(page).open).toBeVisible()
    placed.remove()
  })

  test(`${what} that the dialog gave is refused in words, and what was open stays open`, async ({
    openApp,
    folder,
  }, info) => {
    test.skip(noSockets(what), 'sockets are no files there')
    test.skip(info.project.name === 'local', 'a browser hands over files that it has read, and no path')
    const placed = await place(folder)
    const app = await openApp()
    const basin = workspace(app.page)
    await basin.sample(/Old Faithful/).click()
    await expect(basin.status).toContainText('272 rows')
    await app.chooseFile(placed.path, () => basin.open.click())
    await expectRefusal(app.page, says)
    await expect(basin.status).toContainText('272 rows')
    await expect(basin.columns.getByRole('checkbox')).toHaveCount(2)
    placed.remove()
  })
}

test('more components than rows are refused at the field, and the data stays', async ({
  openApp,
  folder,
}) => {
  const path = join(folder, 'few.csv')
  writeFileSync(path, 'x,y\n1.5,2.25\n3.75,1.5\n2.5,9.125\n7.25,4.5\n')
  const basin = workspace((await openApp(path)).page)
  await expect(basin.status).toContainText('4 rows')
  await basin.set('Components', '9')
  await expect(basin.field('Components')).toHaveAccessibleDescription(/4 rows/)
  await expect(basin.run).toBeDisabled()
  await expect(basin.status).toContainText('4 rows')
})

test('more components than rows without a gap are refused in words, and the data stays', async ({
  openApp,
  folder,
}) => {
  const path = join(folder, 'gaps.csv')
  writeFileSync(path, 'x,y\n1.5,2.25\n3.75,\n2.5,9.125\n,4.5\n6.5,\n0.5,1.75\n')
  const { page } = await openApp(path)
  const basin = workspace(page)
  await expect(basin.status).toContainText('6 rows')
  await basin.set('Components', '5')
  await basin.run.click()
  await expectRefusal(page, /rows/i)
  await expect(basin.status).toContainText('6 rows')
})

test('a bad value is refused at its field, and Run waits', async ({ openApp }) => {
  const basin = workspace((await openApp()).page)
  await basin.sample(/Old Faithful/).click()
  await expect(basin.run).toBeEnabled()
  await basin.set('Components', '0')
  await expect(basin.field('Components')).toHaveAttribute('aria-invalid', 'true')
  await expect(basin.field('Components')).toHaveAccessibleDescription(/“0”.*from 1 to 100/)
  await expect(basin.run).toBeDisabled()
  await basin.set('Components', '2')
  await expect(basin.run).toBeEnabled()
})
