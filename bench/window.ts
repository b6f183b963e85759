// How long the window stays still during a fit of 1,000,000 × 4, K = 6, and how long Stop takes.
// node bench/window.ts [restarts, default 20] [rows, default 1,000,000]
import { spawn, spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '../build/browser.ts'

const restarts = Number(process.argv[2] ?? 20)
const rows = Number(process.argv[3] ?? 1_000_000)

interface Stillness {
  longestTask: number
  tasksOver50: number
  longestGapBetweenFrames: number
}

/** Watches the page's main thread: long tasks as the browser reports them, and the gaps between frames. */
function watch(): void {
  const seen = { longestTask: 0, tasksOver50: 0, longestGapBetweenFrames: 0 }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      seen.tasksOver50++
      seen.longestTask = Math.max(seen.longestTask, duration)
    }
  }).observe({ entryTypes: ['longtask'] })
  let last = performance.now()
  const frame = (now: number) => {
    seen.longestGapBetweenFrames = Math.max(seen.longestGapBetweenFrames, now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  Object.assign(globalThis, { basinStillness: seen })
}

/** What was seen since the last call, in milliseconds. */
const take = (page: Page): Promise<Stillness> =>
  page.evaluate(() => {
    const seen = (globalThis as unknown as { basinStillness: Stillness }).basinStillness
    const copy = { ...seen }
    Object.assign(seen, { longestTask: 0, tasksOver50: 0, longestGapBetweenFrames: 0 })
    return copy
  })

const print = (what: string, { longestTask, tasksOver50, longestGapBetweenFrames }: Stillness) =>
  process.stdout.write(
    `${what}: longest main-thread task ${longestTask > 0 ? `${longestTask.toFixed(0)} ms` : 'under 50 ms'}, ${tasksOver50} over 50 ms, longest gap between frames ${longestGapBetweenFrames.toFixed(0)} ms\n`,
  )

async function write(file: string): Promise<void> {
  const generator = spawn(process.execPath, ['samples/million-rows.ts', String(rows)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(generator.stdout.pipe(createWriteStream(file)), 'finish')
}

const executablePath = findBrowser()
if (executablePath === null) throw new Error('No Chromium was found; name one in BASIN_CHROMIUM.')
if (spawnSync(process.execPath, ['build/bundle.ts'], { stdio: ['ignore', 2, 2] }).status !== 0)
  throw new Error('The bundles failed.')
const folder = mkdtempSync(join(tmpdir(), 'basin-bench-'))
const file = join(folder, 'million.csv')
await write(file)
const server = spawn(process.execPath, ['out/hosts/main.js', 'serve', file, '--no-open'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [address] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string]
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
await page.addInitScript(watch)
await page.goto(address.trim())

const status = page.getByRole('status')
await page.getByRole('textbox', { name: 'Components' }).waitFor({ timeout: 120_000 })
print(`Opening ${rows.toLocaleString('en')} rows`, await take(page))
await page.getByRole('textbox', { name: 'Components' }).fill('6')
await page
  .getByRole('spinbutton', { name: 'Restarts' })
  .or(page.getByRole('textbox', { name: 'Restarts' }))
  .fill(String(restarts))
await page.getByRole('button', { name: 'Run', exact: true }).click()
await page.getByRole('tab', { name: 'Clusters' }).click()
const started = performance.now()
const done = page.getByText(`${restarts} of ${restarts} restarts`).first()
await done.waitFor({ timeout: 3_600_000 })
print(
  `Fitting, ${restarts} restarts, ${((performance.now() - started) / 1000).toFixed(0)} s`,
  await take(page),
)
process.stdout.write(`Status bar: ${await status.innerText()}\n`)

await page.getByRole('button', { name: 'Run', exact: true }).click()
await page.waitForTimeout(5000)
const waited = await page.evaluate(
  () =>
    new Promise<number>((resolve) => {
      const button = (name: string) =>
        [...document.querySelectorAll('button')].find((b) => b.textContent?.trim() === name)
      const begun = performance.now()
      button('Stop')?.click()
      const look = () =>
        button('Run')?.disabled === false ? resolve(performance.now() - begun) : requestAnimationFrame(look)
      look()
    }),
)
process.stdout.write(`Stop answered after ${waited.toFixed(0)} ms\n`)
await browser.close()
server.kill('SIGTERM')
rmSync(folder, { recursive: true, force: true })
