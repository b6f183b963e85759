import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { requestOf, threeClouds } from '../climb/fixture.ts'
import { createEm } from '../em.ts'
import { prepare } from '../prepare.ts'
import { runRestart } from '../restart.ts'
import { createSetting } from '../setting.ts'
import { randomResponsibilities } from '../start/random-responsibilities.ts'
import type { CovarianceModel, Prepared } from '../types.ts'

const RIDGE = { kind: 'relative', value: 1e-6 } as const
const FULL: CovarianceModel[] = ['EEE', 'VEE', 'EVE', 'VVE', 'EEV', 'VEV', 'EVV', 'VVV']
const ITERATIVE: CovarianceModel[] = ['VEE', 'EVE', 'VVE', 'EEV', 'VEV']
/** Multiplications that take a few milliseconds. */
const MOST_WORK = 1e7

const many = prepare(threeClouds(createRandom(1), 240, 200), 'none').prepared
const fewer = prepare(threeClouds(createRandom(1), 80, 80), 'none').prepared
const several = prepare(threeClouds(createRandom(2), 80, 40), 'none').prepared

const sizeOf = (model: CovarianceModel) => (model === 'EVE' || model === 'VVE' ? fewer : many)

/** An M-step from random responsibilities, after its passes over the rows, under a `stopped` that counts. */
function firstStep(prepared: Prepared, covariance: CovarianceModel, patience = Infinity) {
  let asked = 0
  let counting = false
  const em = createEm(prepared, createSetting(prepared, 3, covariance, RIDGE), () => {
    if (counting) asked++
    return asked >= patience
  })
  const [first, second] = [em.create(), em.create()]
  const context = { em, request: requestOf({ covariance }), random: createRandom(3), stopped: () => false }
  expect(randomResponsibilities(context, first)).toBeNull()
  expect(em.expect(first)).toBe(true)
  counting = true
  const failure = em.maximise(first, second)
  return { failure, asked }
}

describe('an M-step', () => {
  it.each(FULL)(
    'of %s with many columns asks whether to stop at least once per 1e7 multiplications',
    (model) => {
      const { failure, asked } = firstStep(sizeOf(model), model)
      expect(failure).toBeNull()
      const d = sizeOf(model).dimension
      const scatter = (3 * d ** 3) / 2
      const factor = ((model === 'EEE' ? 1 : 3) * d ** 3) / 3
      // A sweep over the pairs of axes turns all three covariances: there are several.
      const axes = ITERATIVE.includes(model) && model !== 'VEE' ? 3 * 3 * 4 * d ** 3 : 0
      expect(asked).toBeGreaterThanOrEqual(Math.floor((scatter + factor + axes) / MOST_WORK))
    },
  )

  it.each(FULL)(
    'of %s ends at the first yes, whenever it comes',
    (model) => {
      for (const patience of [1, 2]) {
        const { failure, asked } = firstStep(sizeOf(model), model, patience)
        expect(failure).toEqual({ kind: 'stopped' })
        expect(asked).toBe(patience)
      }
    },
    60_000,
  )
})

describe('a restart', () => {
  it.each(ITERATIVE)('of %s that is stopped inside an M-step keeps the best so far', (covariance) => {
    for (const patience of [1, 2, 5]) {
      let last = NaN
      let iterations = 0
      let since = 0
      const outcome = runRestart(
        several,
        requestOf({ covariance, regularisation: RIDGE, initialisation: 'random-responsibilities' }),
        {
          stopped: () => iterations >= 2 && ++since >= patience,
          iterated: (_, logLikelihood) => {
            last = logLikelihood
            iterations++
          },
        },
      )
      expect(outcome.status).toBe('stopped')
      expect(outcome.iterations).toBe(iterations)
      expect(outcome.logLikelihood).toBe(last)
      expect(outcome.mixture?.weights.every((weight) => weight > 0)).toBe(true)
      expect(outcome.reason).toBe('')
    }
  })
})

describe('the search of common axes over many columns', () => {
  it.each<CovarianceModel>(['EVE', 'VVE'])('of %s never lets the log-likelihood fall', (covariance) => {
    const trace: number[] = []
    const request = requestOf({
      covariance,
      initialisation: 'random-responsibilities',
      regularisation: { kind: 'relative', value: 0 },
      maxIterations: 40,
    })
    const { rows } = several
    runRestart(several, request, {
      stopped: () => false,
      iterated: (i, logLikelihood) => (trace[i] = logLikelihood),
    })
    expect(trace.length).toBeGreaterThan(3)
    for (let i = 1; i < trace.length; i++) expect(trace[i] - trace[i - 1]).toBeGreaterThan(-1e-8 * rows)
  })
})
