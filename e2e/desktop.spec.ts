import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'
import { launchElectron } from './stand-in/launch.ts'

const FILE = join(import.meta.dirname, '../samples/old-faithful.csv')
const LEFT = { x: 60, y: 48, width: 1100, height: 720 }

interface Seen {
  progress: number[]
  told: Electron.Notification[]
}
declare const seen: Seen

/** Notes what the system is asked to show; it is shown all the same. */
const watchSystem = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow, Notification }) => {
    const noted: Seen = { progress: [], told: [] }
    Object.assign(globalThis, { seen: noted })
    for (const window of BrowserWindow.getAllWindows()) {
      const show = window.setProgressBar.bind(window)
      window.setProgressBar = (part) => {
        noted.progress.push(part)
        show(part)
      }
    }
    const { show } = Notification.prototype
    Notification.prototype.show = function () {
      noted.told.push(this)
      show.call(this)
    }
  })

const standing = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    return { bounds: window?.getNormalBounds(), maximised: window?.isMaximized() }
  })

test('the system shows how far a fit is, tells of its end in the background alone, and has windows where they were left', async ({
  folder,
}, info) => {
  test.skip(info.project.name === 'local', 'a browser has windows of its own')
  const profile = join(folder, 'profile')
  const launch = () => launchElectron({ args: [FILE], profile })

  const { app, page, kind } = await launch()
  info.annotations.push({
    type: 'host',
    description: kind === 'electron' ? 'real Electron' : 'the Electron stand-in over Chromium',
  })
  const basin = workspace(page)
  await expect(basin.status).toContainText('272 rows')
  await watchSystem(app)
  // Every fit is a long one where a second is a thousand.
  await page.evaluate(() => {
    const now = performance.now.bind(performance)
    performance.now = () => 1000 * now()
  })
  const told = () => app.evaluate(() => seen.told.map(({ title, body }) => ({ title, body })))
  const ends = () =>
    app.evaluate(
      () => seen.progress.filter((part, at) => part < 0 && (seen.progress[at - 1] ?? -1) >= 0).length,
    )
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus())
  await basin.run.click()
  await expect.poll(ends).toBe(1)
  expect(
    await app.evaluate(() => seen.progress.filter((part) => part >= 0 && part <= 1).length),
  ).toBeGreaterThan(0)
  expect(await told()).toEqual([])

  await app.evaluate(({ BrowserWindow, Menu }) => {
    BrowserWindow.getAllWindows()[0]?.minimize()
    Menu.getApplicationMenu()?.getMenuItemById('run')?.click()
  })
  await expect.poll(told).toEqual([
    {
      title: 'The fit of “old-faithful.csv” has ended',
      body: expect.stringMatching(/^\d+ restarts, \d+ solutions?\.$/) as unknown,
    },
  ])
  await app.evaluate(() => seen.told[0]?.emit('click'))
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        return window?.isMinimized() === false && window.isFocused()
      }),
    )
    .toBe(true)
  await app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), LEFT)
  await app.close()

  const second = await launch()
  expect(await standing(second.app)).toEqual({ bounds: LEFT, maximised: false })
  await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.maximize())
  await second.app.close()

  const file = join(profile, 'window.json')
  const kept = JSON.parse(readFileSync(file, 'utf8')) as object
  expect(kept).toEqual({ ...LEFT, maximised: true })
  writeFileSync(file, JSON.stringify({ ...kept, x: 90_000 }))
  const third = await launch()
  const { bounds, maximised } = await standing(third.app)
  expect(maximised).toBe(true)
  expect(bounds).toMatchObject({ width: LEFT.width, height: LEFT.height })
  const { workArea } = await third.app.evaluate(({ screen }) => screen.getPrimaryDisplay())
  expect(bounds?.x).toBeGreaterThanOrEqual(workArea.x)
  expect(bounds?.x).toBeLessThan(workArea.x + workArea.width)
  await third.app.close()
})
