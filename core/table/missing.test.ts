import { expect, test } from 'vitest'
import { isMissing, missingTexts } from './missing.ts'

test.each(['', '  ', 'NA', 'na', 'N/A', '#N/A', 'NaN', 'nan', 'NULL', 'null', '?', '-', '.', ' NA '])(
  '%j is missing',
  (cell) => expect(isMissing(cell)).toBe(true),
)

test.each(['0', 'none', 'nation', '--', 'n', '-1'])('%j is a value', (cell) =>
  expect(isMissing(cell)).toBe(false),
)

test('the texts can be others, in any case, and in the bytes of their characters', () => {
  const { has } = missingTexts(['n.d.', '–', 'Ähnlich'])
  expect(
    ['N.D.', ' n.d. ', '', '–', '\u00e2\u0080\u0093', '\u0096', 'ÄHNLICH', '\u00c3\u0084hnlich'].every(has),
  ).toBe(true)
  expect(['NA', '-', 'n.d', '\u00e2\u0080\u0094'].some(has)).toBe(false)
})

test('blanks of any kind alone are no value', () => {
  expect(isMissing('\u00a0')).toBe(true)
  expect(isMissing('\u00c2\u00a0')).toBe(true)
})

test('numbers among them are told, so that every number is compared with them', () => {
  expect(missingTexts(['-999']).plain).toBe(true)
  expect(missingTexts(['1,5']).plain).toBe(true)
  expect(missingTexts(['-', 'x9', '.']).plain).toBe(false)
})
