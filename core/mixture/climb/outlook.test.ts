import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { prepare } from '../prepare.ts'
import { runTraced, threeClouds } from './fixture.ts'
import { createOutlook } from './outlook.ts'

const { prepared } = prepare(threeClouds(createRandom(2), 100, 2, 1.6), 'none')

const apart = prepare(threeClouds(createRandom(2), 100, 2), 'none').prepared

describe('the outlook', () => {
  it('trusts three estimates in a row below the least limit, from the twentieth iteration on', () => {
    const outlook = createOutlook(-100)
    for (let i = 1; i < 22; i++) outlook.see(i, -120, 1)
    expect(outlook.hopeless).toBe(false)
    outlook.see(22, -119.99, 1)
    expect(outlook.hopeless).toBe(true)
  })

  it('waits while the estimates rise as on the way off a plateau', () => {
    const outlook = createOutlook(-100)
    for (let i = 20; i < 40; i++) outlook.see(i, -126 + 0.3 * i, 0.1)
    expect(outlook.hopeless).toBe(false)
  })

  it('begins to count again after an estimate above the least limit, or none', () => {
    for (const toCome of [30, NaN]) {
      const outlook = createOutlook(-100)
      for (const next of [1, 1, 1, toCome, 1, 1]) outlook.see(30, -120, next)
      expect(outlook.hopeless).toBe(false)
    }
  })
})

describe.each(['none', 'squarem'] as const)('a restart, acceleration %s,', (acceleration) => {
  it('is dropped where it is heading for less than it must reach, and keeps what it has', () => {
    for (let seed = 0; seed < 5; seed++) {
      const change = { seed, acceleration, components: 3 }
      const whole = runTraced(prepared, change)
      const { outcome, trace } = runTraced(prepared, {
        ...change,
        leastLimit: whole.outcome.logLikelihood! + 5,
      })
      expect(outcome.status).toBe('dropped')
      expect(trace).toEqual(whole.trace.slice(0, trace.length))
      expect(trace.length).toBeLessThan(whole.trace.length)
      expect(outcome.logLikelihood).toBe(trace.at(-1))
      expect(outcome.mixture).not.toBeNull()
      expect(outcome.limit).toBeLessThan(whole.outcome.logLikelihood! + 5)
    }
  })

  it('that ends above the least limit is hardly ever dropped where the groups show', () => {
    let dropped = 0
    for (let seed = 0; seed < 100; seed++) {
      const change = { seed, acceleration, components: 3, initialisation: 'short-runs' } as const
      const whole = runTraced(apart, change).outcome
      const { outcome } = runTraced(apart, { ...change, leastLimit: whole.logLikelihood! - 0.01 })
      if (outcome.status === 'dropped') dropped++
      else expect(outcome).toEqual(whole)
    }
    expect(dropped).toBeLessThan(5)
  })

  it('says at a pause where it will end, and at the end where it is', () => {
    for (let seed = 0; seed < 5; seed++) {
      const whole = runTraced(prepared, { seed, acceleration }).outcome
      expect(Math.abs(whole.limit! - whole.logLikelihood!)).toBeLessThan(1e-6)
      const half = runTraced(prepared, { seed, acceleration, pauseAfter: Math.floor(whole.iterations * 0.7) })
      const short = whole.logLikelihood! - half.outcome.logLikelihood!
      expect(Math.abs(half.outcome.limit! - whole.logLikelihood!)).toBeLessThan(Math.max(short, 1e-4))
    }
    expect(runTraced(prepared, { acceleration, pauseAfter: 1 }).outcome.limit).toBeNull()
  })
})
