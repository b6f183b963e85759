import { expect, test } from 'vitest'
import { isMissing } from './missing.ts'

test.each(['', '  ', 'NA', 'na', 'N/A', '#N/A', 'NaN', 'nan', 'NULL', 'null', '?', '-', '.', ' NA '])(
  '%j is missing',
  (cell) => expect(isMissing(cell)).toBe(true),
)

test.each(['0', 'none', 'nation', '--', 'n', '-1'])('%j is a value', (cell) =>
  expect(isMissing(cell)).toBe(false),
)
