// How quickly the scatter is drawn: another restart chosen at 100,000 rows, pan and zoom at 1,000,000 rows, and the
// Restarts tab at 1,000 and 10,000 restarts.
// node bench/points.ts [part: all | choose | move | restarts, default all]
import type { Page } from '@playwright/test'
import { bundle, field, servePage } from './served.ts'
import { sayStillness, takeStillness } from './stillness.ts'

const part = process.argv[2] ?? 'all'
const say = (line: string) => process.stdout.write(`${line}\n`)

/**
 * From the key that chooses another restart to the frame that shows its clusters: the next in the ranking, which has been asked for in idle
 * moments, and the third from there, which has not.
 */
async function choose(rows: number): Promise<void> {
  const each = rows > 100_000 ? 3 : 8
  const { page, close } = await fitted(rows, 4 * each + 2)
  for (const [steps, which] of [
    [3, 'Any other restart'],
    [1, 'The next restart'],
  ] as const) {
    const times: number[] = []
    for (let i = 0; i < each; i++) {
      times.push(await untilRepainted(page, steps))
      await page.waitForTimeout(rows > 100_000 ? 1_500 : 400)
    }
    const where = `${which} at ${rows.toLocaleString('en')} rows, to repainted`
    say(`${where}: ${spread(times)}; ${await still(page)}`)
  }
  await close()
}

/** Half a second of dragging to and fro and of turning the wheel, sixty times a second. */
async function move(rows: number): Promise<void> {
  const { page, close } = await fitted(rows, 2)
  const box = await page.getByRole('img', { name: /Scatter/ }).boundingBox()
  if (box === null) throw new Error('There is no scatter.')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -100)
  await page.waitForTimeout(1500)
  await takeStillness(page)
  await page.mouse.down()
  for (let i = 0; i < 90; i++) {
    await page.mouse.move(x + 200 * Math.sin(i / 10), y + 100 * Math.sin(i / 7))
    await page.waitForTimeout(16)
  }
  await page.mouse.up()
  say(`Panning at ${rows.toLocaleString('en')} rows: ${await still(page)}`)
  for (let i = 0; i < 30; i++) {
    await page.mouse.wheel(0, i < 15 ? -60 : 60)
    await page.waitForTimeout(16)
  }
  say(`Zooming: ${await still(page)}`)
  await page.waitForTimeout(1500)
  const sharp = await afterMove(page, x, y)
  say(`From the last movement to the picture painted anew: ${sharp.toFixed(0)} ms`)
  await close()
}

async function restarts(count: number): Promise<void> {
  const { page, close } = await servePage({ file: 'samples/old-faithful.csv' })
  await run(page, count)
  await page.getByRole('tab', { name: 'Restarts' }).click()
  await page.waitForTimeout(3000)
  await takeStillness(page)
  const times: number[] = []
  for (let i = 0; i < 10; i++) {
    times.push(await untilFrame(page))
    await page.waitForTimeout(200)
  }
  say(
    `${count.toLocaleString('en')} restarts, another chosen, to the next frame: ${spread(times)}; ${await still(page)}`,
  )
  const box = await page
    .getByRole('img', { name: /og-likelihood/ })
    .first()
    .boundingBox()
  if (box === null) throw new Error('There are no curves.')
  for (let i = 0; i < 60; i++) {
    await page.mouse.move(
      box.x + (box.width * (i + 1)) / 62,
      box.y + box.height * (0.5 + 0.3 * Math.sin(i / 5)),
    )
    await page.waitForTimeout(16)
  }
  say(`${count.toLocaleString('en')} restarts, the pointer moved over them: ${await still(page)}`)
  await close()
}

async function fitted(rows: number, restartCount: number): Promise<Awaited<ReturnType<typeof servePage>>> {
  const served = await servePage({ rows })
  const { page } = served
  await page.evaluate(countPaints)
  await field(page, 'Components').fill('6')
  await run(page, restartCount)
  await page.getByRole('tab', { name: 'Clusters' }).click()
  await page.waitForTimeout(3000)
  await takeStillness(page)
  return served
}

async function run(page: Page, count: number): Promise<void> {
  await field(page, 'Restarts').fill(String(count))
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page
    .getByText(`${count.toLocaleString('en-GB')} of ${count.toLocaleString('en-GB')} restarts`)
    .first()
    .waitFor({ timeout: 3_600_000 })
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor({ timeout: 3_600_000 })
}

/** Pictures of points are put on their canvas by one call each. */
function countPaints(): void {
  const seen = { paints: 0 }
  const { putImageData } = CanvasRenderingContext2D.prototype
  CanvasRenderingContext2D.prototype.putImageData = function (...given: unknown[]) {
    seen.paints++
    putImageData.apply(this, given as Parameters<typeof putImageData>)
  }
  Object.assign(globalThis, { basinPaints: seen })
}

const untilRepainted = (page: Page, steps: number): Promise<number> =>
  page.evaluate(
    (count) =>
      new Promise<number>((resolve) => {
        const seen = (globalThis as unknown as { basinPaints: { paints: number } }).basinPaints
        const { paints } = seen
        const begun = performance.now()
        for (let i = 0; i < count; i++)
          document.body.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'ArrowDown', code: 'ArrowDown', bubbles: true }),
          )
        const look = () =>
          requestAnimationFrame(() =>
            seen.paints > paints ? requestAnimationFrame(() => resolve(performance.now() - begun)) : look(),
          )
        look()
      }),
    steps,
  )

const untilFrame = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const begun = performance.now()
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowDown', code: 'ArrowDown', bubbles: true }),
        )
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begun)))
      }),
  )

async function afterMove(page: Page, x: number, y: number): Promise<number> {
  const before = await paints(page)
  const begun = performance.now()
  await page.mouse.move(x, y)
  await page.mouse.wheel(0, -100)
  while ((await paints(page)) === before) await page.waitForTimeout(5)
  return performance.now() - begun
}

const paints = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { basinPaints: { paints: number } }).basinPaints.paints)

const still = async (page: Page) => sayStillness(await takeStillness(page))

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(0)
  return `median ${at(0.5)} ms, longest ${at(1)} ms`
}

bundle()
if (part === 'all' || part === 'choose') {
  await choose(100_000)
  await choose(1_000_000)
}
if (part === 'all' || part === 'move') await move(1_000_000)
if (part === 'all' || part === 'restarts') for (const count of [1_000, 10_000]) await restarts(count)
