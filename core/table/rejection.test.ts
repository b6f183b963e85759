import { expect, test } from 'vitest'
import { whyNoNumber } from './rejection.ts'

test.each([
  ['Infinity', 'infinite'],
  ['-inf', 'infinite'],
  ['+INF', 'infinite'],
  ['∞', 'infinite'],
  ['\u00e2\u0088\u009e', 'infinite'],
  ['1.#INF', 'infinite'],
  ['0x1F', 'hexadecimal'],
  ['-0Xff', 'hexadecimal'],
  ['0xyz', 'text'],
  ['2024-01-31', 'date'],
  ['31.1.2024', 'date'],
  ['yes', 'boolean'],
  ['F', 'boolean'],
  ['info', 'text'],
  ['about 5', 'text'],
  [`2024-01-31 ${'x'.repeat(100)}`, 'text'],
])('%j is %s', (cell, reason) => expect(whyNoNumber(cell)).toBe(reason))
