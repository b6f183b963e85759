// What the kernel's windows of rows cost, and what V8's 256-bit vectors would gain. Ratios of the least processor times of
// interleaved rounds. Run: npx node bench/kernel.ts [rounds]; for the second table: npx node --experimental-wasm-revectorize
// bench/kernel.ts [rounds]
import { createGeneratedLoops } from '../core/mixture/kernel/generated.ts'
import type { Loops } from '../core/mixture/kernel/loops.ts'
import { createParameters } from '../core/mixture/parameters.ts'
import { createRandom } from '../core/random/random.ts'

const SIZES = [
  [4, 6],
  [8, 8],
  [32, 10],
  [100, 5],
] as const
const BLOCK_ROWS = 64
const RESIDENT_BYTES = 1 << 18
const STREAMED_TIMES = 64
const SECONDS_PER_RUN = 0.2

const rounds = Number(process.argv[2] ?? 7)
const never = () => false

process.stdout.write(
  '| d, K | µs per 1,000 rows, resident | copied in windows | four lanes to two |\n|---|---|---|---|\n',
)
for (const [dimension, components] of SIZES) {
  const blocks = Math.floor(RESIDENT_BYTES / (dimension * BLOCK_ROWS * 8))
  const [resident, streamed, wide] = [
    passOver(blocks, dimension, components, 2),
    passOver(blocks * STREAMED_TIMES, dimension, components, 2),
    passOver(blocks * STREAMED_TIMES, dimension, components, 4),
  ]
  const least = [Infinity, Infinity, Infinity]
  for (let round = 0; round <= rounds; round++) {
    ;[resident, streamed, wide].forEach((pass, i) => {
      const time = microsecondsPerThousand(pass)
      if (round > 0) least[i] = Math.min(least[i], time)
    })
  }
  const cells = [least[0].toFixed(1), (least[1] / least[0]).toFixed(2), (least[2] / least[1]).toFixed(2)]
  process.stdout.write(`| ${dimension}, ${components} | ${cells.join(' | ')} |\n`)
}

interface Pass {
  rows: number
  run(): void
}

function passOver(blocks: number, dimension: number, components: number, lanes: 2 | 4): Pass {
  const random = createRandom(1)
  const rows = blocks * BLOCK_ROWS
  const values = new Float64Array(new SharedArrayBuffer(rows * dimension * 8))
  values.forEach((_, i) => (values[i] = random.normal()))
  const unused = new Float64Array(dimension)
  const prepared = {
    rows,
    dimension,
    blockRows: BLOCK_ROWS,
    blocks: values,
    centre: unused,
    spread: unused,
    metric: unused,
  }
  const parameters = createParameters('full', components, dimension)
  parameters.means.forEach((_, i) => (parameters.means[i] = random.normal()))
  for (let k = 0; k < components; k++) {
    for (let j = 0; j < dimension; j++) parameters.whiteners[k * parameters.stride + (j * (j + 3)) / 2] = 1
  }
  const loops: Loops | null = createGeneratedLoops(prepared, components, 'full', { lanes })
  if (loops === null) throw new Error('This engine has no WebAssembly with relaxed SIMD.')
  const out = new Float64Array(components * (1 + dimension + parameters.stride) + 2)
  return { rows, run: () => loops.mix(parameters, 0, blocks, out, never) }
}

function microsecondsPerThousand({ rows, run }: Pass): number {
  let passes = 0
  const before = process.cpuUsage()
  for (let spent = 0; spent < SECONDS_PER_RUN * 1e6; passes++) {
    run()
    const { user, system } = process.cpuUsage(before)
    spent = user + system
  }
  const { user, system } = process.cpuUsage(before)
  return ((user + system) / (passes * rows)) * 1000
}
