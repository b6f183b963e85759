import { describe, expect, it } from 'vitest'
import { restartView } from '../../stores/fake-engine.ts'
import { canContinue, isOnPlateau, tighterTolerance } from './continuing.ts'

describe('going on with a restart', () => {
  it('takes one that has ended with a model', () => {
    expect(canContinue(restartView(0))).toBe(true)
    expect(canContinue(restartView(0, { state: 'iteration-limit' }))).toBe(true)
    expect(canContinue(restartView(0, { state: 'dropped' }))).toBe(true)
    expect(canContinue(restartView(0, { state: 'collapsed' }))).toBe(false)
    expect(canContinue(restartView(0, { state: 'running' }))).toBe(false)
    expect(canContinue(restartView(0, { state: 'stopped', logLikelihood: null }))).toBe(false)
  })

  it('is worth it on a plateau, with a tolerance a hundred times tighter', () => {
    expect(isOnPlateau(restartView(0))).toBe(false)
    expect(isOnPlateau(restartView(0, { warnings: [{ code: 'plateau', message: 'It stopped.' }] }))).toBe(
      true,
    )
    expect(tighterTolerance(1e-7)).toBe('1e-9')
    expect(tighterTolerance(3e-4)).toBe('0.000003')
  })
})
