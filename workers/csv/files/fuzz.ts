import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { fuzzCase } from './fuzz/fuzz-case.ts'

// npx node workers/csv/files/fuzz.ts [files] [seed]
const [files = 100_000, seed = 1] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'basin-fuzz-'))
const path = join(folder, 'table.csv')
const counter = new Int32Array(new SharedArrayBuffer(4))
const watchdog = new Worker(new URL('./fuzz/watchdog.ts', import.meta.url), { workerData: counter.buffer })
const counts = { opened: 0, refused: 0, failed: 0 }
let slowest = 0
for (let i = 0; i < files; i++) {
  Atomics.store(counter, 0, i)
  const { kind, problem, from, seconds } = await fuzzCase(seed * 10_000_019 + i, path)
  counts[kind]++
  slowest = Math.max(slowest, seconds)
  if (kind !== 'failed') continue
  const kept = join(folder, `failed-${i}.csv`)
  copyFileSync(path, kept)
  process.stdout.write(`case ${i}, from ${from}: ${problem} (${kept})\n`)
}
await watchdog.terminate()
const { opened, refused, failed } = counts
process.stdout.write(
  `${files} mutated files: ${opened} opened with every value that of its text, ${refused} refused in words, ` +
    `${failed} failed; the slowest took ${slowest.toFixed(2)} s\n`,
)
if (failed > 0) process.exitCode = 1
else rmSync(folder, { recursive: true })
