import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
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
interface Counts {
  passed: number
  failed: number
  skipped: number
}
interface Step {
  name: string
  command: string
  count?: () => Counts
}

const root = fileURLToPath(new URL('../', import.meta.url))
const results = `${root}test-results/`
const UNIT = `${results}unit.json`
const END_TO_END = `${results}e2e.json`
const read = <T>(file: string): T | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null

/** One after the other, each on all cores. */
const FIRST: Step[] = [
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
]
const LAST: Step = {
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
}
/** They only read, and have no clock to miss: one after the other they take what the last step leaves of the processor. */
const BESIDE: Step[] = [
  { name: 'types', command: 'npm run --silent typecheck' },
  { name: 'lint', command: 'npm run --silent lint' },
]

const heading = (name: string) => process.stdout.write(`\n── ${name}\n`)

/** Resolves with whether it passed. */
function run({ name, command }: Step): Promise<boolean> {
  heading(name)
  return ended(spawn(command, { cwd: root, stdio: 'inherit', shell: true }))
}

/** With what it said, for when the step that has the terminal has ended. */
async function runBeside({ command }: Step): Promise<{ passed: boolean; said: Buffer }> {
  const parts: Buffer[] = []
  const child = spawn(command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: true })
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      parts.push(part)
    })
  const passed = await ended(child)
  return { passed, said: Buffer.concat(parts) }
}

const ended = (child: ChildProcess) =>
  new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false))
    child.once('close', (status) => resolve(status === 0))
  })

async function runAll(): Promise<Counts> {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 }
  const add = ({ name, count }: Step, passed: boolean) => {
    const counted = count?.() ?? { passed: 0, failed: 0, skipped: 0 }
    total.passed += counted.passed
    total.failed += counted.failed
    total.skipped += counted.skipped
    if (passed) return
    if (counted.failed === 0) total.failed += 1
    process.stdout.write(`\nFailed: ${name}.\n`)
  }
  for (const step of FIRST) {
    add(step, await run(step))
    if (total.failed > 0) return total
  }
  const reading = (async () => {
    const found = []
    for (const step of BESIDE) found.push({ step, ...(await runBeside(step)) })
    return found
  })()
  add(LAST, await run(LAST))
  for (const { step, passed, said } of await reading) {
    heading(step.name)
    process.stdout.write(said)
    add(step, passed)
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
