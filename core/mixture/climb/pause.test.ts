import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { prepare } from '../prepare.ts'
import type { CovarianceModel, RestartOutcome, RestartRequest } from '../types.ts'
import { runTraced, threeClouds } from './fixture.ts'

const MODELS: CovarianceModel[] = [
  ...(['EII', 'VII', 'EEI', 'VEI', 'EVI', 'VVI', 'EEE'] as const),
  ...(['VEE', 'EVE', 'VVE', 'EEV', 'VEV', 'EVV', 'VVV'] as const),
]
const { prepared } = prepare(threeClouds(createRandom(11), 50, 3), 'none')

/** The same restart in pieces of `every` iterations. */
function inPieces(change: Partial<RestartRequest>, every: number) {
  const trace: number[] = []
  let last: RestartOutcome | null = null
  for (let rounds = 0; rounds < 2000; rounds++) {
    const piece = runTraced(prepared, {
      ...change,
      pauseAfter: (last?.iterations ?? 0) + every,
      resumption: structuredClone(last?.resumption),
    })
    piece.trace.forEach((value, i) => (trace[i] = value))
    last = piece.outcome
    expect(last.logLikelihood).toBe(trace.at(-1) ?? null)
    if (last.resumption === undefined) break
    expect(last.status).toBe('iteration-limit')
    expect(last.iterations).toBe(last.resumption.iterations)
  }
  return { outcome: last, trace }
}

describe.each(MODELS)('a restart of %s that is paused', (covariance) => {
  it.each(['none', 'squarem'] as const)('goes on to the same bits, acceleration %s', (acceleration) => {
    for (const value of [0, 1e-3]) {
      for (const every of [1, 2, 7]) {
        const change = { covariance, acceleration, regularisation: { kind: 'relative', value } as const }
        const whole = runTraced(prepared, change)
        const pieces = inPieces(change, every)
        expect(pieces.trace).toEqual(whole.trace)
        expect(pieces.outcome).toEqual(whole.outcome)
      }
    }
  })
})

describe('a paused restart', () => {
  it('goes on to the same bits under a prior and under a bound on the eigenvalues', () => {
    for (const change of [{ prior: 'conjugate' as const }, { eigenvalueRatio: 4 }]) {
      for (const acceleration of ['none', 'squarem'] as const) {
        const whole = runTraced(prepared, { ...change, acceleration, components: 4 })
        expect(inPieces({ ...change, acceleration, components: 4 }, 3)).toEqual(whole)
      }
    }
  })

  it('that is stopped at once when it goes on has what it had', () => {
    for (const pauseAfter of [1, 12, 13, 14, 15, 16, 17, 18]) {
      const change = { acceleration: 'squarem', pauseAfter } as const
      const paused = runTraced(prepared, change).outcome
      const { resumption, ...rest } = paused
      const stopped = runTraced(prepared, { ...change, resumption, pauseAfter: 99 }, () => true)
      expect(stopped.outcome).toMatchObject({ logLikelihood: rest.logLikelihood, mixture: rest.mixture })
      expect(stopped.outcome.status).toBe('stopped')
      expect(stopped.trace).toEqual([])
    }
  })

  it('whose pause falls on the limit of iterations has come to its end', () => {
    const { outcome } = runTraced(prepared, { maxIterations: 4, pauseAfter: 4 })
    expect(outcome.status).toBe('iteration-limit')
    expect(outcome.resumption).toBeUndefined()
  })
})
