import { describe, expect, test } from 'vitest'
import { addEvidence, noEvidence } from './evidence.ts'
import { contradictions, decideFormats, hasMarks, readsOtherwise } from './number-format.ts'
import { readings } from './reading.ts'
import type { Evidence } from './types.ts'

function evidence(cells: string[]): Evidence {
  const all = noEvidence()
  for (const cell of cells) addEvidence(all, readings(cell)!)
  return all
}

function decide(columns: string[][], { delimiter = ',', choice = {} } = {}) {
  return decideFormats(
    columns.map((cells) => ({ evidence: evidence(cells), numbers: cells.length, choice })),
    delimiter,
    '.',
  ).map(({ decimal, thousands, ambiguous }) => `${decimal}${thousands}${ambiguous ? '?' : ''}`)
}

describe('the cells of the column go before all else', () => {
  test.each([
    [['0,435', '1,234'], ','],
    [['12,5', '1.234,5'], ',.'],
    [['1,234,567', '1,234'], '.,'],
    [['1.234.567', '1.234'], ',.'],
    [['1 234', '5,5'], ', '],
    [["1'234", '5.5'], ".'"],
    [['12.5', '1,234'], '.,'],
    [['1.5', '2.5', '3,5'], '.'],
    [['1,5', '2,5', '3.5'], ','],
    [['1 234', '1 234', '1,234.5'], '. '],
    [['12', '13'], '.'],
  ])('%j is %s', (cells, format) => expect(decide([cells])).toEqual([format]))
})

describe('where they leave it open, the other columns and then custom decide, and it is ambiguous', () => {
  test.each([
    [[['1,234'], ['0,5']], ',', [',?', ',']],
    [[['1,234'], ['0.5']], ';', ['.,?', '.']],
    [[['1.234'], ['0,5']], ';', [',.?', ',']],
    [[['1,234'], ['0.5'], ['0,5']], ';', [',?', '.', ',']],
    [[['1,234'], ['7']], ';', [',?', '.']],
    [[['1,234'], ['7']], ',', ['.,?', '.']],
    [[['1,234'], ['7']], '\t', ['.,?', '.']],
    [[['1.234'], ['7']], ';', ['.?', '.']],
    [[['1.234', '1,234']], ',', ['.,?']],
    [[['1.234'], ['0,5']], ',', [',.?', ',']],
    [[['1.234', '25'], ['7']], ',', ['.?', '.']],
    [[['1.234', '25'], ['0.5']], ';', ['.?', '.']],
  ] as const)('%j between %j are %j', (columns, delimiter, formats) => {
    expect(
      decide(
        columns.map((cells) => [...cells]),
        { delimiter },
      ),
    ).toEqual(formats)
  })
})

describe('a point before three digits in every cell is a decimal mark and nothing else', () => {
  test.each([
    ['between commas', [['1.234'], ['7']], ',', ['.', '.']],
    ['where other columns have decimal points', [['1.234'], ['0.5']], ';', ['.', '.']],
  ] as const)('%s', (_, columns, delimiter, formats) => {
    expect(
      decide(
        columns.map((cells) => [...cells]),
        { delimiter },
      ),
    ).toEqual(formats)
  })
})

describe('what was chosen stands, and what it implies is not ambiguous', () => {
  test.each([
    [['1,234'], { decimal: ',' }, ','],
    [['1,234'], { decimal: '.' }, '.,'],
    [['1,234'], { thousands: ',' }, '.,'],
    [['1.234'], { thousands: '.' }, ',.'],
    [['1,234'], { thousands: '' }, ','],
    [['1.234'], { thousands: '' }, '.'],
    [['1,234'], { thousands: ' ' }, ', '],
    [['1.5'], { decimal: ',' }, ','],
    [['1,234.5'], { decimal: '.', thousands: '' }, '.'],
    [['1,234'], { decimal: ',', thousands: ',' }, ','],
  ] as const)('%j with %j is %s', (cells, choice, format) => {
    expect(decide([[...cells]], { choice })).toEqual([format])
  })
})

test('cells in another format than the decided one are counted', () => {
  const all = evidence(['1,234,567', '12.5', '0,5', '1 234', '1,234', '1.234', '77'])
  expect(contradictions(all, { decimal: '.', thousands: ',' })).toBe(2)
  expect(contradictions(all, { decimal: ',', thousands: '' })).toBe(4)
  expect(contradictions(all, { decimal: ',', thousands: '.' })).toBe(3)
})

test('a column is to be read again where a cell would get another value', () => {
  expect(readsOtherwise(evidence(['1,234.5']), { decimal: '.', thousands: ',' }, ',')).toBe(false)
  expect(readsOtherwise(evidence(['1,234']), { decimal: '.', thousands: ',' }, ',')).toBe(true)
  expect(readsOtherwise(evidence(['1,234']), { decimal: ',', thousands: '' }, ',')).toBe(false)
  expect(readsOtherwise(evidence(['1,5', '1.5', '2.5']), { decimal: '.', thousands: '' }, '.')).toBe(true)
})

test('digits alone are no evidence of marks', () => {
  expect(hasMarks(evidence(['1', '-23', '1e5']))).toBe(false)
  expect(['1.5', '1,234', "1'234", '1,5'].every((cell) => hasMarks(evidence([cell])))).toBe(true)
})
