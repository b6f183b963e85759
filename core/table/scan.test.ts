import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY_CELL, TEXT_CELL } from './scan-row.ts'
import { createRowScanner, type RowScanner } from './scan.ts'
import { SHAPE, shapeOf } from './shape.ts'

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

const one = createRowScanner({ delimiter: ';', quote: '"', comment: '', decimals: ['.', ','] })

/** What the scanner makes of two cells, the second with a decimal comma; null where it leaves the row to others. */
function scan(first: string, second = '1', end = '\n') {
  const bytes = bytesOf(`x${first};${second}${end}7`)
  one.load(bytes)
  const next = one.scan(1, bytes.length - 1)
  if (one.rows === 0) return null
  expect(next).toBe(bytes.length - 1)
  expect([one.rowStarts[0], one.rowEnds[0]]).toEqual([one.origin + 1, one.origin + next - end.length])
  return [first, second].map((text, column) => {
    const cell = column * one.capacity
    expect(
      String.fromCharCode(...bytes.subarray(one.starts[cell] - one.origin, one.ends[cell] - one.origin)),
    ).toBe(text)
    return { value: one.values[cell], shape: one.shapes[cell] }
  })
}

/** How many of these rows the scanner takes before one that it leaves to others. */
function taken(scanner: RowScanner, text: string): number {
  scanner.load(bytesOf(text))
  scanner.scan(0, text.length)
  return scanner.rows
}

const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{0,${most}}$`))
const written = fc
  .tuple(
    fc.constantFrom('', '-', '+'),
    fc.constantFrom('', '0', '00'),
    digits(12),
    fc.constantFrom('', '.'),
    digits(12),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant('') },
      fc.tuple(fc.constantFrom('e', 'E', 'e-', 'e+'), digits(3)).map((parts) => parts.join('')),
    ),
  )
  .map((parts) => parts.join(''))
const usual = fc.oneof(
  written,
  fc.double({ noNaN: true }).map(String),
  fc.double({ noNaN: true, min: -1000, max: 1000 }).map((value) => value.toFixed(6)),
  fc.double({ noNaN: true, min: -1, max: 1 }).map(String),
  fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }).map(String),
  fc.constantFrom(
    '.',
    '-',
    '+',
    'e5',
    '1e',
    '1e+',
    '..',
    '1.2.3',
    '1-',
    '0x1F',
    '9007199254740993',
    '1e400',
    '-0',
  ),
)

test('a cell is a plain number as the column takes it, with the nearest double, or is left as text', () => {
  let plain = 0
  fc.assert(
    fc.property(usual, fc.constantFrom('\n', '\r\n'), (text, end) => {
      const cells = scan(text, text.replace('.', ','), end)!
      const expected = shapeOf(text, '.')
      for (const { value, shape } of cells) {
        if (shape === EMPTY_CELL) expect(text).toBe('')
        if (shape < 0) continue
        plain++
        expect(shape).toBe(expected)
        expect(value).toBe(Number(text))
      }
    }),
    { numRuns: 10_000 },
  )
  expect(plain).toBeGreaterThan(5000)
})

test('numbers of up to 15 digits and the 17 that tell doubles apart are never left as text', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1000, max: 1000 }), (value) => {
      fc.pre(Math.abs(value) >= 1e-4)
      for (const text of [String(value), value.toPrecision(15), value.toFixed(9)]) {
        if (/e/.test(text)) continue
        const [{ value: read, shape }] = scan(text)!
        expect(shape).toBeGreaterThanOrEqual(0)
        expect(read).toBe(Number(text))
      }
    }),
    { numRuns: 2000 },
  )
})

test('quotients of 16 to 19 digits are the nearest double, or are left as text where they are near the middle of two', () => {
  let unknown = 0
  const whole = fc.bigInt({ min: 10n ** 15n, max: 10n ** 19n - 1n })
  fc.assert(
    fc.property(whole, fc.integer({ min: 1, max: 18 }), (written, behind) => {
      const digits = String(written).padStart(behind + 1, '0')
      const text = `${digits.slice(0, -behind)}.${digits.slice(-behind)}`
      const [{ value, shape }] = scan(text)!
      if (shape === TEXT_CELL) unknown++
      else expect(value).toBe(Number(text))
    }),
    { numRuns: 10_000 },
  )
  expect(unknown).toBeLessThan(100)
})

test('a quotient in the middle of two doubles is left as text', () => {
  for (const odd of [2n ** 53n + 1n, 2n ** 54n + 2n, 2n ** 55n + 12n]) {
    expect(scan(`${odd}0e-1`)![0].shape).toBe(TEXT_CELL)
    expect(scan(String(odd))![0].value).toBe(Number(odd))
  }
})

test('runs of digits of every length, with a mark at every place, are read or left as text', () => {
  for (let digits = 1; digits < 40; digits++) {
    const run = '9182736455'.repeat(4).slice(0, digits)
    for (let place = 0; place <= digits; place++) {
      for (const sign of ['', '-']) {
        const text = `${sign}${run.slice(0, place)}.${run.slice(place)}`
        const [{ value, shape }] = scan(text)!
        if (shape >= 0) expect([text, value, shape]).toEqual([text, Number(text), shapeOf(text, '.')])
        expect(shape < 0 && digits < 20 && place > 0 && digits - place < 22).toBe(false)
      }
    }
  }
})

test('a whole number that no double holds is marked, and one that a double holds is not', () => {
  expect(scan('9007199254740994')![0].shape & SHAPE.INTEGER_INEXACT).toBe(0)
  expect(scan('9007199254740995.5')![0].shape & SHAPE.INTEGER_INEXACT).toBe(0)
  expect(scan('-90071992547409915')![0]).toMatchObject({ value: -90071992547409920 })
  expect(scan('-90071992547409915')![0].shape & SHAPE.INTEGER_INEXACT).not.toBe(0)
})

test('other cells are text from one delimiter to the next, and those without a character are empty', () => {
  expect(scan('', 'two words')!.map(({ shape }) => shape)).toEqual([EMPTY_CELL, TEXT_CELL])
  expect(scan(' 1', '1 ')!.map(({ shape }) => shape)).toEqual([TEXT_CELL, TEXT_CELL])
  expect(scan('1,5', '1.5')!.map(({ shape }) => shape)).toEqual([TEXT_CELL, TEXT_CELL])
})

test.each(['1', '', '1;2;3', '"1";2', '1;"2"', '1;2"', '1;2\r3', '1;2\r\r'])(
  'a row that is not cut by delimiters and a line end alone is left to others: %j',
  (row) => {
    expect(taken(one, `${row}\n`)).toBe(0)
  },
)

test('comments are left to others', () => {
  const scanner = createRowScanner({ delimiter: ',', quote: '', comment: '#', decimals: ['.', null] })
  expect(taken(scanner, '1,2#"\n1,2\n#1,2\n1,2\n')).toBe(2)
})

test('in a column that wants all cells as text no number is read', () => {
  const scanner = createRowScanner({ delimiter: ',', quote: '', comment: '', decimals: ['.', null] })
  expect(taken(scanner, '1,2\n')).toBe(1)
  expect(scanner.shapes[scanner.capacity]).toBe(TEXT_CELL)
})

test('a mark that ends cells is no decimal mark in them', () => {
  const scanner = createRowScanner({ delimiter: ',', quote: '', comment: '', decimals: [',', ','] })
  expect(taken(scanner, '1,2\n')).toBe(1)
  expect([scanner.values[0], scanner.values[scanner.capacity]]).toEqual([1, 2])
  expect(taken(scanner, '1,2,3\n')).toBe(0)
})

test('of a table of one column only plain numbers are cut, for its blank lines look like rows', () => {
  const scanner = createRowScanner({ delimiter: ',', quote: '"', comment: '', decimals: ['.'] })
  expect(['1', '', ' ', 'word'].map((row) => taken(scanner, `${row}\n`))).toEqual([1, 0, 0, 0])
})

test('rows come in batches, the cells of each column side by side', () => {
  const scanner = createRowScanner({ delimiter: ',', quote: '', comment: '', decimals: ['.', '.'] })
  const text = Array.from({ length: 1000 }, (_, i) => `${i},${-1 - i}\n`).join('')
  scanner.load(bytesOf(text))
  let place = 0
  let row = 0
  while (place < text.length) {
    place = scanner.scan(place, text.length)
    for (let i = 0; i < scanner.rows; i++, row++) {
      expect(text.slice(scanner.rowStarts[i] - scanner.origin, scanner.rowEnds[i] - scanner.origin)).toBe(
        `${row},${-1 - row}`,
      )
      expect(scanner.values[i]).toBe(row)
      expect(scanner.values[scanner.capacity + i]).toBe(-1 - row)
    }
  }
  expect(row).toBe(1000)
  expect(scanner.capacity).toBeLessThan(1000)
})
