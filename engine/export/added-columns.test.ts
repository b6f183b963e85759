import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addedCells, numberCell } from './added-columns.ts'

const half = { name: 'half', of: () => 0.5 }
const comma = { delimiter: ',', decimal: '.', quote: '"' }

describe('a number in a cell', () => {
  it('reads back to the same double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(numberCell(value, comma))).toBe(value === 0 ? 0 : value)
      }),
    )
  })

  it('has the decimal mark of the file', () => {
    expect(numberCell(-1.5e-7, { delimiter: ';', decimal: ',', quote: '"' })).toBe('-1,5e-7')
  })

  it('is quoted where that mark is also the delimiter', () => {
    expect(numberCell(0.5, { delimiter: ',', decimal: ',', quote: '"' })).toBe('"0,5"')
  })
})

describe('the cells behind a row', () => {
  const labelling = {
    labels: Uint8Array.of(1, 255),
    uncertainty: Float64Array.of(0.25, NaN),
    logDensity: Float64Array.of(-3, NaN),
    posteriors: Float64Array.of(0.25, 0.75, NaN, NaN),
    noise: null,
  }

  it('are cluster from 1, uncertainty, log-density and posteriors', () => {
    expect(addedCells(labelling, 0, 2, [], 0, 0, comma)).toBe(',2,0.25,-3,0.25,0.75')
  })

  it('have extra columns before the posteriors where they are wanted', () => {
    expect(addedCells(labelling, 0, 2, [half], 0, 0, comma)).toBe(',2,0.25,-3,0.5,0.25,0.75')
    expect(addedCells(labelling, 1, 2, [half], 1, 0, comma)).toBe(',,,,,,')
  })

  it('are cluster 0 for noise, whose responsibility comes last', () => {
    const stray = { ...labelling, labels: Uint8Array.of(254, 255), noise: Float64Array.of(0.5, NaN) }
    expect(addedCells(stray, 0, 2, [], 0, 0, comma)).toBe(',0,0.25,-3,0.25,0.75,0.5')
    expect(addedCells(stray, 1, 2, [], 1, 0, comma)).toBe(',,,,,,')
  })

  it('are empty for a row that was not used', () => {
    expect(addedCells(labelling, 1, 2, [], 1, 0, comma)).toBe(',,,,,')
  })

  it('come after the cells that the row lacks', () => {
    expect(addedCells({ ...labelling, posteriors: null }, 0, 2, [], 0, 2, comma)).toBe(',,,2,0.25,-3')
  })
})
