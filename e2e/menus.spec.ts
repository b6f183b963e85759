import { join } from 'node:path'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'
import { launchElectron } from './stand-in/launch.ts'

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

test('the menu of the system says what can be done now, and no line acts behind a dialog', async ({}, info) => {
  test.skip(info.project.name === 'local', 'a page has no menu of the system')
  const { app, page } = await launchElectron({
    args: [join(import.meta.dirname, '../samples/old-faithful.csv')],
  })
  const basin = workspace(page)
  await expect(basin.status).toContainText('272 rows')
  const bar = await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label, submenu }) => ({
      label: label.replace('&', ''),
      lines: submenu?.items.map(({ id, role, type }) => id ?? role ?? type),
      keys: submenu?.items.flatMap(({ accelerator }) => accelerator ?? []),
    })),
  )
  const mac = process.platform === 'darwin'
  const labels = mac
    ? ['Basin', 'File', 'Edit', 'View', 'Fit', 'Window', 'Help']
    : ['File', 'Edit', 'View', 'Fit', 'Help']
  expect(bar?.map(({ label }) => label)).toEqual(labels)
  expect(bar?.find(({ label }) => label === 'File')?.lines?.at(-1)).toBe(mac ? 'close' : 'quit')
  expect(bar?.find(({ lines }) => lines?.includes('preferences'))?.label).toBe(mac ? 'Basin' : 'Edit')
  const keys = (bar ?? [])
    .flatMap((menu) => menu.keys ?? [])
    .map((each) => each.replace('Command', 'Cmd').replace('Control', 'Ctrl'))
  expect(new Set(keys).size).toBe(keys.length)

  const enabled = () =>
    app.evaluate(({ Menu }) => {
      const menu = Menu.getApplicationMenu()
      return ['new-window', 'run', 'export'].filter((id) => menu?.getMenuItemById(id)?.enabled)
    })
  await expect.poll(enabled).toEqual(['new-window', 'run'])
  await page.keyboard.press('ControlOrMeta+2')
  const tab = page.getByRole('tab', { name: 'Restarts', exact: true })
  await expect(tab).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ControlOrMeta+,')
  const dialog = page.getByRole('dialog', { name: 'Preferences' })
  await dialog.getByLabel('Theme').selectOption('dark')
  await expect.poll(enabled).toEqual(['new-window'])
  await page.keyboard.press('ControlOrMeta+1')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(tab).toHaveAttribute('aria-selected', 'true')
  await expect.poll(enabled).toEqual(['new-window', 'run'])
  expect(await app.evaluate(({ nativeTheme }) => String(nativeTheme.themeSource))).toBe('dark')

  await app.evaluate(({ Menu }) => void Menu.getApplicationMenu()?.getMenuItemById('run')?.click())
  await expect.poll(enabled).toEqual(['new-window', 'run', 'export'])
  await app.close()
})
