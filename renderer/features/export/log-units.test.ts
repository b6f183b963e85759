import { expect, it } from 'vitest'
import { column } from '../../stores/fake-engine.ts'
import { logUnits } from './log-units.ts'

const columns = [
  column(0, 'income'),
  column(1, 'age'),
  column(2, 'log(income)', { derived: { of: 0, transform: 'log', removed: false } }),
]

it('a log-likelihood of logarithms says in which units it is', () => {
  expect(logUnits([1, 2], columns)).toBe(
    'In the units of log(income): it does not compare with that of a fit on income',
  )
  expect(logUnits([0, 1], columns)).toBeUndefined()
})
