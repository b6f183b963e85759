import { describe, expect, it } from 'vitest'
import type { Reject } from '../../../contract/views.ts'
import { writeNumbersIn } from '../../../contract/words/numerals.ts'
import { column } from '../../stores/fake-engine.ts'
import { previewCell, previewRows, rejectedRows, runsOf, showsEveryReject } from './preview-rows.ts'

const reject = (row: number, rest: Partial<Reject> = {}): Reject => ({
  row,
  line: row + 2,
  text: 'x',
  reason: 'text',
  ...rest,
})

describe('the rows with rejected cells', () => {
  it('are those of every column, in the file’s order, each once', () => {
    const columns = [
      column(0, 'a', { rejects: [reject(7), reject(9)] }),
      column(1, 'b', { rejects: [reject(2), reject(7)] }),
      column(2, 'c'),
    ]
    expect(rejectedRows(columns, 50)).toEqual([2, 7, 9])
  })

  it('begin with the first of every column where there are too many', () => {
    const columns = [
      column(0, 'a', { rejects: [reject(1), reject(2), reject(3)] }),
      column(1, 'b', { rejects: [reject(90), reject(91)] }),
    ]
    expect(rejectedRows(columns, 3)).toEqual([1, 2, 90])
  })

  it('are known to be all of them, or not', () => {
    const two = column(0, 'a', { rejected: 2, rejects: [reject(1), reject(2)] })
    expect(showsEveryReject([two], [1, 2])).toBe(true)
    expect(showsEveryReject([two], [1])).toBe(false)
    expect(showsEveryReject([{ ...two, rejected: 30 }], [1, 2])).toBe(false)
  })

  it('are none where there are none', () => {
    expect(rejectedRows([column(0, 'a')], 50)).toEqual([])
  })
})

it('rows near each other are read in one go', () => {
  expect(runsOf([2, 7, 9, 100, 101, 5000], 10)).toEqual([
    { from: 2, count: 8 },
    { from: 100, count: 2 },
    { from: 5000, count: 1 },
  ])
  expect(runsOf([], 10)).toEqual([])
})

describe('a cell of the preview', () => {
  const [row, second] = previewRows({
    from: 4,
    cells: [
      ['1.234,5', ' NA ', 'Anna', '12.3.2020'],
      ['-3', '', '', '0x1F'],
    ],
    values: Float64Array.of(1234.5, NaN, NaN, NaN, -3, NaN, NaN, NaN),
    lines: Float64Array.of(6, 8),
  })
  const missing = new Set(['', 'na'])
  const name = column(2, 'name', { type: 'text', min: null })

  it('shows the number beside what the file writes', () => {
    expect(previewCell(column(0, 'x'), row, missing)).toMatchObject({ raw: '1.234,5', value: '1234.5' })
    expect(previewCell(column(0, 'x'), second, missing)).toMatchObject({ value: '−3', look: 'number' })
    expect([row.row, row.line, second.row, second.line]).toEqual([4, 6, 5, 8])
  })

  it('writes the number with the decimal mark of the language, and with an exponent where it is long', () => {
    const shown = (value: number) =>
      previewCell(column(0, 'x'), { ...row, values: Float64Array.of(value) }, missing).value
    writeNumbersIn('de-DE')
    expect([1234.5, -0.25, 31405000000000, 0.1 + 0.2].map(shown)).toEqual([
      '1234,5',
      '−0,25',
      '3,1405e13',
      '0,30000000000000004',
    ])
    writeNumbersIn('en-GB')
  })

  it('tells a missing value from one that was rejected, and says why it was', () => {
    expect(previewCell(column(1, 'y'), row, missing).look).toBe('missing')
    expect(previewCell(column(1, 'y'), second, missing).look).toBe('missing')
    const dated = column(3, 'z', { rejects: [reject(4, { reason: 'date' })] })
    expect(previewCell(dated, row, missing)).toMatchObject({ look: 'rejected', reason: 'date' })
  })

  it('rejects nothing in a column that holds no numbers', () => {
    expect(previewCell(name, row, missing)).toMatchObject({ raw: 'Anna', value: '', look: 'text' })
    expect(previewCell(name, second, missing).look).toBe('missing')
  })
})
