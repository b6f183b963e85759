import { describe, expect, it } from 'vitest'
import { planParameters } from './parameters-plan.ts'

const columns = (count: number) => Array.from({ length: count }, (_, j) => `x${j + 1}`)

describe('a table of parameters', () => {
  it('lists every component with its covariances where they are few, in the order of their numbers', () => {
    expect(planParameters([2, 0, 1], columns(4), 0)).toEqual({
      components: [2, 0, 1],
      choices: [],
      covariances: true,
    })
  })

  it('of many components lists the one that is chosen', () => {
    const order = Array.from({ length: 50 }, (_, k) => 49 - k)
    const { components, choices, covariances } = planParameters(order, columns(10), 3)
    expect(components).toEqual([46])
    expect(choices).toEqual(order)
    expect(covariances).toBe(true)
  })

  it('of many columns has no covariances', () => {
    expect(planParameters([0], columns(200), 0)).toEqual({ components: [0], choices: [], covariances: false })
    expect(planParameters([0, 1, 2], columns(200), 0)).toMatchObject({ components: [0], covariances: false })
  })
})
