import { createRandom } from '../core/random/random.ts'
import { prepare } from '../core/mixture/prepare.ts'
import type { Mixture, Prepared, RestartRequest } from '../core/mixture/types.ts'
import { assist } from '../workers/assist.ts'
import { createDesk } from '../workers/desk.ts'
import { createFitMemory } from '../workers/fit-memory.ts'
import { createPool } from '../workers/pool.ts'

/**
 * What a second thread gains: helping one restart, and running a second one. Ratios of the medians of interleaved rounds, of
 * the wall-clock time per iteration; and what help costs: the processor time of both threads to that of one alone, which other
 * programs disturb less. Run: npx node bench/threads.ts [rounds]
 */
const SIZES = [
  [1_000, 2, 3],
  [5_000, 2, 3],
  [10_000, 4, 5],
  [20_000, 4, 5],
  [50_000, 4, 5],
  [100_000, 8, 8],
  [1_000_000, 4, 6],
  [20_000, 100, 5],
] as const
const SECONDS_PER_RUN = 0.6

const pool = createPool(2)
const rounds = Number(process.argv[2] ?? 7)
print(['n', 'd', 'K', 'work', 'ms/iter', 'helped', 'two at once', 'CPU helped', 'by helper'])
for (const [rows, dimension, components] of SIZES) {
  const prepared = rowsOf(rows, dimension)
  const iterations = await iterationsFor(prepared, components)
  const times = { alone: [] as number[], helped: [] as number[], pair: [] as number[] }
  const work = { alone: [] as number[], helped: [] as number[] }
  let share = 0
  for (let round = 0; round < rounds; round++) {
    const single = await run(prepared, components, iterations)
    times.alone.push(single.milliseconds)
    work.alone.push(single.cpu)
    const helped = await run(prepared, components, iterations, true)
    times.helped.push(helped.milliseconds)
    work.helped.push(helped.cpu)
    share = helped.share
    const pair = [1, 2].map(() => run(prepared, components, iterations))
    times.pair.push(Math.max(...(await Promise.all(pair)).map(({ milliseconds }) => milliseconds)))
  }
  const alone = median(times.alone)
  print([
    rows,
    dimension,
    components,
    rows * components * ((dimension * (dimension + 1)) / 2 + 8),
    alone.toPrecision(3),
    `${(alone / median(times.helped)).toFixed(2)}x`,
    `${((2 * alone) / median(times.pair)).toFixed(2)}x`,
    `${(median(work.helped) / median(work.alone)).toFixed(2)}x`,
    `${(100 * share).toFixed(0)}%`,
  ])
}
await pool.close()

async function run(prepared: Prepared, components: number, iterations: number, helped = false) {
  const before = process.cpuUsage()
  const memory = createFitMemory(1, iterations)
  const desk = helped ? createDesk(prepared, components, 'VVV', 0) : null
  const helping = desk === null ? 0 : assist(pool, { prepared, memory: memory.buffer, desk })
  const outcome = await pool.run('run-restart', {
    prepared,
    request: requestOf(prepared, components, iterations),
    memory: memory.buffer,
    slot: 0,
    desk: desk?.buffer ?? null,
  })
  const milliseconds = (1000 * outcome.seconds) / outcome.iterations
  const passes = outcome.iterations + 1
  const share = (await helping) / (passes * (desk?.segments ?? 1))
  const { user, system } = process.cpuUsage(before)
  return { milliseconds, share, cpu: (user + system) / outcome.iterations }
}

async function iterationsFor(prepared: Prepared, components: number): Promise<number> {
  const { milliseconds } = await run(prepared, components, 5)
  return Math.max(5, Math.round((1000 * SECONDS_PER_RUN) / milliseconds))
}

function requestOf(prepared: Prepared, components: number, iterations: number): RestartRequest {
  return {
    components,
    covariance: 'VVV',
    initialisation: 'given',
    index: 0,
    seed: 1,
    tolerance: 0,
    maxIterations: iterations,
    regularisation: { kind: 'relative', value: 1e-6 },
    prior: 'none',
    eigenvalueRatio: null,
    acceleration: 'none',
    subsample: false,
    start: { kind: 'parameters', mixture: startOf(prepared, components) },
  }
}

function startOf({ dimension }: Prepared, components: number): Mixture {
  const covariance = new Float64Array(dimension * dimension)
  for (let j = 0; j < dimension; j++) covariance[j * (dimension + 1)] = 1
  return {
    components,
    dimension,
    weights: new Float64Array(components).fill(1 / components),
    means: Float64Array.from({ length: components * dimension }, (_, i) => Math.sin(i)),
    covariances: Float64Array.from(
      { length: components * dimension ** 2 },
      (_, i) => covariance[i % dimension ** 2],
    ),
  }
}

/** Rows of one normal distribution: EM goes on for long, and never to a singular covariance. */
function rowsOf(rows: number, dimension: number): Prepared {
  const random = createRandom(1)
  const columns = Array.from({ length: dimension }, () =>
    Float64Array.from({ length: rows }, () => random.normal()),
  )
  return prepare(columns, 'none').prepared
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}

function print(cells: (string | number)[]): void {
  process.stdout.write(`${cells.map((cell) => String(cell).padStart(12)).join('')}\n`)
}
