import type { RestartRequest } from '../core/mixture/types.ts'
import { createFitMemory } from '../workers/fit-memory.ts'
import { createPool } from '../workers/pool.ts'
import { assist } from '../workers/assist.ts'
import { createDesk } from '../workers/desk.ts'

/**
 * Memory of a fit of many rows: the process against the data it holds, and what each thread adds that works on them.
 * Run: npx node bench/memory.ts [rows] [columns] [components]
 */
const [rows = 10_000_000, dimension = 4, components = 8] = process.argv.slice(2).map(Number)
const ITERATIONS = 3
const dataBytes = rows * dimension * Float64Array.BYTES_PER_ELEMENT

print('before', 0)
const columns = Array.from({ length: dimension }, (_, j) => columnOf(j + 1))
print('columns in shared memory', dataBytes)
const pool = createPool(2)
await pool.run('prepare-rows', { columns: [Float64Array.of(1, 2)], scaling: 'none' })
const before = process.memoryUsage.rss()
const { prepared } = await pool.run('prepare-rows', { columns, scaling: 'none' })
print('columns and prepared rows', 2 * dataBytes)
await runs(1, false)
const single = process.memoryUsage.rss()
print('after one restart on one thread', 2 * dataBytes)
await runs(2, false)
const double = process.memoryUsage.rss()
print('after two restarts on two threads', 2 * dataBytes)
await runs(1, true)
print('after one restart shared by two', 2 * dataBytes)
write(`second thread ${megabytes(double - single)} MB; preparing ${megabytes(single - before)} MB`)
write(`peak ${megabytes(process.resourceUsage().maxRSS * 1024)} MB`)
await pool.close()

async function runs(count: number, helped: boolean): Promise<void> {
  const memory = createFitMemory(count, ITERATIONS)
  const desk = helped ? createDesk(prepared, components, 'VVV') : null
  const helping = desk === null ? 0 : assist(pool, { prepared, memory: memory.buffer, desk })
  const running = Array.from({ length: count }, (_, slot) =>
    pool.run('run-restart', {
      prepared,
      request: requestOf(slot),
      memory: memory.buffer,
      slot,
      desk: desk?.buffer ?? null,
    }),
  )
  await Promise.all(running)
  await helping
}

function requestOf(index: number): RestartRequest {
  return {
    components,
    covariance: 'VVV',
    initialisation: 'random-rows',
    index,
    seed: index + 1,
    tolerance: 0,
    maxIterations: ITERATIONS,
    regularisation: { kind: 'relative', value: 1e-6 },
    prior: 'none',
    eigenvalueRatio: null,
    acceleration: 'none',
    subsample: false,
  }
}

function columnOf(seed: number): Float64Array {
  const column = new Float64Array(new SharedArrayBuffer(rows * Float64Array.BYTES_PER_ELEMENT))
  for (let i = 0, state = seed; i < rows; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    column[i] = state / 2 ** 30
  }
  return column
}

function print(moment: string, data: number): void {
  const used = megabytes(process.memoryUsage.rss())
  write(`${moment.padEnd(36)}${used.padStart(8)} MB of which data ${megabytes(data).padStart(6)} MB`)
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0)
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
