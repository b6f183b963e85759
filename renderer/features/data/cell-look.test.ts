import { describe, expect, it } from 'vitest'
import { lookOf } from './cell-look.ts'

const missing = new Set(['', 'na'])

describe('a cell of the table', () => {
  it('says that it is missing, and not by colour alone', () => {
    expect(lookOf('', 'numeric', missing)).toMatchObject({ text: 'missing', look: ['number', 'missing'] })
    expect(lookOf('  ', 'text', missing)).toMatchObject({ text: 'missing', look: ['missing'] })
  })

  it('keeps the word that the file uses for missing', () => {
    expect(lookOf('NA', 'numeric', missing)).toMatchObject({ text: 'NA', look: ['number', 'missing'] })
    expect(lookOf('NA', 'text', missing).look).toEqual([])
  })

  it('shows a value exactly as the file writes it', () => {
    expect(lookOf('1.50', 'numeric', missing)).toMatchObject({ text: '1.50', look: ['number'] })
  })

  it('is a placeholder until it has come', () => {
    expect(lookOf(null, 'numeric', missing).look).toEqual(['loading'])
  })
})
