import { describe, expect, it } from 'vitest'
import { dialectOf } from './dialect-options.ts'

describe('how a file is to be read', () => {
  it('is sniffed where nothing is said', () => {
    expect(dialectOf({})).toEqual({})
  })

  it('is said by marks or by their names', () => {
    const named = { delimiter: 'tab', quote: 'single', thousands: 'apostrophe', comment: 'none' }
    expect(dialectOf(named)).toEqual({ delimiter: '\t', quote: "'", thousands: "'", comment: '' })
    const marks = { delimiter: ';', quote: '"', decimal: ',', thousands: '.', comment: '//' }
    expect(dialectOf(marks)).toEqual(marks)
    expect(dialectOf({ quote: 'none', thousands: 'none' })).toEqual({ quote: '', thousands: '' })
  })

  it('has a list of texts that mean “no value”, in place of the usual ones', () => {
    expect(dialectOf({ na: 'NA, -999,missing' })).toEqual({ missing: ['NA', '-999', 'missing'] })
    expect(dialectOf({ na: '' })).toEqual({ missing: [''] })
  })

  it('has lines above the table, and a header or none', () => {
    expect(dialectOf({ skip: '3', header: 'no' })).toEqual({ skip: 3, header: false })
  })

  it.each([
    [{ delimiter: 'x' }, /--delimiter must be/],
    [{ quote: 'x' }, /--quote must be double, single or none, not “x”/],
    [{ thousands: 'x' }, /--thousands must be/],
    [{ skip: '-1' }, /--skip must be a whole number/],
    [{ comment: '#####' }, /--comment must be what a comment begins with/],
    [{ decimal: ',', thousands: ',' }, /cannot be the same mark/],
  ])('is refused in words: %j', (values, message) => {
    expect(() => dialectOf(values)).toThrowError(message)
  })
})
