import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test, type App } from './app.ts'
import { workspace, type Tab } from './pages/workspace.ts'

const VIEWS: readonly Tab[] = ['Data', 'Restarts', 'Clusters', 'Models', 'Compare']
/** Of 255 in a channel: Chromium blends the curved and dotted borders anew for each of its tiles (8 at most were seen). */
const BLENDING = 16

interface Shown {
  text: string
  /** A PNG, base64, of the view and of the solution beside it. */
  picture: string
}

/** What a view shows, once it is still, with nothing pointed at. */
async function shownIn(page: Page, view: Tab): Promise<Shown> {
  await workspace(page).show(view)
  await page.mouse.move(0, 0)
  const parts = [page.getByRole('tabpanel'), page.getByRole('complementary', { name: 'Solution' })]
  const [panel, beside] = await Promise.all(parts.map((part) => part.boundingBox()))
  if (!panel || !beside) throw new Error(`${view} is not on the screen.`)
  const y = Math.min(panel.y, beside.y)
  const [right, bottom] = [
    beside.x + beside.width,
    Math.max(panel.y + panel.height, beside.y + beside.height),
  ]
  const clip = { x: panel.x, y, width: right - panel.x, height: bottom - y }
  let picture = ''
  await expect
    .poll(
      async () => {
        const now = (await page.screenshot({ clip })).toString('base64')
        const still = now === picture
        picture = now
        return still
      },
      { message: `${view} goes on changing.` },
    )
    .toBe(true)
  const texts = await Promise.all(parts.map((part) => part.innerText()))
  return { text: texts.join('\n'), picture }
}

/** How many pixels of two pictures are not alike; all where they differ in size. */
function difference(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async ([a, b, blending]) => {
      const pixels = async (png: string) => {
        const image = new Image()
        image.src = `data:image/png;base64,${png}`
        await image.decode()
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
        context?.drawImage(image, 0, 0)
        return { ...context?.getImageData(0, 0, image.width, image.height) }
      }
      const [left, right] = [await pixels(a), await pixels(b)]
      const whole = (left.width ?? 0) * (left.height ?? 0)
      if (left.width !== right.width || left.height !== right.height) return Math.max(1, whole)
      let apart = 0
      for (let i = 0; i < 4 * whole; i += 4)
        if (
          [0, 1, 2].some((k) => Math.abs((left.data?.[i + k] ?? 0) - (right.data?.[i + k] ?? 0)) > blending)
        )
          apart++
      return apart
    },
    [one, other, BLENDING] as const,
  )
}

/** Away from what a new window shows: another restart, a name, a selection, axes, a zoom, and the sections below. */
async function lookAround(page: Page): Promise<void> {
  const basin = workspace(page)
  const panel = page.getByRole('tabpanel')
  await basin.show('Restarts')
  await basin.restartRows.nth(4).click()
  await page.getByRole('button', { name: 'All restarts' }).click()
  await basin.show('Clusters')
  await panel.getByRole('button', { name: 'Rename cluster 1' }).click()
  await page.keyboard.type('blue males')
  await page.keyboard.press('Enter')
  await panel.getByRole('list', { name: 'Clusters' }).getByRole('button').first().click()
  await expect(basin.status).toContainText('selected')
  await page.getByRole('combobox', { name: 'Horizontal axis' }).selectOption({ label: 'RW' })
  await panel.getByRole('application').press('+')
  await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible()
  await basin.show('Data')
  await page.getByRole('checkbox', { name: 'Show selected rows only' }).check()
  await basin.show('Models')
  await page.getByText('Merging', { exact: true }).click()
  await basin.show('Compare')
  await page.getByText('Changed rows').first().click()
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
  await lookAround(app.page)
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
    const old = before.get(view)
    const apart = async () => {
      const now = await shownIn(fresh.page, view)
      return { text: now.text, pixels: await difference(fresh.page, old?.picture ?? '', now.picture) }
    }
    const message = `${view} looks otherwise than in the window that the session was saved from.`
    await expect.poll(apart, { message }).toEqual({ text: old?.text, pixels: 0 })
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
