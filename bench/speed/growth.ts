import type { Contestant } from './contestant.ts'
import { openField } from './field.ts'
import { overlapping } from './overlapping.ts'
import { digits, median, table } from './table.ts'

interface Rung {
  rows: number
  dimension: number
  components: number
  iterations: number
}

/** How time grows along one size, all else equal. */
export interface Growth {
  size: keyof Rung
  ladder: number[]
  /** Processor milliseconds of the iterations after the first. */
  milliseconds: number[]
  /** Slope of log time over log size, by least squares. */
  exponent: number
  goal: number
}

const BASE: Rung = { rows: 20_000, dimension: 8, components: 4, iterations: 9 }
const LADDERS: { size: keyof Rung; base: Rung; ladder: number[]; goal: number }[] = [
  { size: 'rows', base: BASE, ladder: [10_000, 20_000, 40_000, 80_000, 160_000], goal: 1 },
  { size: 'components', base: BASE, ladder: [2, 4, 8, 16, 32], goal: 1 },
  { size: 'iterations', base: BASE, ladder: [5, 9, 17, 33, 65], goal: 1 },
  { size: 'dimension', base: { ...BASE, iterations: 3 }, ladder: [32, 48, 64, 96, 128], goal: 2 },
]
/** An exponent above its goal by no more than this meets it: the fit over five sizes is no sharper. */
const SLACK = 0.1
const REPEATS = 4

export async function measureGrowth(rounds: number): Promise<Growth[]> {
  const found = []
  for (const { size, base, ladder, goal } of LADDERS) {
    const milliseconds = await climb(
      ladder.map((value) => ({ ...base, [size]: value })),
      rounds,
    )
    found.push({
      size,
      ladder,
      milliseconds,
      exponent: slope(
        ladder.map((v) => (size === 'iterations' ? v - 1 : v)),
        milliseconds,
      ),
      goal,
    })
  }
  return found
}

/** Times all rungs in turn, round after round. */
async function climb(rungs: readonly Rung[], rounds: number): Promise<number[]> {
  const fields = []
  for (const { rows, dimension, components } of rungs)
    fields.push(await openField(overlapping(rows, dimension, components), 'VVV', 'basin'))
  const times: number[][] = rungs.map(() => [])
  for (let round = -1; round < rounds; round++) {
    for (const [at, { iterations }] of rungs.entries()) {
      const time = await later(fields[at].contestants[0], iterations)
      if (round >= 0) times[at].push(time)
    }
  }
  await Promise.all(fields.map((field) => field.close()))
  return times.map(median)
}

async function later(contestant: Contestant, iterations: number): Promise<number> {
  const one = await contestant.ask(`1 ${REPEATS}`)
  const all = await contestant.ask(`${iterations} ${REPEATS}`)
  return ((all.cpu - one.cpu) / REPEATS) * 1e3
}

function slope(sizes: readonly number[], times: readonly number[]): number {
  const x = sizes.map(Math.log)
  const y = times.map(Math.log)
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  const across = x.reduce((sum, value, at) => sum + (value - mx) * (y[at] - my), 0)
  return across / x.reduce((sum, value) => sum + (value - mx) ** 2, 0)
}

export function growthTable(growths: readonly Growth[]): string {
  const rows = growths.map(({ size, ladder, milliseconds, exponent, goal }) => [
    size,
    ladder.join(', '),
    milliseconds.map(digits).join(', '),
    exponent.toFixed(2),
    `${goal}: ${exponent <= goal + SLACK ? 'met' : 'short'}`,
  ])
  const { rows: n, dimension, components } = BASE
  return `Growth of processor time with each size, full covariance, the others at n = ${n}, d = ${dimension}, K = ${components}\n\n${table(['size', 'ladder', 'milliseconds', 'exponent', 'goal'], rows)}\n`
}
