// How long the window stays still during a fit of 1,000,000 × 4, K = 6, by the clock and in processor time, with the longest tasks,
// and how long Stop takes. Both come from a trace: the browser's own report of long tasks tells of what follows a task before the next can
// begin as of another, and of nothing under 50 ms. How long opening holds it: node bench/opening.ts
// node bench/window.ts [restarts, default 20] [rows, default 1,000,000]
import { bundle, field, servePage } from './served.ts'
import { sayTasks, traceTasks } from './opening/long-tasks.ts'
import { takeStillness } from './stillness.ts'

const restarts = Number(process.argv[2] ?? 20)
const rows = Number(process.argv[3] ?? 1_000_000)
const LIMIT = 50

bundle()
const { page, close } = await servePage({ rows })
await page.waitForTimeout(3000)
await field(page, 'Components').fill('6')
await field(page, 'Restarts').fill(String(restarts))
await takeStillness(page)
const started = performance.now()
const tasks = await traceTasks(page, async () => {
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('tab', { name: 'Clusters' }).click()
  await page.waitForFunction(
    () => {
      const stop = [...document.querySelectorAll('button')].find((each) => each.textContent.trim() === 'Stop')
      return stop?.disabled === true && !document.body.textContent.includes('rows drawn')
    },
    null,
    { polling: 500, timeout: 3_600_000 },
  )
  await page.waitForTimeout(3000)
})
const { longestGapBetweenFrames } = await takeStillness(page)
process.stdout.write(`Fitting, ${restarts} restarts, ${((performance.now() - started) / 1000).toFixed(0)} s
By the clock: ${sayLongest(tasks.map(({ clock }) => clock))}, longest gap between frames ${longestGapBetweenFrames.toFixed(0)} ms
Of processor time: ${sayLongest(tasks.map(({ processor }) => processor))}
${sayTasks(tasks.slice(0, 6))}Status bar: ${await page.getByRole('status').innerText()}
`)

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

function sayLongest(times: readonly number[]): string {
  const longest = times.reduce((most, each) => Math.max(most, each), 0)
  return `longest task ${longest.toFixed(0)} ms, ${times.filter((each) => each > LIMIT).length} over ${LIMIT} ms`
}
