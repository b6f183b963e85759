import { CASES, nameOf, type Case, type Model } from './cases.ts'
import type { Contestant } from './contestant.ts'
import { openField } from './field.ts'
import { iterationGoal, verdict, YARDSTICK } from './goals.ts'
import { overlapping } from './overlapping.ts'
import { digits, median, table } from './table.ts'

/** One contestant at one case. Times are milliseconds per iteration, medians over the rounds. */
export interface IterationTime {
  case: string
  model: Model
  name: string
  version: string
  cpu: number
  wall: number
  /** After the long run. */
  logLikelihood: number
  /** From Basin's, relative. */
  difference: number
}

/** Relative difference of log-likelihoods from which two programs do not do the same. */
export const AGREEMENT = 1e-8
/** Processor seconds that the long runs of one round should take. */
const LONG_RUN = 0.4
/** How many times as many runs are tried next while they do not fill a round. */
const MOST_GROWTH = 8

/** Times every contestant at one case: in each round each of them runs the short and the long way, one after the other. */
export async function timeIterations(
  of: Case,
  model: Model,
  peers: boolean,
  rounds: number,
): Promise<IterationTime[]> {
  const { contestants, close } = await openField(
    overlapping(of.rows, of.dimension, of.components),
    model,
    peers ? 'all' : 'ours',
  )
  const entries = []
  for (const contestant of contestants) entries.push(await calibrate(contestant, of.long))
  for (let round = 0; round < rounds; round++) {
    for (const { contestant, repeats, cpu, wall } of entries) {
      const short = await contestant.ask(`${of.short} ${repeats}`)
      const long = await contestant.ask(`${of.long} ${repeats}`)
      const iterations = (of.long - of.short) * repeats
      cpu.push(((long.cpu - short.cpu) / iterations) * 1e3)
      wall.push(((long.wall - short.wall) / iterations) * 1e3)
    }
  }
  await close()
  const ours = entries[0].logLikelihood
  return entries.map(({ contestant: { name, version }, cpu, wall, logLikelihood }) => ({
    case: nameOf(of),
    model,
    name,
    version,
    cpu: median(cpu),
    wall: median(wall),
    logLikelihood,
    difference: Math.abs(logLikelihood - ours) / Math.abs(ours),
  }))
}

/** Runs ever more until they fill a round, compilers have done their work, and the last says how many runs fill one and where they end. */
async function calibrate(contestant: Contestant, iterations: number) {
  let repeats = 1
  for (;;) {
    const { cpu, logLikelihood } = await contestant.ask(`${iterations} ${repeats}`)
    const filling = Math.max(1, Math.round((repeats * LONG_RUN) / Math.max(cpu, 1e-4)))
    if (cpu >= LONG_RUN / 2)
      return { contestant, repeats: filling, logLikelihood, cpu: [] as number[], wall: [] as number[] }
    repeats = Math.min(filling, MOST_GROWTH * repeats)
  }
}

/** The times of one model as two tables: milliseconds, and how many times as fast as each peer. */
export function iterationTables(times: readonly IterationTime[], model: Model): string {
  const chosen = times.filter((time) => time.model === model)
  const names = [...new Set(chosen.map(({ name }) => name))]
  const cases = CASES.filter((of) => chosen.some((time) => time.case === nameOf(of)))
  const at = (of: Case, name: string) => chosen.find((time) => time.case === nameOf(of) && time.name === name)
  const worst = (of: Case) =>
    Math.max(...chosen.filter((time) => time.case === nameOf(of)).map(({ difference }) => difference))
  const milliseconds = table(
    ['n × d, K', ...names, 'log-likelihoods'],
    cases.map((of) => [
      nameOf(of),
      ...names.map((name) => {
        const time = at(of, name)
        return time === undefined ? '–' : `${digits(time.cpu)} (${digits(time.wall)})`
      }),
      worst(of) <= AGREEMENT ? `equal to ${worst(of).toExponential(0)}` : 'DIFFERENT',
    ]),
  )
  const title = model === 'VVV' ? 'Full covariance (VVV)' : 'Diagonal covariance (VVI)'
  const head = `${title}: milliseconds per iteration, processor time (wall clock)\n\n${milliseconds}\n`
  const peers = names.filter((name) => !name.startsWith('Basin'))
  if (peers.length === 0) return head
  const ratios = table(
    ['n × d, K', ...peers.map((name) => (name === YARDSTICK ? `time over ${name}` : `against ${name}`))],
    cases.map((of) => [
      nameOf(of),
      ...peers.map((name) => {
        const [peer, ours] = [at(of, name), at(of, 'Basin')]
        if (!peer || !ours) return '–'
        const ratio = name === YARDSTICK ? ours.cpu / peer.cpu : peer.cpu / ours.cpu
        return verdict(ratio, iterationGoal(name, of, model))
      }),
    ]),
  )
  return `${head}\nHow many times as fast Basin is, and the goal\n\n${ratios}\n`
}
