// How often the default search reaches the best known robust optimum of each public set, K = 1 to 5, four models.
// node bench/optima.ts [refinements, or “default”] [restarts, default 40] [only sets whose name contains this]
// node bench/optima.ts search SET RESTARTS REFINEMENTS: the best found without regularisation, as optima.json holds it
import { readFileSync } from 'node:fs'
import { DEFAULTS, defaultAcceleration, defaultRefinements } from '../contract/defaults.ts'
import { isSetAside } from '../contract/set-aside.ts'
import { dealInitialisation } from '../core/mixture/deal.ts'
import { prepare } from '../core/mixture/prepare.ts'
import { columnsOf } from '../core/mixture/reference/reference.ts'
import { runRestart } from '../core/mixture/restart.ts'
import { createSameness } from '../core/mixture/sameness.ts'
import { groupSolutions } from '../core/mixture/solutions.ts'
import { planRefinements, refinementsWorth, roundSize } from '../core/mixture/start/refinements.ts'
import type {
  CovarianceModel,
  Mixture,
  Prepared,
  RestartOutcome,
  RestartRequest,
} from '../core/mixture/types.ts'
import { refinementSeed, restartSeed } from '../core/random/seed.ts'

interface Case {
  file: string
  columns: string[]
  source: string
  /** Log-likelihood of the best known robust optimum for 1 to 5 components. */
  best: Partial<Record<CovarianceModel, number[]>>
}

/** The best of a cell that is no artefact. */
interface Found {
  logLikelihood: number
  mixture: Mixture
}

interface Search {
  prepared: Prepared
  covariance: CovarianceModel
  regularisation: number
  restarts: number
  refinements: number
}

const MODELS = ['VVV', 'EEE', 'VVI', 'VII'] as const
const MOST = 5
const HIT = 0.01

const request = (search: Search, components: number, index: number): RestartRequest => ({
  components,
  covariance: search.covariance,
  initialisation: dealInitialisation('mixed', index),
  index,
  seed: restartSeed(1, components, search.covariance, index),
  tolerance: DEFAULTS.tolerance,
  maxIterations: DEFAULTS.maxIterations,
  regularisation: { kind: 'relative', value: search.regularisation },
  prior: 'none',
  eigenvalueRatio: null,
  acceleration: defaultAcceleration(false),
  subsample: false,
})

const run = (search: Search, asked: RestartRequest) =>
  runRestart(search.prepared, asked, { stopped: () => false, iterated: () => undefined })

const isFound = (outcome: RestartOutcome): outcome is RestartOutcome & Found =>
  outcome.status !== 'collapsed' && outcome.mixture !== null && !isSetAside(outcome.flags)

const leader = (found: readonly Found[]) =>
  found.reduce<Found | null>(
    (best, one) => (one.logLikelihood > (best?.logLikelihood ?? -Infinity) ? one : best),
    null,
  )

/** The different solutions among what was found, best first. */
function groupsOf(found: readonly Found[], spread: Float64Array) {
  const candidates = found.map((one, index) => ({
    ...one,
    id: String(index),
    index,
    status: 'converged' as const,
  }))
  return groupSolutions(candidates, createSameness(spread))
}

const solutionsOf = (found: readonly Found[], spread: Float64Array): Mixture[] =>
  groupsOf(found, spread).flatMap(({ best }) => best.mixture ?? [])

/** Plain restarts, then batches of refinements, each from what has been found by then. */
function searchCell(search: Search, components: number, fewer: Found | null) {
  const restarts = components === 1 ? 1 : search.restarts
  const plain = Array.from({ length: restarts }, (_, index) =>
    run(search, request(search, components, index)),
  )
  const found: Found[] = plain.filter(isFound)
  const before = leader(found)
  const hits = groupsOf(found, search.prepared.spread)[0]?.restarts.length ?? 0
  const wanted = refinementsWorth(search.refinements, { hits, usable: found.length })
  let tried = 0
  for (let round = -1; tried < wanted; round++) {
    const planned = planRefinements({
      components,
      tries: Math.min(round < 0 ? components : roundSize(wanted), wanted - tried),
      round: Math.max(0, round),
      best: round < 0 ? [] : solutionsOf(found, search.prepared.spread),
      fewer: round < 0 ? (fewer?.mixture ?? null) : null,
    })
    if (planned.length === 0 && round >= 0) break
    for (const { initialisation, base } of planned) {
      const seed = refinementSeed(1, components, search.covariance, tried)
      const asked = { ...request(search, components, tried++), initialisation, base, seed }
      const outcome = run(search, asked)
      if (isFound(outcome)) found.push(outcome)
    }
  }
  return { best: leader(found), before, plain: plain.filter(isFound) }
}

/** What plain maximum likelihood makes of a solution: EM without regularisation from its parameters. */
function polished(search: Search, { mixture }: Found): number {
  const start = { kind: 'parameters', mixture } as const
  const asked = { ...request({ ...search, regularisation: 0 }, mixture.components, 0), maxIterations: 20_000 }
  return run(search, { ...asked, initialisation: 'given', start }).logLikelihood ?? -Infinity
}

const read = ({ file, columns }: Case) =>
  prepare(columnsOf(readFileSync(new URL(file, import.meta.url), 'utf8'), columns), 'none').prepared

const cases = JSON.parse(readFileSync(new URL('optima.json', import.meta.url), 'utf8')) as Record<
  string,
  Case
>

function longSearch(name: string, restarts: number, refinements: number): void {
  const prepared = read(cases[name])
  const best = MODELS.map((covariance) => {
    const search = { prepared, covariance, regularisation: 0, restarts, refinements }
    let fewer: Found | null = null
    const reached = Array.from({ length: MOST }, (_, k) => {
      fewer = searchCell(search, k + 1, fewer).best
      return Number(fewer?.logLikelihood.toFixed(6))
    })
    return [covariance, reached]
  })
  process.stdout.write(`${name}: ${JSON.stringify(Object.fromEntries(best))}\n`)
}

function measure(asked: number | null, restarts: number, only: string): void {
  for (const regularisation of [0, 1e-6]) {
    const tally = { few: [0, 0, 0], many: [0, 0, 0] }
    let longest = 0
    let loss = 0
    process.stdout.write(
      `\nRegularisation ${regularisation}: ${restarts} mixed restarts, ${asked ?? 'default'} refinements\n`,
    )
    process.stdout.write('set model K | target | best found | hits of plain restarts | CPU s\n')
    for (const [name, one] of Object.entries(cases).filter(([key]) => key.includes(only))) {
      const prepared = read(one)
      const refinements = asked ?? defaultRefinements('mixed', restarts, prepared.rows)
      for (const covariance of MODELS) {
        const search = { prepared, covariance, regularisation, restarts, refinements }
        let fewer: Found | null = null
        for (const [k, target] of (one.best[covariance] ?? []).entries()) {
          const begun = process.cpuUsage()
          const { best, before, plain } = searchCell(search, k + 1, fewer)
          const { user, system } = process.cpuUsage(begun)
          const seconds = (user + system) / 1e6
          const value =
            best === null ? -Infinity : regularisation === 0 ? best.logLikelihood : polished(search, best)
          const slack = best === null ? 0 : value - best.logLikelihood
          const reached = value >= target - HIT
          const alone = (before?.logLikelihood ?? -Infinity) + slack >= target - HIT
          const hits = plain.filter(({ logLikelihood }) => logLikelihood + slack >= target - HIT).length
          const group = k < 3 ? tally.few : tally.many
          group[0]++
          if (reached) group[1]++
          if (alone) group[2]++
          longest = Math.max(longest, seconds)
          if (reached) loss = Math.max(loss, slack)
          fewer = best
          const verdict = !reached ? 'SHORT' : value > target + HIT ? 'above' : alone ? 'reached' : 'refined'
          process.stdout.write(
            `${name} ${covariance} ${k + 1} | ${target.toFixed(4)} | ${value.toFixed(4)} ${verdict} | ${hits}/${plain.length} | ${seconds.toFixed(2)}\n`,
          )
        }
      }
    }
    const share = ([all, reached, alone]: number[]) =>
      `${reached} of ${all} (${((100 * reached) / all).toFixed(1)} %; without refinements ${alone})`
    process.stdout.write(
      `K ≤ 3: ${share(tally.few)}; K = 4–5: ${share(tally.many)}; longest ${longest.toFixed(1)} s of CPU`,
    )
    process.stdout.write(`; regularisation cost at most ${loss.toExponential(1)} in log-likelihood\n`)
  }
}

/** Old Faithful, three full components: which starts reach the best. */
function compareStarts(): void {
  const one = cases['faithful']
  const target = one.best.VVV?.[2] ?? NaN
  const search = {
    prepared: read(one),
    covariance: 'VVV',
    regularisation: 0,
    restarts: 0,
    refinements: 0,
  } as const
  const starts = [
    'kmeans',
    'kmeans++',
    'random-rows',
    'random-responsibilities',
    'short-runs',
    'hierarchical',
  ] as const
  process.stdout.write(`\nOld Faithful, K = 3, VVV: restarts of 200 that reach ${target.toFixed(3)}\n`)
  for (const initialisation of starts) {
    const outcomes = Array.from({ length: 200 }, (_, index) =>
      run(search, { ...request(search, 3, index), initialisation }),
    )
    const hits = outcomes.filter(
      (outcome) => isFound(outcome) && outcome.logLikelihood >= target - HIT,
    ).length
    process.stdout.write(`${initialisation}: ${hits} (${((100 * hits) / 200).toFixed(1)} %)\n`)
  }
}

const [first = 'default', second = '40', third = '', fourth = '20'] = process.argv.slice(2)
if (first === 'search') longSearch(second, Number(third), Number(fourth))
else {
  measure(first === 'default' ? null : Number(first), Number(second), third)
  compareStarts()
}
