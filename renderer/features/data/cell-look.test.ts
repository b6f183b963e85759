import { describe, expect, it } from 'vitest'
import type { ColumnType } from '../../../contract/views.ts'
import { lookOf, rowsOf } from './cell-look.ts'

const missing = new Set(['', 'na'])
const look = (text: string, type: ColumnType, value = NaN) =>
  lookOf({ cells: [text], values: Float64Array.of(value) }, { index: 0, type }, missing)

describe('a cell of the table', () => {
  it('says that it is missing, and not by colour alone', () => {
    expect(look('', 'numeric')).toMatchObject({ text: 'missing', look: ['number', 'missing'] })
    expect(look('  ', 'text')).toMatchObject({ text: 'missing', look: ['missing'] })
  })

  it('keeps the word that the file uses for missing', () => {
    expect(look('NA', 'numeric')).toMatchObject({ text: 'NA', look: ['number', 'missing'] })
    expect(look('NA', 'text').look).toEqual([])
  })

  it('shows a value exactly as the file writes it', () => {
    expect(look('1.50', 'numeric', 1.5)).toMatchObject({ text: '1.50', look: ['number'] })
  })

  it('amid numbers that is none is marked as rejected; a text amid texts is not', () => {
    expect(look('n.d.', 'numeric')).toMatchObject({ text: 'n.d.', look: ['number', 'rejected'] })
    expect(look('n.d.', 'text').look).toEqual([])
  })

  it('finds its value in the row it stands in', () => {
    const rows = rowsOf({
      cells: [
        ['1', 'x'],
        ['2', 'y'],
      ],
      values: Float64Array.of(1, NaN, 2, NaN),
    })
    expect(rows.map(({ values }) => values[0])).toEqual([1, 2])
  })
})
