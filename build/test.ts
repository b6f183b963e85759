import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './browser.ts'

interface UnitResults {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
}
interface EndToEndResults {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}
interface Step {
  name: string
  command: string
  count?: () => { passed: number; failed: number; skipped: number }
}

const root = fileURLToPath(new URL('../', import.meta.url))
const results = `${root}test-results/`
const UNIT = `${results}unit.json`
const END_TO_END = `${results}e2e.json`
const read = <T>(file: string): T | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null

/** They only read, each mostly on one core. */
const TOGETHER: Step[] = [
  { name: 'types', command: 'npm run --silent typecheck' },
  { name: 'lint', command: 'npm run --silent lint' },
]
const STEPS: Step[] = [
  {
    name: 'unit tests',
    command: `npx vitest run --reporter=default --reporter=json --outputFile.json=test-results/unit.json`,
    count: () => {
      const found = read<UnitResults>(UNIT)
      return {
        passed: found?.numPassedTests ?? 0,
        failed: found?.numFailedTests ?? 0,
        skipped: found?.numPendingTests ?? 0,
      }
    },
  },
  { name: 'build', command: 'npm run --silent build' },
  {
    name: 'end-to-end tests',
    command: 'npx playwright test',
    count: () => {
      const found = read<EndToEndResults>(END_TO_END)?.stats
      return {
        passed: (found?.expected ?? 0) + (found?.flaky ?? 0),
        failed: found?.unexpected ?? 0,
        skipped: found?.skipped ?? 0,
      }
    },
  },
]

/** Runs a step, and shows what it said when it has ended; resolves with whether it passed. */
function runQuietly({ name, command }: Step): Promise<boolean> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    const child = spawn(command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: true })
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        parts.push(part)
      })
    child.once('close', (status) => {
      process.stdout.write(`\n── ${name}\n${Buffer.concat(parts).toString()}`)
      resolve(status === 0)
    })
  })
}

async function runAll(): Promise<{ passed: number; failed: number; skipped: number }> {
  const total = { passed: 0, failed: 0, skipped: 0 }
  const clean = await Promise.all(TOGETHER.map(runQuietly))
  for (const [at, { name }] of TOGETHER.entries())
    if (clean[at] !== true) {
      total.failed += 1
      process.stdout.write(`\nStopped: ${name} failed.\n`)
    }
  if (total.failed > 0) return total
  for (const { name, command, count } of STEPS) {
    process.stdout.write(`\n── ${name}\n`)
    const { status } = spawnSync(command, { cwd: root, stdio: 'inherit', shell: true })
    const counted = count?.() ?? { passed: 0, failed: 0, skipped: 0 }
    total.passed += counted.passed
    total.failed += counted.failed
    total.skipped += counted.skipped
    if (status === 0) continue
    if (counted.failed === 0) total.failed += 1
    process.stdout.write(`\nStopped: ${name} failed.\n`)
    break
  }
  return total
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results)
const browser = ensureBrowser()
if (browser === null) {
  process.stdout.write(
    'The end-to-end tests need a Chromium: install one (apt-get install chromium, or npx playwright install chromium), or name one in BASIN_CHROMIUM.\n0 passed, 1 failed\n',
  )
  process.exitCode = 1
} else {
  const { passed, failed, skipped } = await runAll()
  if (skipped > 0) process.stdout.write(`${skipped} skipped\n`)
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 ? 0 : 1
}
