import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTokeniser, type TextFault } from './tokeniser.ts'

interface Cut {
  rows: string[][]
  comments: [line: number, slice: string][]
  slices: string[]
  lines: number[]
  blanks: [line: number, slice: string][]
  faults: TextFault[]
}

function cut(
  text: string,
  { piece = text.length || 1, delimiter = ',', quote = '"', comment = '', longestRow = 1 << 25 } = {},
): Cut {
  const result: Cut = { rows: [], comments: [], slices: [], lines: [], blanks: [], faults: [] }
  const tokeniser = createTokeniser({
    delimiter,
    quote,
    comment,
    onRow(cells, start, end, line) {
      result.rows.push(cells)
      result.slices.push(text.slice(start, end))
      result.lines.push(line)
    },
    onBlankLine: (start, end, line) => result.blanks.push([line, text.slice(start, end)]),
    onComment: (start, end, line) => result.comments.push([line, text.slice(start, end)]),
    longestRow,
    onFault: (fault) => result.faults.push(fault),
  })
  for (let from = 0; from < text.length; from += piece) tokeniser.push(text.slice(from, from + piece))
  tokeniser.end()
  return result
}

test.each(['\n', '\r\n', '\r'])('rows that end with %j are cut, with and without a last line end', (end) => {
  for (const tail of ['', end]) {
    const { rows, slices, lines } = cut(`a,b${end}1,2${end}3,4${tail}`)
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ])
    expect(slices).toEqual(['a,b', '1,2', '3,4'])
    expect(lines).toEqual([1, 2, 3])
  }
})

test('line ends of all kinds in one file are told apart', () => {
  const { rows, slices, lines } = cut('a,b\r\n1,2\n3,4\r5,6\r\n\r\n7,8')
  expect(rows).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
    ['5', '6'],
    ['7', '8'],
  ])
  expect(slices).toEqual(['a,b', '1,2', '3,4', '5,6', '7,8'])
  expect(lines).toEqual([1, 2, 3, 4, 6])
})

test('line ends inside quotes belong to the cell and count as lines', () => {
  const { rows, slices, lines } = cut('a,"x\r\ny"\r\n"p\nq","r\rs"\r\nlast,1\r\n')
  expect(rows).toEqual([
    ['a', 'x\r\ny'],
    ['p\nq', 'r\rs'],
    ['last', '1'],
  ])
  expect(slices).toEqual(['a,"x\r\ny"', '"p\nq","r\rs"', 'last,1'])
  expect(lines).toEqual([1, 3, 6])
})

test('blank lines are no rows, a quoted empty cell is one', () => {
  const { rows, lines } = cut('a\n\n  \n1\n""\n\n2\n')
  expect(rows).toEqual([['a'], ['1'], [''], ['2']])
  expect(lines).toEqual([1, 4, 5, 7])
})

test.each(['\n', '\r\n', '\r'])(
  'blank lines that end with %j are told with their lines and places',
  (end) => {
    for (const piece of [100, 1]) {
      const { blanks, lines } = cut(['a', '', ' \t', '"1', '', '2"', '', '3'].join(end), { piece })
      expect(blanks).toEqual([
        [2, ''],
        [3, ' \t'],
        [7, ''],
      ])
      expect(lines).toEqual([1, 4, 8])
    }
  },
)

test('a row of empty cells is a row', () => {
  expect(cut('a\tb\n\t\n1\t2', { delimiter: '\t' }).rows).toEqual([
    ['a', 'b'],
    ['', ''],
    ['1', '2'],
  ])
})

test('a line of blanks is blank between blank-delimited rows too', () => {
  expect(cut('a b\n   \n1 2', { delimiter: ' ' }).rows).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
})

test('a run of blanks is one delimiter, and blanks around a row are none', () => {
  const { rows, slices } = cut('   x    y\n 1.5  22\n10.25   3 \n', { delimiter: ' ' })
  expect(rows).toEqual([
    ['x', 'y'],
    ['1.5', '22'],
    ['10.25', '3'],
  ])
  expect(slices).toEqual(['   x    y', ' 1.5  22', '10.25   3 '])
})

test('quotes between blanks hold blanks, doubled quotes and empty cells', () => {
  const rows = ['"a b"  ""  1', ' "say ""hi  you"""   "" 2', '""   "x\n y" 3', '"p"  "q" 4']
  for (const piece of [100, 7])
    expect(cut(rows.join('\r\n'), { delimiter: ' ', piece }).rows).toEqual([
      ['a b', '', '1'],
      ['say "hi  you"', '', '2'],
      ['', 'x\n y', '3'],
      ['p', 'q', '4'],
    ])
})

test('line ends inside quotes between blanks stay as they are written where rows end otherwise', () => {
  expect(cut('"x\r\ny" 1\r"x\ny" 2\r', { delimiter: ' ' }).rows).toEqual([
    ['x\r\ny', '1'],
    ['x\ny', '2'],
  ])
})

test('an unclosed quote is told with the line where it opens', () => {
  const { faults } = cut('a,b\n1,"x\ny"\n3,"open\n5,6\n7,8\n', { piece: 4 })
  expect(faults).toEqual([{ kind: 'unclosed-quote', line: 4 }])
})

test('a line beyond all measure is told as such, and a quote is blamed only where one is open', () => {
  const long = '1,'.repeat(30)
  const options = { piece: 50, longestRow: 40 }
  expect(cut(`a,b\n${long}`, options).faults[0]).toEqual({ kind: 'long-line', line: 2 })
  expect(cut(`a,b\n5" x,${long}`, options).faults[0]).toEqual({ kind: 'long-line', line: 2 })
  expect(cut(`a,b\n"1,\n${long}`, options).faults[0]).toEqual({ kind: 'unclosed-quote', line: 2 })
})

test('a quote that is not doubled is told with its line and read on', () => {
  const { rows, faults } = cut('a,b\n1,"5" pipe"\n2,3\n')
  expect(faults).toEqual([{ kind: 'malformed-quote', line: 2 }])
  expect(rows).toEqual([
    ['a', 'b'],
    ['1', '5" pipe'],
    ['2', '3'],
  ])
})

test.each(['\n', '\r\n', '\r'])(
  'comments that end with %j are no rows and keep lines and places exact',
  (end) => {
    const text = ['# a "note', 'a,b', '#', '1,"2', '#3"', '# x', '', '4,5', '# last, "one'].join(end)
    for (const tail of ['', end]) {
      for (const piece of [100, 5, 1]) {
        const { rows, slices, lines, comments, blanks, faults } = cut(text + tail, { comment: '#', piece })
        expect(rows).toEqual([
          ['a', 'b'],
          ['1', `2${end}#3`],
          ['4', '5'],
        ])
        expect(slices).toEqual(['a,b', `1,"2${end}#3"`, '4,5'])
        expect(lines).toEqual([2, 4, 8])
        expect(comments).toEqual([
          [1, '# a "note'],
          [3, '#'],
          [6, '# x'],
          [9, '# last, "one'],
        ])
        expect(blanks).toEqual([[7, '']])
        expect(faults).toEqual([])
      }
    }
  },
)

test('comments among line ends of all kinds are told apart', () => {
  const { rows, slices, lines, comments } = cut('%x\r\na,b\n%y\r\n\r\n1,2\r%z\n3,4', { comment: '%' })
  expect(rows).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
  ])
  expect(slices).toEqual(['a,b', '1,2', '3,4'])
  expect(lines).toEqual([2, 5, 7])
  expect(comments.map(([line]) => line)).toEqual([1, 3, 6])
})

test('more comments than a row may be long are passed by', () => {
  const { rows, comments, faults } = cut(`a,b\n${'# note\n'.repeat(50)}1,2\n`, {
    comment: '#',
    piece: 10,
    longestRow: 40,
  })
  expect(comments).toHaveLength(50)
  expect(rows).toHaveLength(2)
  expect(faults).toEqual([])
})

test('cells can be quoted by apostrophes, or by nothing', () => {
  expect(cut("'a,b','it''s'\n\"c,d\n", { quote: "'" }).rows).toEqual([
    ['a,b', "it's"],
    ['"c', 'd'],
  ])
  for (const piece of [100, 3]) {
    const { rows, slices, faults } = cut('"a,b\r\n""1,2"\r\n', { quote: '', piece })
    expect(rows).toEqual([
      ['"a', 'b'],
      ['""1', '2"'],
    ])
    expect(slices).toEqual(['"a,b', '""1,2"'])
    expect(faults).toEqual([])
  }
  expect(cut('"a  b"\n', { quote: '', delimiter: ' ' }).rows).toEqual([['"a', 'b"']])
})

test('a quote that is closed below many rows is told with the line where it opens', () => {
  const rows = Array.from({ length: 20 }, (_, i) => `${i},${i * i}\n`).join('')
  const { faults } = cut(`a,b\n1,2\n3,"open\n${rows}5,6"\n7,8\n`, { piece: 9 })
  expect(faults).toEqual([{ kind: 'swallowing-quote', line: 3 }])
})

test('text of many lines in a cell is no table', () => {
  const text = 'Dear all,\nthere were 3 of them, and then 4.\nNone, to be sure,\nwas ours.\n'.repeat(9)
  expect(cut(`a,b\n1,"${text}"\n`).faults).toEqual([])
})

const cell = fc.string({
  unit: fc.constantFrom('a', '1', '.', ' ', ',', ';', '"', '\n', '\r', 'é'),
  maxLength: 6,
})
const table = fc
  .integer({ min: 2, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  )

test('any table, written with any line ends and read in pieces of any size, comes back', () => {
  fc.assert(
    fc.property(
      table,
      fc.infiniteStream(fc.constantFrom('\n', '\r', '\r\n', '\n\n', '\r\n\r\n')),
      fc.infiniteStream(fc.boolean()),
      fc.integer({ min: 1, max: 30 }),
      (rows, ends, quoting, piece) => {
        const write = (text: string) =>
          /[",\r\n]/.test(text) || quoting.next().value ? `"${text.replaceAll('"', '""')}"` : text
        const written = rows.map((row) => row.map(write).join(','))
        const text = written.map((row) => row + ends.next().value).join('')
        const whole = cut(text, { piece })
        expect(whole.rows).toEqual(rows)
        expect(whole.slices).toEqual(written)
        expect(whole.faults).toEqual([])
        expect(whole.lines).toEqual(cut(text).lines)
      },
    ),
    { numRuns: 500 },
  )
})

test('rows that somebody else has cut move the places and lines of those behind them', () => {
  const rows: [number, number, number][] = []
  const tokeniser = createTokeniser({
    delimiter: ',',
    quote: '"',
    onRow: (_, start, end, line) => rows.push([start, end, line]),
    onBlankLine: () => undefined,
    onFault: () => undefined,
  })
  tokeniser.push('1,"2')
  expect(tokeniser.held).toBe(4)
  tokeniser.push('\n3"\n')
  expect(tokeniser.held).toBe(0)
  tokeniser.pass(100, 10, 2)
  tokeniser.push('5,6\n')
  expect(rows).toEqual([
    [0, 7, 1],
    [108, 111, 13],
  ])
})
