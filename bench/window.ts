// How long the window stays still during a fit of 1,000,000 × 4, K = 6, and how long Stop takes.
// node bench/window.ts [restarts, default 20] [rows, default 1,000,000]
import { bundle, field, servePage } from './served.ts'
import { sayStillness, takeStillness } from './stillness.ts'

const restarts = Number(process.argv[2] ?? 20)
const rows = Number(process.argv[3] ?? 1_000_000)

bundle()
const { page, close } = await servePage({ rows })
const say = async (what: string) =>
  process.stdout.write(`${what}: ${sayStillness(await takeStillness(page))}\n`)

const status = page.getByRole('status')
await say(`Opening ${rows.toLocaleString('en')} rows`)
await field(page, 'Components').fill('6')
await field(page, 'Restarts').fill(String(restarts))
await page.getByRole('button', { name: 'Run', exact: true }).click()
await page.getByRole('tab', { name: 'Clusters' }).click()
const started = performance.now()
const done = page.getByText(`${restarts} of ${restarts} restarts`).first()
await done.waitFor({ timeout: 3_600_000 })
await say(`Fitting, ${restarts} restarts, ${((performance.now() - started) / 1000).toFixed(0)} s`)
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
await close()
