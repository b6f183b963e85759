import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

test('the menus of the page are used by keyboard alone, and say why a line does nothing', async ({
  openApp,
}, info) => {
  test.skip(info.project.name !== 'local', 'the system draws the menus of a desktop program')
  const { page } = await openApp('samples/old-faithful.csv')
  const basin = workspace(page)
  await expect(basin.status).toContainText('272 rows')
  const bar = page.getByRole('menubar', { name: 'Menu' })
  const item = (name: string) => bar.getByRole('menuitem', { name, exact: true })

  await basin.field('Seed').focus()
  await page.keyboard.press('F10')
  await expect(item('File')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(item('New window')).toBeFocused()
  await page.keyboard.press('o')
  await expect(item('Open CSV…')).toBeFocused()
  await page.keyboard.press('e')
  await expect(item('Export labelled CSV…')).toBeFocused()
  await expect(item('Export labelled CSV…')).toHaveAccessibleDescription('Run a fit first.')
  await page.keyboard.press('Enter')
  await expect(item('Export labelled CSV…')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(basin.field('Seed')).toBeFocused()

  await page.keyboard.press('Alt+v')
  await expect(item('Data')).toBeFocused()
  await page.keyboard.press('c')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Clusters', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(basin.field('Seed')).toBeFocused()

  await page.keyboard.press('Alt')
  await page.keyboard.press('h')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(list).toContainText('Alt 3')
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
})
