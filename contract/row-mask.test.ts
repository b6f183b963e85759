import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addRow, countRows, eachRow, hasRow, isMaskOf, noRows } from './row-mask.ts'

const maskOf = (rows: number, chosen: Iterable<number>) => {
  const mask = noRows(rows)
  for (const row of chosen) addRow(mask, row)
  return mask
}
const rowsOf = (mask: Uint8Array) => {
  const rows: number[] = []
  eachRow(mask, (row) => rows.push(row))
  return rows
}

it('a mask gives back the rows that were put in, in rising order, and counts them', () => {
  const subset = fc
    .integer({ min: 1, max: 100 })
    .chain((rows) => fc.tuple(fc.constant(rows), fc.uniqueArray(fc.integer({ min: 0, max: rows - 1 }))))
  fc.assert(
    fc.property(subset, ([rows, chosen]) => {
      const mask = maskOf(rows, chosen)
      expect(rowsOf(mask)).toEqual(chosen.toSorted((a, b) => a - b))
      expect(countRows(mask)).toBe(chosen.length)
      for (let row = 0; row < rows; row++) expect(hasRow(mask, row)).toBe(chosen.includes(row))
      expect(isMaskOf(mask, rows)).toBe(true)
    }),
  )
})

it('a mask of another length, or with bits behind the last row, is none of these rows', () => {
  expect(isMaskOf(noRows(17), 16)).toBe(false)
  expect(isMaskOf(noRows(8), 9)).toBe(false)
  expect(isMaskOf(maskOf(16, [12]), 12)).toBe(false)
  expect(isMaskOf(maskOf(16, [11]), 12)).toBe(true)
  expect(isMaskOf(noRows(0), 0)).toBe(true)
})
