import { expect, it } from 'vitest'
import { parameterCount } from '../../core/mixture/criteria.ts'
import { COVARIANCE_MODELS as models } from '../../contract/covariance-models.ts'
import { simplestEqual } from '../../contract/equal-models.ts'

const different = (components: number, dimension: number) =>
  new Set(models.map((model) => simplestEqual(model, components, dimension)))

it('of the fourteen models three are different with one component, two with one column, one with one of each', () => {
  expect([...different(1, 3)]).toEqual(['EII', 'EEI', 'EEE'])
  expect([...different(4, 1)]).toEqual(['EII', 'VII'])
  expect([...different(1, 1)]).toEqual(['EII'])
  expect(different(2, 2).size).toBe(14)
})

it('equal models have as many parameters', () => {
  for (const [components, dimension] of [
    [1, 3],
    [4, 1],
    [1, 1],
    [3, 2],
  ] as const)
    for (const model of models) {
      const equal = simplestEqual(model, components, dimension)
      expect(parameterCount(model, components, dimension)).toBe(parameterCount(equal, components, dimension))
    }
})
