import { describe, expect, it } from 'vitest'
import { settingsOf } from '../fixtures/bench.ts'
import { estimateSeconds, trialCells } from './estimate.ts'

const pilot = { rows: 100, iterations: 20, seconds: 0.02, ended: true }
const trial = { covariance: 'VVV' as const, components: 2, pilot }

describe('how long a fit takes', () => {
  it('is in proportion to rows and restarts, shared by the threads', () => {
    const settings = settingsOf({ restarts: 10 })
    const seconds = estimateSeconds(settings, [trial], 1000, 2)
    expect(seconds?.low).toBeCloseTo((0.5 * 0.02 * 10 * 10) / 2)
    expect(seconds?.high).toBeCloseTo((2.5 * 0.02 * 10 * 10) / 2)
  })

  it('is not shared by more threads than there are restarts', () => {
    const settings = settingsOf({ restarts: 1 })
    expect(estimateSeconds(settings, [trial], 100, 16)).toEqual(estimateSeconds(settings, [trial], 100, 1))
  })

  it('counts refinements, and less of a race', () => {
    const plain = estimateSeconds(settingsOf(), [trial], 100, 1)!
    const refined = estimateSeconds(settingsOf({ refinements: 10 }), [trial], 100, 1)!
    const race = estimateSeconds(settingsOf({ strategy: 'race' }), [trial], 100, 1)!
    expect(refined.high).toBeGreaterThan(plain.high)
    expect(race.low).toBeLessThan(plain.low)
  })

  it('is bounded by the iteration limit', () => {
    const settings = settingsOf({ restarts: 1, maxIterations: 5 })
    expect(estimateSeconds(settings, [trial], 100, 1)?.high).toBeCloseTo(5 * 0.001)
  })

  it('is wide where the trial was cut short', () => {
    const cut = { ...trial, pilot: { ...pilot, ended: false } }
    const seconds = estimateSeconds(settingsOf({ restarts: 1 }), [cut], 100, 1)!
    expect(seconds.high / seconds.low).toBeCloseTo(25)
  })

  it('falls with fewer components as the trials show', () => {
    const settings = settingsOf({ components: { from: 1, to: 4 }, restarts: 1 })
    const trials = [
      { ...trial, components: 4, pilot: { ...pilot, seconds: 0.16 } },
      { ...trial, components: 1, pilot: { ...pilot, seconds: 0.01 } },
    ]
    expect(trialCells(settings)).toMatchObject([{ components: 4 }, { components: 1 }])
    const seconds = estimateSeconds(settings, trials, 100, 1)!
    expect(seconds.low).toBeCloseTo(0.5 * 0.01 * (1 + 4 + 9 + 16))
  })

  it('is not known without a trial', () => {
    expect(estimateSeconds(settingsOf(), [], 100, 1)).toBeNull()
  })
})
