import { describe, expect, it } from 'vitest'
import { createRandom } from '../random/random.ts'
import { requestOf, runTraced, threeClouds } from './climb/fixture.ts'
import { componentOrder, toMixture } from './outcome.ts'
import { copyParameters, createParameters } from './parameters.ts'
import { prepare } from './prepare.ts'
import { runRestart } from './restart.ts'
import { startMixture } from './start-mixture.ts'
import type { CovarianceModel, Initialisation, Mixture, Passage, RestartRequest } from './types.ts'

const { prepared } = prepare(threeClouds(createRandom(11), 50, 3), 'none')

/** A restart with copies of all its passages. */
function walk(change: Partial<RestartRequest>) {
  const trace: number[] = []
  const passages: Passage[] = []
  const outcome = runRestart(prepared, requestOf(change), {
    stopped: () => false,
    iterated: (i, logLikelihood) => (trace[i] = logLikelihood),
    passed: (passage) => {
      const { family, components, dimension } = passage.parameters
      const parameters = createParameters(family, components, dimension)
      copyParameters(passage.parameters, parameters)
      passages.push({ ...passage, parameters })
    },
  })
  return { outcome, trace, passages }
}

const mixtureOf = ({ parameters }: Passage) => toMixture(parameters, prepared, componentOrder(parameters))

/** Every passage is what the same restart comes to where it ends there, and its log-likelihood is the trace's. */
function expectExact(change: Partial<RestartRequest>, every = 1): void {
  const { outcome, trace, passages } = walk(change)
  const [first] = passages
  expect(passages.map(({ iterations }) => iterations)).toEqual(passages.map((_, at) => first.iterations + at))
  expect(passages.at(-1)?.iterations).toBe(outcome.iterations)
  for (const passage of passages) {
    const { iterations, logLikelihood } = passage
    if (iterations === 0) continue
    expect(logLikelihood).toBe(trace[iterations - 1])
    if (iterations % every !== 0 && iterations !== outcome.iterations) continue
    const fresh = runTraced(prepared, { ...change, maxIterations: iterations }).outcome
    expect(mixtureOf(passage)).toEqual(fresh.mixture)
    expect(logLikelihood).toBe(fresh.logLikelihood)
  }
  expect(first.iterations === 0 ? mixtureOf(first) : null).toEqual(
    first.iterations === 0 ? startMixture(prepared, requestOf(change)) : null,
  )
}

const STARTS: Initialisation[] = [
  'kmeans++',
  'kmeans',
  'random-rows',
  'random-responsibilities',
  'short-runs',
  'hierarchical',
]
const MODELS: CovarianceModel[] = ['VVV', 'EEE', 'VVI', 'VII', 'EII', 'VEV', 'EVE', 'VVE']
const ridge = { kind: 'relative', value: 1e-6 } as const

describe('what a restart passes', () => {
  it.each(STARTS)(
    'from %s is, after every iteration, what it comes to where it ends there',
    (initialisation) => {
      for (const acceleration of ['none', 'squarem'] as const)
        expectExact({ initialisation, acceleration, regularisation: ridge }, 3)
    },
  )

  it.each(MODELS)('of %s is, after every iteration, what it comes to where it ends there', (covariance) => {
    for (const acceleration of ['none', 'squarem'] as const) expectExact({ covariance, acceleration }, 4)
  })

  it('of a refinement begins with the changed solution', () => {
    const { mixture } = runTraced(prepared, {}).outcome
    const { mixture: fewer } = runTraced(prepared, { components: 2 }).outcome
    const base = (of: Mixture | null) => ({ base: { mixture: of!, variant: 0 } })
    expectExact({ initialisation: 'split', ...base(fewer) }, 4)
    expectExact({ initialisation: 'swap', ...base(mixture) }, 4)
    expectExact({ initialisation: 'split-merge', ...base(mixture) }, 4)
  })

  it('from given parameters begins with them; from labels and responsibilities with the first M-step', () => {
    const { mixture } = runTraced(prepared, { maxIterations: 2 }).outcome
    const given = { initialisation: 'given' as const, acceleration: 'squarem' as const }
    const labels = Uint16Array.from({ length: prepared.rows }, (_, row) => row % 3)
    const soft = new Float64Array(3 * prepared.rows)
    labels.forEach((label, row) => {
      for (let k = 0; k < 3; k++) soft[3 * row + k] = k === label ? 0.5 : 0.25
    })
    const firstOf = (change: Partial<RestartRequest>) => walk({ ...given, ...change }).passages[0]
    expect(firstOf({ start: { kind: 'parameters', mixture: mixture! } })).toMatchObject({
      iterations: 0,
      move: 'start',
    })
    expect(firstOf({ start: { kind: 'labels', labels } })).toMatchObject({ iterations: 1, move: 'em' })
    expectExact({ ...given, start: { kind: 'parameters', mixture: mixture! } }, 3)
    expectExact({ ...given, start: { kind: 'labels', labels } }, 5)
    expectExact({ ...given, start: { kind: 'responsibilities', responsibilities: soft } }, 5)
  })
})

describe('the moves of a restart', () => {
  it('are EM steps alone without acceleration', () => {
    const { passages } = walk({})
    expect(passages.map(({ move }) => move)).toEqual(['start', ...passages.slice(1).map(() => 'em')])
  })

  it('of SQUAREM are leaps at which nothing is reached, then landings that are not lower or refusals that change nothing', () => {
    const seen = new Set<string>()
    for (let seed = 1; seed <= 12; seed++) {
      const { passages } = walk({ acceleration: 'squarem', seed, tolerance: 1e-10 })
      for (const [at, passage] of passages.entries()) {
        seen.add(passage.move)
        if (at === 0) continue
        const before = passages[at - 1]
        const still = passage.move === 'leap' || passage.move === 'refusal'
        if (still) expect(passage.parameters).toEqual(before.parameters)
        else expect(passage.parameters).not.toEqual(before.parameters)
        if (passage.move === 'landing' || passage.move === 'refusal') expect(before.move).toBe('leap')
        if (passage.move === 'landing')
          expect(passage.logLikelihood).toBeGreaterThanOrEqual(before.logLikelihood)
      }
    }
    expect([...seen].sort()).toEqual(['em', 'landing', 'leap', 'refusal', 'start'])
  })
})
