import fc from 'fast-check'
import { expect, test } from 'vitest'
import { watchWidths } from './widths.ts'

const cells = (count: number, last = '1') =>
  Array.from({ length: count }, (_, i) => (i < count - 1 ? '1' : last))

function shapeOf(base: number, rows: string[][], header = true) {
  const widths = watchWidths(base)
  rows.forEach((row, i) => {
    if (row.length !== base) widths.add(i, row, i + 2)
  })
  return widths.shape(rows.length, header)
}

test('short rows are those with fewer cells than the widest row, wherever that is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 30 }),
      (base, counts) => {
        const { columns, shortRows } = shapeOf(
          base,
          counts.map((count) => cells(count)),
        )
        expect(columns).toBe(Math.max(base, ...counts))
        const expected = counts.flatMap((count, row) => (count < columns ? [[row, count]] : []))
        expect(Array.from(shortRows.rows, (row, i) => [row, shortRows.cells[i]])).toEqual(expected)
      },
    ),
  )
})

test('one name fewer than cells in nearly every row means that the first column holds row names', () => {
  const rows = [...Array.from({ length: 19 }, () => cells(3)), cells(2)]
  expect(shapeOf(2, rows)).toMatchObject({ rowNames: true, expected: 3, short: 1, long: { count: 0 } })
  expect(shapeOf(2, rows, false).rowNames).toBe(false)
  expect(shapeOf(2, [...rows, cells(2), cells(2)]).rowNames).toBe(false)
})

test('rows that end with a delimiter have no names, though one of them may have a cell too many', () => {
  const rows = [...Array.from({ length: 19 }, () => cells(3, '')), cells(3)]
  expect(shapeOf(2, rows)).toMatchObject({ rowNames: false, long: { count: 20, firstLine: 2, filled: 1 } })
})
