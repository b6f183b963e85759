import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'
import { launchElectron } from './stand-in/launch.ts'
import { writeSlowTable } from './tables.ts'

const FILES = ['old-faithful', 'iris']
const sample = (name: string) => join(import.meta.dirname, '../samples', `${name}.csv`)

/** The rows that the status of each window counts, sorted. */
async function rowsOf(pages: Page[]): Promise<(string | undefined)[]> {
  const states = await Promise.all(pages.map((each) => workspace(each).status.textContent()))
  return states.map((state) => /([\d,]+) rows/.exec(state ?? '')?.[1]).sort()
}

test('each file from outside gets a window of its own, and closing one in which a fit runs asks', async ({
  folder,
}, info) => {
  test.skip(info.project.name === 'local', 'a browser has these for itself')
  const { app, page, kind } = await launchElectron({ args: [writeSlowTable(folder, 20_000)] })
  info.annotations.push({
    type: 'host',
    description: kind === 'electron' ? 'real Electron' : 'the Electron stand-in over Chromium',
  })
  const first = workspace(page)
  await expect(first.status).toContainText('20,000 rows')
  await app.evaluate(({ app: desktop }, [one, other]) => {
    desktop.emit('second-instance', {}, [], '', { files: [one] })
    desktop.emit('open-file', { preventDefault: () => {} }, other)
  }, FILES.map(sample))
  await expect.poll(() => rowsOf(app.windows().filter((each) => each !== page))).toEqual(['150', '272'])
  await expect(first.status).toContainText('20,000 rows')

  await first.set('Restarts', '5000')
  await first.run.click()
  await expect(first.stop).toBeEnabled()

  await app.evaluate(({ dialog, BrowserWindow }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = ((_window: unknown, { detail }: { detail: string }) => {
      asked.push(detail)
      return Promise.resolve({ response: asked.length === 1 ? 0 : 1, checkboxChecked: false })
    }) as unknown as typeof dialog.showMessageBox
    for (const window of BrowserWindow.getAllWindows()) window.close()
  })
  await expect.poll(() => app.windows().length).toBe(1)
  await expect(first.stop).toBeEnabled()
  const gone = app.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await gone
})

test('all files of the command line open, each in a window of its own, and a new window hears the menu before its page is there', async () => {
  test.skip(test.info().project.name === 'local', 'a browser has these for itself')
  const { app } = await launchElectron({ args: FILES.map(sample) })
  await expect.poll(() => rowsOf(app.windows())).toEqual(['150', '272'])
  const opened = app.waitForEvent('window')
  await app.evaluate(({ Menu }) => {
    for (const id of ['new-window', 'preferences']) Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
  })
  await expect((await opened).getByRole('dialog', { name: 'Preferences' })).toBeVisible()
  await app.close()
})
