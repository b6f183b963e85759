import { spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { connect } from '../contract/client.ts'
import { createLoop } from '../contract/loop.ts'
import type { ModelFile } from '../contract/schemas.ts'
import { serve } from '../contract/server.ts'
import { createEngine, createGrants } from '../engine/index.ts'
import { settingsOf } from '../engine/fixtures/bench.ts'

/**
 * Exports the labels of a large file, opens the export, scores it by the saved model, and holds every label, every digit and every
 * byte of the input against each other; says how long each step took and what memory it added.
 * Run: npx node bench/trust.ts [rows]. Exit status 1 where anything differs.
 */
const ROWS = Number(process.argv[2] ?? 1_000_000)
const samplesFolder = fileURLToPath(new URL('../samples/', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'basin-trust-'))
const at = (name: string) => join(folder, name)
const grants = createGrants()
const host = createEngine({ grants, samplesFolder, version: '0.0.0', threads: 2 })
const [near, far] = createLoop()
serve(host.engine, far)
const engine = connect(near)
const target = (name: string) => grants.addTarget(at(name)).target
const openFile = (name: string) =>
  engine.open({ source: { grant: grants.addFile(at(name)).grant }, dialect: {} })

try {
  await generate(at('rows.csv'))
  const opened = await timed('open', () => openFile('rows.csv'))
  const settings = settingsOf({
    columns: opened.columns.map(({ index }) => index),
    components: { from: 6, to: 6 },
    restarts: 1,
    maxIterations: 10,
    subsample: true,
  })
  const { fit, solutions } = await timed('fit', () => engine.fit({ dataset: opened.dataset, settings }))
  const restart = solutions[0].restarts[0]
  await engine.exportModel({ fit, restart, target: target('model.json') })
  const model = JSON.parse(await readFile(at('model.json'), 'utf8')) as ModelFile
  const exports = { fit, restart, posteriors: false }
  await timed('export', () => engine.exportLabels({ ...exports, target: target('labelled.csv') }))
  await timed('export, packed, provenance', () =>
    engine.exportLabels({
      ...exports,
      target: target('labelled.csv.gz'),
      provenance: target('labelled.basin.json'),
    }),
  )
  await timed('export, spreadsheet-safe', () =>
    engine.exportLabels({ ...exports, target: target('safe.csv'), spreadsheetSafe: true }),
  )
  await engine.close({ dataset: opened.dataset })
  const again = await timed('open the export', () => openFile('labelled.csv'))
  const scored = { dataset: again.dataset, model, posteriors: false, target: target('scored.csv') }
  const { rowsUsed } = await timed('score the export', () => engine.score(scored))
  const { rows, labels, bytes } = await compared()
  const safe = await sameFile(at('labelled.csv'), at('safe.csv'))
  write(`${rows} rows, ${rowsUsed} labelled; ${labels} labels differ, ${bytes} rows of the input differ`)
  write(`the spreadsheet-safe copy of a file without formulae is ${safe ? 'the same' : 'NOT the same'}`)
  if (rows !== ROWS || rowsUsed !== ROWS || labels + bytes > 0 || !safe) process.exitCode = 1
} finally {
  near.close()
  await host.close()
  await rm(folder, { recursive: true, force: true })
}

/** Line by line: the input, and the scored export, whose three last cells must repeat the three before. */
async function compared() {
  const found = { rows: 0, labels: 0, bytes: 0 }
  const inputs = createInterface({ input: createReadStream(at('rows.csv')) })[Symbol.asyncIterator]()
  let header = true
  for await (const line of createInterface({ input: createReadStream(at('scored.csv')) })) {
    const { value: input } = (await inputs.next()) as { value: string }
    const cells = line.split(',')
    const [labelled, scored] = [cells.slice(-6, -3).join(), cells.slice(-3).join()]
    if (cells.slice(0, -6).join() !== input) found.bytes++
    if (!header && labelled !== scored) found.labels++
    if (!header) found.rows++
    header = false
  }
  return found
}

async function sameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([readFile(one), readFile(other)])
  return a.equals(b)
}

async function generate(path: string): Promise<void> {
  const file = await open(path, 'w')
  const program = join(samplesFolder, 'million-rows.ts')
  const child = spawn(process.execPath, [program, String(ROWS)], { stdio: ['ignore', file.fd, 'inherit'] })
  const status = await new Promise((resolve) => child.on('close', resolve))
  await file.close()
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}`)
  write(`${ROWS} rows, ${megabytes((await stat(path)).size)} MB`)
}

/** Runs a step; the memory it adds is the most the process held during it above what it held before. */
async function timed<T>(what: string, step: () => Promise<T>): Promise<T> {
  const before = process.memoryUsage.rss()
  let peak = before
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5)
  const began = performance.now()
  const { user, system } = process.cpuUsage()
  const value = await step()
  const cpu = process.cpuUsage({ user, system })
  clearInterval(watch)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const processor = ((cpu.user + cpu.system) / 1e6).toFixed(1)
  const added = megabytes(Math.max(peak, process.memoryUsage.rss()) - before)
  write(
    `${what.padEnd(28)}${seconds.padStart(7)} s${processor.padStart(7)} s of processors${added.padStart(6)} MB added`,
  )
  return value
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0)
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
