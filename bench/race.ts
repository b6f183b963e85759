// How often a race of the restarts ends with the same best solution as running them all, and what it saves.
// node bench/race.ts [restarts, default 40] [generated data sets of each kind, default 2] [none or squarem, default squarem]
import { readFileSync } from 'node:fs'
import { DEFAULTS } from '../contract/defaults.ts'
import { dealInitialisation } from '../core/mixture/deal.ts'
import { prepare } from '../core/mixture/prepare.ts'
import { columnsOf } from '../core/mixture/reference/reference.ts'
import { runRestart } from '../core/mixture/restart.ts'
import { solutionGap } from '../core/mixture/solutions.ts'
import { planRefinements } from '../core/mixture/start/refinements.ts'
import type { Base, CovarianceModel, Prepared, RestartRequest } from '../core/mixture/types.ts'
import { createRandom } from '../core/random/random.ts'
import { refinementSeed, restartSeed } from '../core/random/seed.ts'
import { isUsable, type Outcome, type Usable } from '../engine/fits/outcome.ts'
import { race, type Leg, type Rules } from '../engine/fits/race.ts'

interface Case {
  name: string
  prepared: Prepared
  components: number
  covariance: CovarianceModel
}

const SAMPLES: [file: string, columns: string[]][] = [
  ['old-faithful', ['eruptions', 'waiting']],
  ['iris', ['sepal_length', 'sepal_width', 'petal_length', 'petal_width']],
  ['crabs', ['FL', 'RW', 'CL', 'CW', 'BD']],
  ['student-scores', ['reading', 'writing', 'mathematics', 'science']],
  ['vowels', ['F1', 'F2']],
]

const acceleration = process.argv[4] === 'none' ? 'none' : 'squarem'
const half = { kept: 1 / 2, fewest: 8 }
/** What is compared; the first is what Basin does. */
const SCHEDULES: { name: string; rules?: Rules; byLimit?: boolean }[] = [
  { name: 'as in Basin: 20 50 120, half, 8' },
  { name: 'the same by Aitken’s limit', byLimit: true },
  { name: '10 25 60, half, 4', rules: { rungs: [10, 25, 60], kept: 1 / 2, fewest: 4 } },
  { name: '10 25 60, half, 8', rules: { rungs: [10, 25, 60], ...half } },
  { name: '5 10 20 40 80, half, 8', rules: { rungs: [5, 10, 20, 40, 80], ...half } },
  { name: '20 50 120, two thirds, 8', rules: { rungs: [20, 50, 120], kept: 2 / 3, fewest: 8 } },
  { name: '25, quarter, 8', rules: { rungs: [25], kept: 1 / 4, fewest: 8 } },
]
/** How far below the best so far a refinement may be heading, in log-likelihood per row used. */
const MARGINS = [0, 0.003, 0.01, 0.03, 0.1]

function samples(): Case[] {
  return SAMPLES.flatMap(([file, columns]) => {
    const text = readFileSync(new URL(`../samples/${file}.csv`, import.meta.url), 'utf8')
    const { prepared } = prepare(columnsOf(text, columns), 'none')
    return [2, 3, 4, 5, 6].flatMap((components) =>
      (['VVV', 'EEE'] as const).map((covariance) => ({ name: file, prepared, components, covariance })),
    )
  })
}

/** Overlapping components: centres two standard deviations apart or so, of unequal weight and size. */
function generated(seed: number, rows: number, dimension: number, components: number): Case {
  const random = createRandom(seed)
  const centres = Array.from({ length: components * dimension }, () => 2 * random.normal())
  const sizes = Array.from({ length: components }, () => 0.5 + random.next())
  const columns = Array.from({ length: dimension }, () => new Float64Array(rows))
  for (let i = 0; i < rows; i++) {
    const k = Math.floor(random.next() ** 1.5 * components)
    for (let j = 0; j < dimension; j++)
      columns[j][i] = centres[k * dimension + j] + sizes[k] * random.normal()
  }
  const { prepared } = prepare(columns, 'none')
  return { name: `${rows} × ${dimension}`, prepared, components, covariance: 'VVV' }
}

function requestOf({ components, covariance }: Case, index: number): RestartRequest {
  return {
    components,
    covariance,
    initialisation: dealInitialisation('mixed', index),
    index,
    seed: restartSeed(1, components, covariance, index),
    tolerance: DEFAULTS.tolerance,
    maxIterations: DEFAULTS.maxIterations,
    regularisation: DEFAULTS.regularisation,
    prior: DEFAULTS.prior,
    eigenvalueRatio: DEFAULTS.eigenvalueRatio,
    acceleration,
    subsample: DEFAULTS.subsample,
  }
}

function run(prepared: Prepared, request: RestartRequest): Outcome {
  const begun = process.cpuUsage()
  const outcome = runRestart(prepared, request, { stopped: () => false, iterated: () => undefined })
  const { user, system } = process.cpuUsage(begun)
  return { ...outcome, seconds: (user + system) / 1e6 }
}

/** Each leg is run once, whatever the schedules that ask for it. */
function createLegs(one: Case): (slot: number, leg: Leg) => Outcome {
  const known = new Map<string, Outcome>()
  return (slot, leg) => {
    const key = `${slot} ${leg.resumption?.iterations ?? 0} ${leg.pauseAfter ?? ''}`
    const outcome = known.get(key) ?? run(one.prepared, { ...requestOf(one, slot), ...leg })
    known.set(key, outcome)
    return outcome
  }
}

async function raceOf(
  legs: ReturnType<typeof createLegs>,
  restarts: number,
  { rules, byLimit = false }: (typeof SCHEDULES)[number],
) {
  const ends = new Map<number, Outcome>()
  const slots = Array.from({ length: restarts }, (_, slot) => slot)
  const work = {
    run(slot: number, leg: Leg) {
      const outcome = legs(slot, leg)
      const { limit } = outcome
      return Promise.resolve(byLimit && limit !== null ? { ...outcome, logLikelihood: limit } : outcome)
    },
    paused: () => undefined,
    finished: (slot: number, outcome: Outcome) => void ends.set(slot, outcome),
    stopped: () => false,
  }
  await race(slots, work, rules)
  return totalOf([...ends.values()])
}

function totalOf(outcomes: Outcome[]) {
  const usable = outcomes.filter(isUsable)
  return {
    best: usable.reduce<Usable | null>(
      (best, next) => (best !== null && best.logLikelihood >= next.logLikelihood ? best : next),
      null,
    ),
    passes: outcomes.reduce((sum, { iterations }) => sum + iterations, 0),
    seconds: outcomes.reduce((sum, { seconds }) => sum + seconds, 0),
  }
}

interface Tries {
  tries: number
  better: number
  seconds: number
  /** For each margin. */
  lost: number[]
  early: number[]
}

/** Refinements of the best of a cell, to the end and dropped early: those that beat it, those lost, and the time. */
function refineAll(one: Case, best: Usable, tally: Tries): void {
  const least = best.logLikelihood + solutionGap(best.logLikelihood)
  for (let round = 0, index = 0; round < 4; round++) {
    const known = { components: one.components, tries: 5, round, best: [best.mixture], fewer: null }
    for (const { initialisation, base } of planRefinements(known)) {
      const seed = refinementSeed(1, one.components, one.covariance, index++)
      const asked: RestartRequest & { base: Base } = { ...requestOf(one, 0), initialisation, base, seed }
      const whole = run(one.prepared, asked)
      const better = isUsable(whole) && whole.logLikelihood >= least
      tally.tries++
      tally.seconds += whole.seconds
      if (better) tally.better++
      for (const [i, margin] of MARGINS.entries()) {
        const leastLimit = best.logLikelihood - margin * one.prepared.rows
        const early = run(one.prepared, { ...asked, leastLimit })
        if (better && early.status === 'dropped') tally.lost[i]++
        tally.early[i] += early.seconds
      }
    }
  }
}

async function measure(cases: Case[], restarts: number): Promise<void> {
  const totals = SCHEDULES.map(() => ({ same: 0, passes: 0, seconds: 0 }))
  const full = { passes: 0, seconds: 0 }
  const tries = {
    tries: 0,
    better: 0,
    seconds: 0,
    lost: MARGINS.map(() => 0),
    early: MARGINS.map(() => 0),
  }
  for (const one of cases) {
    const legs = createLegs(one)
    const whole = totalOf(Array.from({ length: restarts }, (_, slot) => legs(slot, {})))
    full.passes += whole.passes
    full.seconds += whole.seconds
    const top = whole.best?.logLikelihood ?? -Infinity
    for (const [i, schedule] of SCHEDULES.entries()) {
      const raced = await raceOf(legs, restarts, schedule)
      if ((raced.best?.logLikelihood ?? -Infinity) > top - solutionGap(top)) totals[i].same++
      totals[i].passes += raced.passes
      totals[i].seconds += raced.seconds
    }
    if (whole.best !== null) refineAll(one, whole.best, tries)
  }
  process.stdout.write(`${cases.length} cells of ${restarts} restarts; run to the end ${full.passes} passes`)
  process.stdout.write(`, ${full.seconds.toFixed(1)} s of CPU\n`)
  process.stdout.write('rungs, kept, fewest | same best | of the passes | of the time\n')
  for (const [i, { name }] of SCHEDULES.entries()) {
    const share = (part: number, all: number) => `${((100 * part) / all).toFixed(0)} %`
    const { same, passes, seconds } = totals[i]
    process.stdout.write(
      `${name} | ${same} of ${cases.length} | ${share(passes, full.passes)} | ${share(seconds, full.seconds)}\n`,
    )
  }
  process.stdout.write(`${tries.tries} refinements: ${tries.better} better, ${tries.seconds.toFixed(1)} s\n`)
  process.stdout.write('margin per row | better ones lost | of the time\n')
  for (const [i, margin] of MARGINS.entries())
    process.stdout.write(
      `${margin} | ${tries.lost[i]} | ${((100 * tries.early[i]) / tries.seconds).toFixed(0)} %\n`,
    )
  process.stdout.write('\n')
}

const [restarts = 40, sets = 2] = process.argv.slice(2, 4).map(Number)
const drawn = Array.from({ length: sets }, (_, set) =>
  [400, 1500].flatMap((rows) =>
    [2, 4].flatMap((dimension) =>
      [3, 4, 6, 8].map((components) =>
        generated(1 + 1000 * set + rows + 10 * dimension + components, rows, dimension, components),
      ),
    ),
  ),
).flat()
process.stdout.write('The samples, K = 2 to 6, VVV and EEE\n')
await measure(samples(), restarts)
process.stdout.write('Generated: 400 and 1,500 rows, 2 and 4 columns, K = 3, 4, 6 and 8, VVV\n')
await measure(drawn, restarts)
