import { describe, expect, it } from 'vitest'
import type { Mixture } from '../../core/mixture/types.ts'
import { settingsOf } from '../fixtures/bench.ts'
import { createLive } from './live.ts'
import { nothing, type Outcome } from './outcome.ts'
import { planRestarts } from './plan.ts'

const NULLS = { solutions: null, unseen: null }

function mixtureAt(mean: number): Mixture {
  return {
    components: 2,
    dimension: 1,
    weights: Float64Array.of(0.6, 0.4),
    means: Float64Array.of(mean, mean + 10),
    covariances: Float64Array.of(1, 1),
  }
}
const ended = (logLikelihood: number): Outcome => ({
  ...nothing('converged', 5, ''),
  logLikelihood,
  mixture: mixtureAt(logLikelihood),
  entropy: 1,
})

function liveOf(restarts: number, components = { from: 2, to: 2 }) {
  const plan = planRestarts(settingsOf({ restarts, components }))
  const outcomes: Outcome[] = []
  const isSame = (a: Mixture, b: Mixture) => a.means[0] === b.means[0]
  let time = 0
  const live = createLive(
    { plan, outcomes, counted: 100, noise: false, dimension: 1, isSame, dependence: null },
    'bic',
    true,
    () => time,
  )
  return {
    live,
    pass: (milliseconds: number) => (time += milliseconds),
    end(slot: number, logLikelihood: number) {
      outcomes[slot] = ended(logLikelihood)
      live.ended(plan[slot])
    },
  }
}

/** What there is to tell once it has been looked at. */
async function told({ live }: ReturnType<typeof liveOf>) {
  for (let tries = 0; tries < 1000; tries++) {
    const now = live.read()
    if (now.solutions !== null) return now
    await new Promise((resolve) => setImmediate(resolve))
  }
  return NULLS
}

describe('solutions while a fit runs', () => {
  it('are told once, and again when more restarts have ended', async () => {
    const fit = liveOf(4)
    expect(fit.live.read()).toEqual(NULLS)
    fit.end(2, -7)
    expect((await told(fit)).solutions).toMatchObject([{ id: 'VVV-2-A', hits: 1, restarts: ['VVV-2-2'] }])
    expect(fit.live.read()).toEqual(NULLS)
    fit.pass(1000)
    fit.end(0, -5)
    fit.end(1, -7)
    const { solutions, unseen } = await told(fit)
    expect(solutions!.map(({ id, hits, kind }) => [id, hits, kind])).toEqual([
      ['VVV-2-A', 1, 'best'],
      ['VVV-2-B', 2, 'inferior'],
    ])
    expect(unseen).toMatchObject([{ restarts: 3, once: 1, chance: 1 / 3 }])
  })

  it('are looked at no more often than five times a second', async () => {
    const fit = liveOf(4)
    fit.end(0, -5)
    await told(fit)
    fit.pass(199)
    fit.end(1, -5)
    expect(await told(fit)).toEqual(NULLS)
    fit.pass(1)
    expect((await told(fit)).solutions).toMatchObject([{ hits: 2 }])
  })

  it('leave the thread to others however many there are', async () => {
    const fit = liveOf(1500)
    for (let slot = 0; slot < 1500; slot++) fit.end(slot, -1e6 - slot / 1e4)
    let turns = 0
    const turn = () => {
      turns++
      handle = setImmediate(turn)
    }
    let handle = setImmediate(turn)
    const { solutions } = await told(fit)
    clearImmediate(handle)
    expect(solutions).toHaveLength(1500)
    expect(turns).toBeGreaterThan(2)
  })
})
