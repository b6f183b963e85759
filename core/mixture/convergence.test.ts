import { describe, expect, it } from 'vitest'
import { createConvergence } from './convergence.ts'

describe('convergence', () => {
  it('waits until what is still to gain is below the tolerance, not until one step is small', () => {
    const convergence = createConvergence(1e-6, 1)
    const rate = 0.999
    let steps = 0
    let gained = -100
    while (!convergence.reached(gained, null)) gained = -100 - 0.01 * rate ** ++steps
    expect(0.01 * rate ** steps).toBeLessThan(1.02e-6)
    expect(0.01 * rate ** (steps - 2)).toBeGreaterThan(0.98e-6)
  })

  it('ends after two changes that are mere rounding, whatever their ratio', () => {
    const convergence = createConvergence(1e-300, 1)
    expect([-5, -5, -5].map((value) => convergence.reached(value, null))).toEqual([false, false, true])
  })

  it('does not take a regularised log-likelihood that turns round for a fixed point', () => {
    const convergence = createConvergence(1e-6, 1)
    const turning = [-3, -1, -0.5, -0.4999999, -0.4999999, -0.6]
    expect(turning.map((value) => convergence.reached(value, 1))).not.toContain(true)
  })

  it('ends a falling regularised restart when its steps die away', () => {
    const convergence = createConvergence(1e-6, 1)
    let steps = 0
    while (steps < 500 && !convergence.reached(-100 + 0.1 * 0.5 ** steps, 0.25 ** steps)) steps++
    expect(0.1 * 0.5 ** steps).toBeLessThan(1e-5)
    expect(steps).toBeLessThan(40)
  })
})
