import { describe, expect, it } from 'vitest'
import { createSameness } from '../../core/mixture/sameness.ts'
import type { Flag, Mixture, RestartStatus } from '../../core/mixture/types.ts'
import { settingsOf } from '../fixtures/bench.ts'
import { planRestarts } from './plan.ts'
import type { Outcome } from './outcome.ts'
import { resultOf } from './result.ts'

function mixtureAt(mean: number, components: number): Mixture {
  return {
    components,
    dimension: 1,
    weights: new Float64Array(components).fill(1 / components),
    means: Float64Array.from({ length: components }, (_, k) => mean + 10 * k),
    covariances: new Float64Array(components).fill(1),
  }
}

interface Ending {
  logLikelihood: number
  mean: number
  status?: RestartStatus
  flags?: Flag[]
  /** Of a refinement: the restart it started from. */
  from?: string
  removed?: true
}

/** The result of restarts of two components (or of one and two) that ended as given, in one dimension with 100 rows. */
function resultWith(endings: Ending[], components = { from: 2, to: 2 }) {
  const cells = components.to - components.from + 1
  const asked = endings.filter(({ from }) => from === undefined).length
  const plan = planRestarts(settingsOf({ restarts: asked / cells, components }))
  for (const [slot, { from }] of endings.entries())
    if (from !== undefined)
      plan.push({ ...plan[0], id: 'VVV-2-swap-0', index: slot, initialisation: 'swap', from })
  for (const [slot, { removed }] of endings.entries()) if (removed) plan[slot] = { ...plan[slot], removed }
  const outcomes = endings.map(
    ({ logLikelihood, mean, status = 'converged', flags = [] }, slot): Outcome => ({
      status,
      iterations: 3,
      logLikelihood,
      mixture: mixtureAt(mean, plan[slot].components),
      entropy: 1,
      reason: status === 'collapsed' ? 'Component 1 has no rows' : '',
      limit: null,
      flags,
      seconds: 0,
    }),
  )
  const labels = new Map(outcomes.map(({ mixture }, slot) => [mixture, slot % 2]))
  const isSame = createSameness(Float64Array.of(1), (mixture) =>
    Uint8Array.of(0, 1, labels.get(mixture) ?? 0, 0, 1),
  )
  const found = { plan, outcomes, counted: 100, noise: false, dimension: 1, isSame, dependence: null }
  return resultOf(found, 'bic')
}

const spurious: Flag = { code: 'spurious', message: 'Component 2 holds 3 rows.' }

describe('the result of a fit', () => {
  it('groups restarts into solutions, best log-likelihood first, and counts their hits', async () => {
    const { solutions, restarts, best } = await resultWith([
      { logLikelihood: -105, mean: 5 },
      { logLikelihood: -100, mean: 0 },
      { logLikelihood: -100.00001, mean: 0.0001 },
    ])
    expect(solutions.map(({ id, hits, restarts }) => [id, hits, restarts])).toEqual([
      ['VVV-2-A', 2, ['VVV-2-1', 'VVV-2-2']],
      ['VVV-2-B', 1, ['VVV-2-0']],
    ])
    expect(best).toBe('VVV-2-A')
    expect(restarts.map((restart) => restart.solution)).toEqual(['VVV-2-B', 'VVV-2-A', 'VVV-2-A'])
  })

  it('has criteria that follow from parameters, log-likelihood, rows and entropy', async () => {
    const { solutions } = await resultWith([{ logLikelihood: -100, mean: 0 }])
    const bic = 5 * Math.log(100) + 200
    expect(solutions[0]).toMatchObject({ parameters: 5, bic, aic: 210, icl: bic + 2, entropy: 1 })
    expect(solutions[0].aicc).toBeCloseTo(210 + 60 / 94, 12)
  })

  it('counts of what one restart reached only what restarts that were not stopped reached', async () => {
    const { unseen } = await resultWith([
      { logLikelihood: -100, mean: 0 },
      { logLikelihood: -101, mean: 3 },
      { logLikelihood: -102, mean: 6, status: 'stopped' },
      { logLikelihood: -103, mean: 8 },
      { logLikelihood: -103, mean: 8, status: 'stopped' },
    ])
    expect(unseen).toMatchObject([{ restarts: 3, once: 2, chance: 2 / 3 }])
  })

  it('does not take a saddle as best', async () => {
    const saddle: Flag = { code: 'saddle', message: 'Components 1 and 2 coincide.' }
    const { best } = await resultWith([
      { logLikelihood: -90, mean: 0, flags: [saddle] },
      { logLikelihood: -100, mean: 5 },
    ])
    expect(best).toBe('VVV-2-B')
  })

  it('marks a spurious solution and takes the next as best', async () => {
    const { best, solutions } = await resultWith([
      { logLikelihood: -90, mean: 0, flags: [spurious] },
      { logLikelihood: -100, mean: 5 },
    ])
    expect(solutions.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([['spurious'], []])
    expect(best).toBe('VVV-2-B')
  })

  it('takes a spurious solution where there is no other', async () => {
    expect((await resultWith([{ logLikelihood: -90, mean: 0, flags: [spurious] }])).best).toBe('VVV-2-A')
  })

  it('never ranks a collapsed restart, and gives its reason', async () => {
    const { best, solutions, restarts } = await resultWith([
      { logLikelihood: -1, mean: 0, status: 'collapsed' },
    ])
    expect([best, solutions]).toEqual([null, []])
    expect(restarts[0]).toMatchObject({
      state: 'collapsed',
      solution: null,
      reason: 'Component 1 has no rows',
    })
  })

  it('says where a solution was stopped before it converged', async () => {
    const { solutions } = await resultWith([{ logLikelihood: -100, mean: 0, status: 'stopped' }])
    expect(solutions[0].warnings).toMatchObject([{ code: 'unfinished' }])
  })

  it('asks for more restarts where more components fit worse than fewer', async () => {
    const better = await resultWith(
      [
        { logLikelihood: -100, mean: 0 },
        { logLikelihood: -90, mean: 0 },
      ],
      { from: 1, to: 2 },
    )
    const worse = await resultWith(
      [
        { logLikelihood: -100, mean: 0 },
        { logLikelihood: -110, mean: 0 },
      ],
      { from: 1, to: 2 },
    )
    const codes = ({ solutions }: typeof better) =>
      solutions.flatMap(({ warnings }) => warnings.map(({ code }) => code))
    expect([codes(better), codes(worse)]).toEqual([[], ['few-restarts']])
    expect(worse.solutions.at(-1)?.warnings[0].message).toBe(
      '1 component fits better than these 2, so a better solution with 2 exists. Ask for more restarts.',
    )
    expect(worse.solutions.at(-1)?.warnings[0].remedies).toEqual([{ kind: 'restarts', restarts: 40 }])
  })

  it('counts no refinement as a hit, and says where one alone reached a solution', async () => {
    const { solutions, restarts } = await resultWith(
      [
        { logLikelihood: -120, mean: 0 },
        { logLikelihood: -100, mean: 0 },
        { logLikelihood: -90, mean: 5, from: 'VVV-2-0' },
      ],
      { from: 2, to: 2 },
    )
    expect(solutions.map(({ id, hits, restarts }) => [id, hits, restarts])).toEqual([
      ['VVV-2-A', 0, ['VVV-2-swap-0']],
      ['VVV-2-B', 1, ['VVV-2-1']],
      ['VVV-2-C', 1, ['VVV-2-0']],
    ])
    expect(solutions[0].warnings).toMatchObject([
      {
        code: 'found-by-refinement',
        message: expect.stringMatching(
          /^None of the 2 restarts reached this solution; moving one component of solution C did\. Run more/,
        ) as string,
      },
    ])
    expect(restarts.map(({ solution }) => solution)).toEqual(['VVV-2-C', 'VVV-2-B', 'VVV-2-A'])
  })

  it('counts no restart that was removed, also where only a refinement of it is left', async () => {
    const { solutions, restarts, removed, unseen } = await resultWith([
      { logLikelihood: -120, mean: 0, removed: true },
      { logLikelihood: -130, mean: 3 },
      { logLikelihood: -90, mean: 5, from: 'VVV-2-0' },
    ])
    expect(solutions.map(({ id, hits, restarts }) => [id, hits, restarts])).toEqual([
      ['VVV-2-A', 0, ['VVV-2-swap-0']],
      ['VVV-2-B', 1, ['VVV-2-1']],
    ])
    expect(solutions[0].warnings[0].message).toMatch(
      /^The one restart did not reach this solution; changing a solution whose restarts have been removed did\./,
    )
    expect([restarts.length, removed.map(({ id, solution }) => [id, solution])]).toEqual([
      2,
      [['VVV-2-0', null]],
    ])
    expect(unseen).toMatchObject([{ restarts: 1, once: 1 }])
  })

  it('never ranks a dropped restart, whatever its log-likelihood', async () => {
    const { best, solutions, restarts } = await resultWith([
      { logLikelihood: -50, mean: 0, status: 'dropped' },
      { logLikelihood: -100, mean: 5 },
    ])
    expect([best, solutions.length, restarts[0].solution]).toEqual(['VVV-2-A', 1, null])
  })

  it('goes on after Z with AA', async () => {
    const { solutions } = await resultWith(
      Array.from({ length: 28 }, (_, i) => ({ logLikelihood: -100 - i, mean: 3 * i })),
    )
    expect(solutions.slice(25).map(({ id }) => id)).toEqual(['VVV-2-Z', 'VVV-2-AA', 'VVV-2-AB'])
  })
})
