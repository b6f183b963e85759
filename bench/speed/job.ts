import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEFAULTS, defaultAcceleration } from '../../contract/defaults.ts'
import { createEngine, createGrants } from '../../engine/index.ts'
import { nameOf, type Case } from './cases.ts'
import { startContestant, type Contestant, type Timing } from './contestant.ts'
import { PYTHON, writeSample } from './field.ts'
import { JOB_GOAL, verdict } from './goals.ts'
import { overlapping, type Sample } from './overlapping.ts'
import { digits, median, table } from './table.ts'

/** The whole job at one case, on two threads. Seconds are medians over the rounds. */
export interface Job {
  case: string
  rounds: number
  basin: Timing
  peer: Timing | null
  /** Basin's log-likelihood less the peer's, the least over the rounds. */
  lead: number | null
}

export const JOB_RESTARTS = 20
const THREADS = 2
const TOLERANCE = 1e-6
/** Of the log-likelihood: what two runs to the same optimum may end apart. */
const SAME = 1e-8

/** Twenty restarts to convergence of the full model: our engine and, if asked, scikit-learn, round after round. */
export async function timeJob(of: Case, peers: boolean): Promise<Job> {
  const sample = overlapping(of.rows, of.dimension, of.components)
  const { folder, remove } = writeSample(sample)
  const basin = await openBasin(folder, sample)
  const peer = peers ? await openPeer(folder, sample) : null
  const ours: Timing[] = []
  const theirs: Timing[] = []
  for (let round = 1; round <= of.jobRounds; round++) {
    ours.push(await basin.fit(round))
    if (peer !== null) theirs.push(await peer.ask(`job ${JOB_RESTARTS} ${TOLERANCE / of.rows} ${round}`))
  }
  await Promise.all([basin.close(), peer?.close()])
  remove()
  const leads = theirs.map(({ logLikelihood }, round) => ours[round].logLikelihood - logLikelihood)
  return {
    case: nameOf(of),
    rounds: of.jobRounds,
    basin: middle(ours),
    peer: peer === null ? null : middle(theirs),
    lead: peer === null ? null : Math.min(...leads),
  }
}

/** Whether Basin ended lower than the peer by more than two runs to one optimum may differ. */
export const isWorse = ({ lead, basin }: Job): boolean =>
  lead !== null && lead < -SAME * Math.abs(basin.logLikelihood)

const middle = (timings: readonly Timing[]): Timing => ({
  cpu: median(timings.map(({ cpu }) => cpu)),
  wall: median(timings.map(({ wall }) => wall)),
  logLikelihood: median(timings.map(({ logLikelihood }) => logLikelihood)),
})

async function openBasin(folder: string, { rows, dimension, components, values }: Sample) {
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
    restarts: JOB_RESTARTS,
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
    String(job.rounds),
    cell(job.basin),
    cell(job.peer),
    job.peer === null ? '–' : verdict(job.peer.wall / job.basin.wall, JOB_GOAL),
    job.peer === null ? '–' : verdict(job.peer.cpu / job.basin.cpu, null),
    job.lead === null
      ? '–'
      : `${isWorse(job) ? 'WORSE ' : ''}${job.lead >= 0 ? '+' : ''}${job.lead.toPrecision(2)}`,
  ])
  const header = [
    'n × d, K',
    'rounds',
    'Basin',
    'scikit-learn',
    'by the clock',
    'by processor',
    'log-likelihood',
  ]
  return `${JOB_RESTARTS} restarts to convergence, full covariance, ${THREADS} threads: seconds by the clock (processor time)\n\n${table(header, rows)}\n`
}
