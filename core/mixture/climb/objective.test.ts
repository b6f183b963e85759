import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { createEm } from '../em.ts'
import { factorise } from '../factorise.ts'
import { copyParameters } from '../parameters.ts'
import { prepare } from '../prepare.ts'
import { createSetting } from '../setting.ts'
import { startRestart } from '../start/start.ts'
import type { CovarianceModel, Prior } from '../types.ts'
import { penalty } from './objective.ts'
import { requestOf, threeClouds } from './fixture.ts'

const MODELS: CovarianceModel[] = ['EII', 'VII', 'EEI', 'VVI', 'EEE', 'VVV']

/** Log-likelihood less penalty along plain EM, and the log-likelihood alone. */
function path(covariance: CovarianceModel, prior: Prior, ridge: number, d: number, steps = 80) {
  const { prepared } = prepare(threeClouds(createRandom(5), 60, d), 'none')
  const regularisation = { kind: 'relative', value: ridge } as const
  const setting = createSetting(prepared, 4, covariance, regularisation, { prior })
  const never = () => false
  const em = createEm(prepared, setting, never)
  const request = requestOf({
    components: 4,
    covariance,
    prior,
    regularisation,
    initialisation: 'random-rows',
  })
  let current = em.create()
  let next = em.create()
  expect(startRestart(em, request, current, never)).toBeNull()
  const objective: number[] = []
  const plain: number[] = []
  for (let step = 0; step < steps; step++) {
    em.expect(current)
    plain.push(em.kernel.logLikelihood)
    objective.push(em.kernel.logLikelihood - penalty(setting, current, prepared.rows))
    expect(em.maximise(current, next)).toBeNull()
    ;[current, next] = [next, current]
  }
  return { objective: objective.slice(1), plain: plain.slice(1), ended: current, setting, em }
}

const falls = (values: number[]) => Math.max(...values.slice(1).map((value, i) => values[i] - value))

describe('the penalised objective', () => {
  it.each(MODELS)('never falls under a prior in %s', (covariance) => {
    for (const d of [1, 3]) expect(falls(path(covariance, 'conjugate', 0, d).objective)).toBeLessThan(1e-9)
  })

  it.each(MODELS)(
    'is highest where EM under a prior ends in %s, which the log-likelihood is not',
    (covariance) => {
      const { ended, setting, em } = path(covariance, 'conjugate', 0, 2, 4000)
      const moved = em.create()
      const valued = (scale: number, shift: number) => {
        copyParameters(ended, moved)
        for (let i = 0; i < moved.covariances.length; i++) moved.covariances[i] *= scale
        for (let i = 0; i < moved.means.length; i++) moved.means[i] *= shift
        factorise(setting, moved)
        em.expect(moved)
        return { plain: em.kernel.logLikelihood, all: em.kernel.logLikelihood - penalty(setting, moved, 180) }
      }
      const here = valued(1, 1)
      for (const [scale, shift] of [
        [1.001, 1],
        [0.999, 1],
        [1, 1.001],
        [1, 0.999],
      ]) {
        expect(valued(scale, shift).all).toBeLessThan(here.all)
      }
      const best = Math.max(valued(0.999, 1).plain, valued(1.001, 1).plain)
      expect(best).toBeGreaterThan(here.plain)
    },
  )

  it.each(['EII', 'VVI', 'VVV'] as const)(
    'falls less than half as far as the log-likelihood where a strong ridge makes that fall in %s',
    (covariance) => {
      const { objective, plain } = path(covariance, 'none', 0.05, 3)
      expect(falls(plain)).toBeGreaterThan(1e-4)
      expect(falls(objective)).toBeLessThan(falls(plain) / 2)
    },
  )

  it('is the log-likelihood where nothing is penalised', () => {
    const { objective, plain } = path('VVV', 'none', 0, 3)
    expect(objective).toEqual(plain)
  })
})
