import { expect, test } from 'vitest'
import { countBlankLines } from './left-out.ts'

test('blank lines count where rows stand before and behind them', () => {
  const lines = countBlankLines()
  lines.see(1, 0)
  lines.see(4, 1)
  lines.see(5, 1)
  lines.see(9, 4)
  lines.see(11, 5)
  lines.see(12, 5)
  expect(lines.between(5)).toEqual({ count: 3, firstLine: 4 })
})

test('a file without blank lines has none', () => {
  expect(countBlankLines().between(7)).toEqual({ count: 0, firstLine: 0 })
})
