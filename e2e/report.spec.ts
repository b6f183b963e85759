import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test, type App } from './app.ts'
import { workspace, type Tab } from './pages/workspace.ts'

const VIEWS: readonly Tab[] = ['Restarts', 'Clusters', 'Models']

interface Shown {
  text: string
  /** A PNG, base64. */
  picture: string
}

/** What a view shows, once it is still, with nothing pointed at. */
async function shownIn(page: Page, view: Tab): Promise<Shown> {
  await workspace(page).show(view)
  await page.mouse.move(0, 0)
  const panel = page.getByRole('tabpanel')
  let picture = ''
  await expect
    .poll(
      async () => {
        const now = (await panel.screenshot()).toString('base64')
        const still = now === picture
        picture = now
        return still
      },
      { message: `${view} goes on changing.` },
    )
    .toBe(true)
  return { text: await panel.innerText(), picture }
}

/** The share of pixels that an eye would tell apart; letters may lie a part of a pixel elsewhere. */
function difference(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async ([a, b]) => {
      const pixels = async (png: string) => {
        const image = new Image()
        image.src = `data:image/png;base64,${png}`
        await image.decode()
        const canvas = new OffscreenCanvas(image.width, image.height)
        const context = canvas.getContext('2d')
        context?.drawImage(image, 0, 0)
        return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray(0)
      }
      const [left, right] = [await pixels(a), await pixels(b)]
      if (left.length === 0 || left.length !== right.length) return 1
      let apart = 0
      for (let i = 0; i < left.length; i += 4)
        if ([0, 1, 2].some((k) => Math.abs((left[i + k] ?? 0) - (right[i + k] ?? 0)) > 48)) apart++
      return apart / (left.length / 4)
    },
    [one, other] as const,
  )
}

async function saveReport(app: App, name: string): Promise<string> {
  const { page } = app
  await page.getByRole('button', { name: 'Save report…', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Save report' })
  await expect(dialog).toContainText('It tells of solution')
  const save = () => dialog.getByRole('button', { name: 'Save…', exact: true }).click()
  return readFileSync(await app.save(name, save), 'utf8')
}

/** Without the one thing that may differ: when it was made. */
const undated = (html: string) => html.replace(/<time .*?<\/time>/, '')

test('report and session of the crabs look the same in a fresh profile', async ({
  openApp,
  openContext,
  folder,
}) => {
  const app = await openApp()
  const basin = workspace(app.page)
  await basin.sample(/Rock crabs/).click()
  await expect(basin.status).toContainText('200 rows')
  await basin.set('Components', '4')
  await basin.initialisation.selectOption('kmeans++')
  await basin.set('Restarts', '8')
  await basin.run.click()
  await expect(basin.status).toContainText('8 of 8 restarts')
  await expect(basin.stop).toBeDisabled()
  const before = new Map<Tab, Shown>()
  for (const view of VIEWS) before.set(view, await shownIn(app.page, view))
  const session = join(folder, 'crabs.basin')
  copyFileSync(await app.save('saved.basin', () => app.page.keyboard.press('Control+s')), session)
  const report = join(folder, 'report.html')
  const html = await saveReport(app, 'report.html')
  await app.close()

  const fresh = await openApp()
  await fresh.chooseFile(session, () => workspace(fresh.page).open.click())
  await expect(workspace(fresh.page).status).toContainText('8 of 8 restarts')
  for (const view of VIEWS) {
    const old = before.get(view) ?? { text: '', picture: '' }
    const same = async () => {
      const now = await shownIn(fresh.page, view)
      return now.text === old.text && (await difference(fresh.page, old.picture, now.picture)) < 0.01
    }
    const message = `${view} looks otherwise than in the window that the session was saved from.`
    await expect.poll(same, { message }).toBe(true)
  }
  expect(undated(await saveReport(fresh, 'again.html'))).toBe(undated(html))
  await takeAsPaper(fresh)

  writeFileSync(report, html)
  const asked: string[] = []
  const pictures: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await (await openContext({ colorScheme, javaScriptEnabled: false })).newPage()
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(pathToFileURL(report).href)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Clusters of crabs.csv')
    await expect(page.getByRole('img')).toHaveCount(4)
    pictures.push((await page.screenshot()).toString('base64'))
  }
  expect(new Set(pictures).size).toBe(2)
  expect(asked).toEqual([pathToFileURL(report).href, pathToFileURL(report).href])
})

/** As a PDF where the host makes one; else in the print dialog of the browser, from a frame that runs nothing. */
async function takeAsPaper(app: App): Promise<void> {
  const { page } = app
  await page.getByRole('button', { name: 'Save report…', exact: true }).click()
  await page.getByRole('radio', { name: /PDF/ }).check()
  if (app.kind === 'local') {
    const attached = page.waitForEvent('frameattached')
    await page.getByRole('button', { name: 'Print…', exact: true }).click()
    await attached
    return
  }
  const pdf = await app.save('report.pdf', () =>
    page.getByRole('button', { name: 'Save…', exact: true }).click(),
  )
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
}
