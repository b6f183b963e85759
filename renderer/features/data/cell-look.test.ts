import { describe, expect, it } from 'vitest'
import { lookOf } from './cell-look.ts'

describe('a cell of the table', () => {
  it('says that it is missing, and not by colour alone', () => {
    expect(lookOf('', 'numeric')).toMatchObject({ text: 'missing', look: ['number', 'missing'] })
    expect(lookOf('  ', 'text')).toMatchObject({ text: 'missing', look: ['missing'] })
  })

  it('keeps the word that the file uses for missing', () => {
    expect(lookOf('NA', 'numeric')).toMatchObject({ text: 'NA', look: ['number', 'missing'] })
    expect(lookOf('NA', 'text').look).toEqual([])
  })

  it('shows a value exactly as the file writes it', () => {
    expect(lookOf('1.50', 'numeric')).toMatchObject({ text: '1.50', look: ['number'] })
  })

  it('is a placeholder until it has come', () => {
    expect(lookOf(null, 'numeric').look).toEqual(['loading'])
  })
})
