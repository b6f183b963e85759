import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEFAULTS, defaultAcceleration } from '../../contract/defaults.ts'
import { createEngine, createGrants } from '../../engine/index.ts'
import { nameOf, type Case, type JobSize } from './cases.ts'
import { startContestant, type Contestant, type Timing } from './contestant.ts'
import { PYTHON, writeSample } from './field.ts'
import { JOB_GOAL, verdict } from './goals.ts'
import { overlapping, type Sample } from './overlapping.ts'
import { digits, median, table } from './table.ts'

/** The whole job at one case, on two threads. Seconds are medians over the rounds. */
export interface Job {
  case: string
  restarts: number
  rounds: number
  basin: Timing
  peer: Timing | null
  /** The very first job of the process by the clock, ours and the peer's. */
  first: number
  peerFirst: number | null
  /** Basin's log-likelihood less the peer's, the least over the rounds. */
  lead: number | null
}

const THREADS = 2
const TOLERANCE = 1e-6
/** Of the log-likelihood: what two runs to the same optimum may end apart. */
const SAME = 1e-8
/** Jobs that do not count fill so many seconds by the clock before the first round, where there are several rounds. */
const WARM_SECONDS = 2

type Fit = (seed: number) => Promise<Timing>

/** Restarts of the full model to convergence: our engine and, if asked, scikit-learn, round after round. */
export async function timeJob(of: Case, { restarts, rounds }: JobSize, peers: boolean): Promise<Job> {
  const sample = overlapping(of.rows, of.dimension, of.components)
  const { folder, remove } = writeSample(sample)
  const basin = await openBasin(folder, sample, restarts)
  const peer = peers ? await openPeer(folder, sample) : null
  const theirFit: Fit | null = peer && ((seed) => peer.ask(`job ${restarts} ${TOLERANCE / of.rows} ${seed}`))
  const ours: Timing[] = []
  const theirs: Timing[] = []
  const first = rounds > 1 ? await warm(basin.fit) : null
  const peerFirst = theirFit !== null && rounds > 1 ? await warm(theirFit) : null
  for (let round = 1; round <= rounds; round++) {
    ours.push(await basin.fit(round))
    if (theirFit !== null) theirs.push(await theirFit(round))
  }
  await Promise.all([basin.close(), peer?.close()])
  remove()
  const leads = theirs.map(({ logLikelihood }, round) => ours[round].logLikelihood - logLikelihood)
  return {
    case: nameOf(of),
    restarts,
    rounds,
    basin: middle(ours),
    peer: peer === null ? null : middle(theirs),
    first: first ?? ours[0].wall,
    peerFirst: peerFirst ?? theirs.at(0)?.wall ?? null,
    lead: peer === null ? null : Math.min(...leads),
  }
}

/** Runs jobs until they have filled some time, so that what compiles itself as it goes has done so; returns what the first took. */
async function warm(fit: Fit): Promise<number> {
  const { wall } = await fit(1)
  for (let spent = wall, seed = 2; spent < WARM_SECONDS; seed++) spent += (await fit(seed)).wall
  return wall
}

/** Whether Basin ended lower than the peer by more than two runs to one optimum may differ. */
export const isWorse = ({ lead, basin }: Job): boolean =>
  lead !== null && lead < -SAME * Math.abs(basin.logLikelihood)

const middle = (timings: readonly Timing[]): Timing => ({
  cpu: median(timings.map(({ cpu }) => cpu)),
  wall: median(timings.map(({ wall }) => wall)),
  logLikelihood: median(timings.map(({ logLikelihood }) => logLikelihood)),
})

async function openBasin(folder: string, { rows, dimension, components, values }: Sample, restarts: number) {
  const path = join(folder, 'rows.csv')
  const lines = [Array.from({ length: dimension }, (_, j) => `x${j}`).join(',')]
  for (let row = 0; row < rows; row++)
    lines.push(values.subarray(row * dimension, (row + 1) * dimension).join(','))
  writeFileSync(path, lines.join('\n'))
  const grants = createGrants()
  const samplesFolder = fileURLToPath(new URL('../../samples/', import.meta.url))
  const { engine, close } = createEngine({ grants, samplesFolder, version: '0.0.0', threads: THREADS })
  const dataset = await engine.open({ source: { grant: grants.addFile(path).grant }, dialect: {} })
  const settings = {
    ...DEFAULTS,
    covariances: [...DEFAULTS.covariances],
    columns: Array.from({ length: dimension }, (_, j) => j),
    components: { from: components, to: components },
    restarts,
    tolerance: TOLERANCE,
    regularisation: { kind: 'relative' as const, value: 0 },
    refinements: 0,
    acceleration: defaultAcceleration(false),
  }
  return {
    close,
    async fit(seed: number): Promise<Timing> {
      const before = process.cpuUsage()
      const began = performance.now()
      const { solutions } = await engine.fit({ dataset: dataset.dataset, settings: { ...settings, seed } })
      const { user, system } = process.cpuUsage(before)
      const wall = (performance.now() - began) / 1e3
      return { cpu: (user + system) / 1e6, wall, logLikelihood: solutions[0].logLikelihood }
    },
  }
}

function openPeer(folder: string, { rows, dimension, components }: Sample): Promise<Contestant> {
  const script = fileURLToPath(new URL('../peers/sklearn_mixture.py', import.meta.url))
  const files = [join(folder, 'rows.f64'), join(folder, 'start.f64')]
  const words = [rows, dimension, components].map(String)
  return startContestant('scikit-learn', [PYTHON, script, ...files, ...words, 'VVV'], THREADS)
}

export function jobTable(jobs: readonly Job[]): string {
  const cell = (timing: Timing | null) =>
    timing === null ? '–' : `${digits(timing.wall)} (${digits(timing.cpu)})`
  const rows = jobs.map((job) => [
    job.case,
    String(job.restarts),
    String(job.rounds),
    cell(job.basin),
    cell(job.peer),
    job.peer === null ? '–' : verdict(job.peer.wall / job.basin.wall, JOB_GOAL),
    job.peer === null ? '–' : verdict(job.peer.cpu / job.basin.cpu, null),
    job.lead === null
      ? '–'
      : `${isWorse(job) ? 'WORSE ' : ''}${job.lead >= 0 ? '+' : ''}${job.lead.toPrecision(2)}`,
    `${digits(job.first)} / ${job.peerFirst === null ? '–' : digits(job.peerFirst)}`,
  ])
  const header = [
    'n × d, K',
    'restarts',
    'rounds',
    'Basin',
    'scikit-learn',
    'by the clock',
    'by processor',
    'log-likelihood',
    'the first job of each',
  ]
  return `Restarts to convergence, full covariance, ${THREADS} threads: seconds by the clock (processor time)\n\n${table(header, rows)}\n`
}
