import { describe, expect, it } from 'vitest'
import { column, datasetSummary } from '../stores/fake-engine.ts'
import {
  describeDialect,
  describeLeftOut,
  describeReasons,
  describeRejected,
  formatBytes,
  sampleNumber,
} from './import-words.ts'

describe('what was not taken in', () => {
  it('is counted by reason over all columns, the most frequent first', () => {
    const columns = [
      column(0, 'a', { rejected: 3, rejectedBy: { date: 2, text: 1 } }),
      column(1, 'b', { rejected: 9, rejectedBy: { text: 9 } }),
    ]
    expect(describeRejected({ columns, rejectedCells: 12 })).toBe('12 cells rejected (10 × text, 2 × date)')
    expect(describeReasons({ 'too-large': 1, infinite: 0 })).toBe('1 × too large')
  })

  it('is silent where all was', () => {
    expect(describeRejected({ columns: [column(0, 'a')], rejectedCells: 0 })).toBe('')
    expect(describeLeftOut(datasetSummary())).toEqual([])
  })

  it('names the lines that are no rows', () => {
    const { dialect } = datasetSummary()
    const left = describeLeftOut({ commentLines: 3, blankLines: 1, dialect: { ...dialect, skip: 2 } })
    expect(left).toEqual(['2 lines above the table', '3 comment lines', '1 blank line'])
  })
})

it('says in a line how a file was read', () => {
  const { dialect } = datasetSummary()
  expect(describeDialect(dialect)).toBe('UTF-8 · comma · decimal point · header')
  expect(describeDialect({ ...dialect, delimiter: ';', decimal: ',', thousands: '.', header: false })).toBe(
    'UTF-8 · semicolon · decimal comma · thousands point · no header',
  )
})

it('shows a format by a number written that way', () => {
  expect(sampleNumber({ decimal: ',', thousands: '.', unit: '€' })).toBe('1.234,5 €')
  expect(sampleNumber({ decimal: '.', thousands: '', unit: '' })).toBe('1234.5')
})

it.each([
  [812, '812 bytes'],
  [70_400_000, '70.4 MB'],
  [1_234_000_000, '1.2 GB'],
  [456_700, '457 KB'],
])('%d bytes are written %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})
