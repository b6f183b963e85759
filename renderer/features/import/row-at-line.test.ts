import { expect, it, vi } from 'vitest'
import { rowAtLine } from './row-at-line.ts'

/** A line above the table, a header, and a cell of three lines in the third row. */
const LINES = [3, 4, 5, 8, 9]
const lineOf = (row: number) => Promise.resolve(LINES[row] ?? 0)

it.each([
  [3, 0],
  [5, 2],
  [7, 2],
  [8, 3],
  [9, 4],
  [99, 4],
  [1, 0],
])('line %i is in row %i', async (line, row) => {
  expect(await rowAtLine(line, LINES.length, lineOf)).toBe(row)
})

it('a million rows are halved, not walked', async () => {
  const asked = vi.fn((row: number) => Promise.resolve(row + 2))
  expect(await rowAtLine(777_777, 1_000_000, asked)).toBe(777_775)
  expect(asked.mock.calls.length).toBeLessThan(21)
})
