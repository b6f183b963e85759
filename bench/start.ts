// How long it takes from launch until the window can be used: the button “Open CSV…” is there and says it may be pressed.
// The files have been read once before, so that the disk is warm. Exit status 1 where a median is not under the limit.
// Run: npx node bench/start.ts [rounds, default 5] [--built]
import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '../build/browser.ts'
import { launchElectron } from '../e2e/stand-in/launch.ts'
import { bundle } from './served.ts'
import { digits, median, table } from './speed/table.ts'

const words = process.argv.slice(2)
const rounds = Number(words.find((word) => !word.startsWith('--')) ?? 5)
const LIMIT_S = 2
const STAND_IN = 'the stand-in for Electron, with the start of its Chromium'
if (!words.includes('--built')) bundle()

/** A press that the page answers: the host’s own dialog is not opened, for the press is a trial. */
const usable = (page: Page) => page.getByRole('button', { name: 'Open CSV…' }).first().click({ trial: true })
const seconds = (from: number) => (performance.now() - from) / 1000

async function desktop(): Promise<{ took: number; kind: string }> {
  const from = performance.now()
  const { app, page, kind } = await launchElectron()
  await usable(page)
  const took = seconds(from)
  await app.close()
  return { took, kind: kind === 'electron' ? 'Electron' : STAND_IN }
}

async function local(): Promise<{ took: number; kind: string }> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('No Chromium was found; name one in BASIN_CHROMIUM.')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const from = performance.now()
  const server = spawn(process.execPath, ['out/hosts/main.js', 'serve', '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [address] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string]
  await page.goto(address.trim())
  await usable(page)
  const took = seconds(from)
  await browser.close()
  server.kill('SIGTERM')
  return { took, kind: 'the local host, in a browser that is open already' }
}

const isUnder = (all: number[]) => median(all) < LIMIT_S
const before = loadavg()[0] ?? 0
const taken = new Map<string, number[]>()
for (const start of [desktop, local]) {
  await start()
  for (let round = 0; round < rounds; round++) {
    const { took, kind } = await start()
    taken.set(kind, [...(taken.get(kind) ?? []), took])
  }
}
const rows = [...taken].map(([kind, all]) => [
  kind,
  digits(median(all)),
  digits(Math.min(...all)),
  digits(Math.max(...all)),
  isUnder(all) ? 'yes' : 'no',
])
const header = ['what was started', 'median', 'least', 'most', `median under ${LIMIT_S} s`]
process.stdout.write(
  `From launch to usable window, seconds, ${rounds} starts after one that is not counted\n\n${table(header, rows)}\n`,
)
const over = [...taken].filter(([, all]) => !isUnder(all)).map(([kind]) => kind)
const sentences = [
  `${process.platform} ${process.arch}, ${cpus().length} processors, load ${digits(before)} at the start and ${digits(loadavg()[0] ?? 0)} at the end.`,
  ...(taken.has(STAND_IN)
    ? ['Electron’s own program is not here: what it takes to start was not measured.']
    : []),
  ...over.map((kind) => `Over the limit of ${LIMIT_S} s: ${kind}.`),
]
process.stdout.write(`\n${sentences.join('\n')}\n`)
if (over.length > 0) process.exitCode = 1
