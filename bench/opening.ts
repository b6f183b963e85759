// How long the window's main thread is held by one task while the program starts and files are opened, by the clock and in
// processor time, which other programs disturb less; and what the longest tasks did.
// npx node bench/opening.ts [rounds, default 3] [--tasks]
import { once } from 'node:events'
import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '../build/browser.ts'
import { sayTasks, traceTasks, type LongTask } from './opening/long-tasks.ts'
import { digits, median, table } from './speed/table.ts'

const words = process.argv.slice(2)
const rounds = Number(words.find((word) => !word.startsWith('--')) ?? 3)
const told = words.includes('--tasks')
const LIMIT = 50
/** Rows written at a time. */
const PART = 10_000

const browserPath = findBrowser()
if (browserPath === null) throw new Error('No Chromium was found; name one in BASIN_CHROMIUM.')
if (spawnSync(process.execPath, ['build/bundle.ts'], { stdio: ['ignore', 2, 2] }).status !== 0)
  throw new Error('The bundles failed.')
const executablePath: string = browserPath
const folder = mkdtempSync(join(tmpdir(), 'basin-opening-'))
const tableOf = (name: string, rows: number, columns: number): string => {
  const path = join(folder, name)
  const line = (cell: (column: number) => string) =>
    `${Array.from({ length: columns }, (_, j) => cell(j)).join(',')}\n`
  writeFileSync(
    path,
    line((j) => `x${j + 1}`),
  )
  for (let from = 0; from < rows; from += PART) {
    const lines = Array.from({ length: Math.min(PART, rows - from) }, (_, i) =>
      line((j) => (Math.sin((from + i) * columns + j) * 100).toFixed(3)),
    )
    appendFileSync(path, lines.join(''))
  }
  return path
}
/** Rows, columns, and seconds after which all is to be seen. Asking the page meanwhile would hold it up. */
const SIZES = [
  [100_000, 8, 5],
  [1_000_000, 8, 15],
  [2000, 200, 5],
  [200, 2000, 5],
] as const
const files = SIZES.map(([rows, columns, patience]) => {
  const size = `${rows.toLocaleString('en')} × ${columns.toLocaleString('en')}`
  return {
    size,
    name: `the program starts with a file of ${size}`,
    path: tableOf(`${rows}.csv`, rows, columns),
    patience,
  }
})

/** What a person does in a page, and where it can be seen afterwards. */
interface Step {
  name: string
  act(page: Page, address: string): Promise<unknown>
  shown: string
  patience: number
}

const OPEN = 'aside.right h2'
const goTo: Step['act'] = (page, address) => page.goto(address)
const firstSteps: Step[] = [
  { name: 'the program starts', act: goTo, shown: '.drop button', patience: 5 },
  {
    name: 'crabs, the first file',
    act: (page) =>
      page.evaluate(() => {
        const titles = [...document.querySelectorAll<HTMLElement>('li .title')]
        titles.find(({ textContent }) => textContent === 'Rock crabs')?.click()
      }),
    shown: OPEN,
    patience: 5,
  },
]

async function traced(page: Page, step: Step, address: string): Promise<LongTask[]> {
  const tasks = await traceTasks(page, async () => {
    await step.act(page, address)
    await setTimeout(step.patience * 1000)
  })
  if ((await page.locator(step.shown).count()) === 0)
    throw new Error(`“${step.name}” took more than ${step.patience} s.`)
  return tasks
}

const found = new Map<string, LongTask[][]>()
const keep = (name: string, tasks: LongTask[]) => found.set(name, [...(found.get(name) ?? []), tasks])

/** A server and a page of its own, as a person has who has just started the program. */
async function session(file: string | null, steps: readonly Step[]): Promise<void> {
  const arguments_ = ['out/hosts/main.js', 'serve', ...(file === null ? [] : [file]), '--no-open']
  const server = spawn(process.execPath, arguments_, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string]
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  for (const step of steps) keep(step.name, await traced(page, step, said.trim()))
  await browser.close()
  server.kill('SIGTERM')
}

/** In a program that is open already, by its button. */
const choose =
  (path: string): Step['act'] =>
  async (page) => {
    const asked = page.waitForEvent('filechooser')
    await page.locator('.drop button').click()
    await (await asked).setFiles(path)
  }

for (let round = 0; round < rounds; round++) {
  await session(null, firstSteps)
  for (const { name, size, path, patience } of files) {
    await session(path, [{ name, act: goTo, shown: OPEN, patience }])
    const chosen = `a file of ${size} is chosen`
    await session(null, [firstSteps[0], { name: chosen, act: choose(path), shown: OPEN, patience }])
  }
}
rmSync(folder, { recursive: true })

const longest = (tasks: readonly LongTask[], by: 'clock' | 'processor') =>
  Math.max(0, ...tasks.map((task) => task[by]))
const rows = [...found].map(([name, seen]) => [
  name,
  digits(median(seen.map((tasks) => longest(tasks, 'clock')))),
  digits(median(seen.map((tasks) => longest(tasks, 'processor')))),
  digits(Math.max(...seen.map((tasks) => longest(tasks, 'processor')))),
  digits(median(seen.map((tasks) => tasks.filter(({ processor }) => processor > LIMIT).length))),
])
const header = [
  'while',
  'longest by the clock',
  'longest of processor time',
  'at most',
  `tasks over ${LIMIT} ms of it`,
]
process.stdout.write(
  `Main thread of the page, milliseconds, medians of ${rounds}\n\n${table(header, rows)}\n`,
)
if (told)
  for (const [name, [first]] of found) process.stdout.write(`\n${name}\n${sayTasks(first.slice(0, 6))}`)
