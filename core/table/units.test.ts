import { expect, test } from 'vitest'
import { UNIT_PATTERN, unitName, usualUnit } from './units.ts'

test('a unit has one name however its letters are written', () => {
  expect(['eur', 'EUR', 'KR.', 'zł', '%'].map(unitName)).toEqual(['EUR', 'EUR', 'kr.', 'zł', '%'])
})

test('longer units are matched before those they begin with', () => {
  const pattern = new RegExp(`^(?:${UNIT_PATTERN})$`, 'i')
  expect(['US$', '$', 'kr.', 'kr', 'Fr.'].every((unit) => pattern.test(unit))).toBe(true)
  expect(['$$', 'krx', 'Frs', 'm', 'kg'].some((unit) => pattern.test(unit))).toBe(false)
})

test('the usual unit is the one of most cells', () => {
  expect(
    usualUnit(
      new Map([
        ['€', 1],
        ['%', 3],
        ['$', 2],
      ]),
    ),
  ).toBe('%')
  expect(usualUnit(new Map())).toBe('')
})
