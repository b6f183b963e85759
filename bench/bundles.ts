// What handing short restarts to a thread costs, one by one and several at a time, and how long the default fit of a small file
// takes. Run: npx node bench/bundles.ts [rounds]
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DEFAULTS, defaultAcceleration, defaultRefinements } from '../contract/defaults.ts'
import { prepare } from '../core/mixture/prepare.ts'
import { columnsOf } from '../core/mixture/reference/reference.ts'
import type { RestartRequest } from '../core/mixture/types.ts'
import { createEngine, createGrants } from '../engine/index.ts'
import { createFitMemory } from '../workers/fit-memory.ts'
import { createPool } from '../workers/pool.ts'
import { digits, median } from './speed/table.ts'

const RESTARTS = 200
const SIZES = [1, 5, 20, 50]
const rounds = Number(process.argv[2] ?? 5)
const samples = new URL('../samples/', import.meta.url)
const text = readFileSync(new URL('old-faithful.csv', samples), 'utf8')
const { prepared } = prepare(columnsOf(text, ['eruptions', 'waiting']), 'none')

async function timed(work: () => Promise<unknown>) {
  const before = process.cpuUsage()
  const began = performance.now()
  await work()
  const { user, system } = process.cpuUsage(before)
  return { wall: (performance.now() - began) / 1e3, cpu: (user + system) / 1e6 }
}

const requestOf = (index: number): RestartRequest => ({
  ...DEFAULTS,
  covariance: 'VVV',
  components: 2,
  initialisation: 'random-rows',
  index,
  seed: index,
  acceleration: defaultAcceleration(false),
})

async function handOver(): Promise<void> {
  const pool = createPool(1)
  const memory = createFitMemory(RESTARTS, DEFAULTS.maxIterations)
  const bundles = async (size: number) => {
    for (let from = 0; from < RESTARTS; from += size) {
      const restarts = Array.from({ length: Math.min(size, RESTARTS - from) }, (_, i) => {
        return { request: requestOf(from + i), slot: from + i, snapshot: null, traced: false }
      })
      await pool.run('run-restarts', { prepared, memory: memory.buffer, restarts })
    }
  }
  const times = SIZES.map(() => ({ wall: [] as number[], cpu: [] as number[] }))
  await bundles(1)
  for (let round = 0; round < rounds; round++) {
    for (const [at, size] of SIZES.entries()) {
      const { wall, cpu } = await timed(() => bundles(size))
      times[at].wall.push((wall / RESTARTS) * 1e3)
      times[at].cpu.push((cpu / RESTARTS) * 1e3)
    }
  }
  await pool.close()
  process.stdout.write('| restarts at a time | ms by the clock | ms of processor time |\n|---|---|---|\n')
  for (const [at, { wall, cpu }] of times.entries())
    process.stdout.write(`| ${SIZES[at]} | ${digits(median(wall))} | ${digits(median(cpu))} |\n`)
}

async function wholeFit(threads: number): Promise<void> {
  const grants = createGrants()
  const samplesFolder = fileURLToPath(samples)
  const { engine, close } = createEngine({ grants, samplesFolder, version: '0.0.0', threads })
  const grant = grants.addFile(`${samplesFolder}old-faithful.csv`).grant
  const { dataset } = await engine.open({ source: { grant }, dialect: {} })
  const settings = {
    ...DEFAULTS,
    covariances: [...DEFAULTS.covariances],
    columns: [0, 1],
    components: { from: 1, to: 9 },
    refinements: defaultRefinements('mixed', DEFAULTS.restarts, prepared.rows),
    acceleration: defaultAcceleration(false),
  }
  let tried = 0
  const { wall, cpu } = await timed(async () => {
    tried = (await engine.fit({ dataset, settings })).refinements.tried
  })
  await close()
  process.stdout.write(
    `Old Faithful, 1 to 9 components, ${threads} threads, ${tried} refinements: ${digits(wall)} s by the clock, ${digits(cpu)} s of processor time\n`,
  )
}

await handOver()
for (const threads of [1, 2]) await wholeFit(threads)
