import { lines, numbers, reads, refuses, words } from '../csv-file.ts'

const a = numbers('a', [1.5, 2.5, -3])
const b = numbers('b', [10, 30, 20])

export const ragged = [
  reads(
    'short-rows.csv',
    'rows with too few cells, filled with missing ones',
    lines('a,b,c', '1.5,10,7', '2.5', '-3,20', '4,5,9'),
    [numbers('a', [1.5, 2.5, -3, 4]), numbers('b', [10, null, 20, 5]), numbers('c', [7, null, null, 9])],
    { warnings: [{ code: 'short-rows', count: 2 }] },
  ),
  reads(
    'long-rows.csv',
    'rows with too many cells as columns of their own',
    lines('a,b', '1.5,10', '2.5,30,8', '-3,20'),
    [a, b, numbers('column_3', [null, 8, null], { original: '' })],
    { warnings: [{ code: 'long-rows', line: 3, count: 1 }] },
  ),
  reads(
    'short-and-long-rows.csv',
    'rows with too few and with too many cells',
    lines('a,b', '1.5,10', '2.5', '-3,20,x', '4,5'),
    [numbers('a', [1.5, 2.5, -3, 4]), numbers('b', [10, null, 20, 5]), words('column_3', { missing: 3 })],
    {
      warnings: [
        { code: 'short-rows', count: 1 },
        { code: 'long-rows', line: 4, count: 1 },
      ],
    },
  ),
  reads(
    'trailing-delimiters.csv',
    'delimiters at the end of every row and of the header',
    lines('a,b,', '1.5,10,', '2.5,30,', '-3,20,'),
    [a, b, words('column_3', { missing: 3, original: '' })],
    { warnings: ['trailing-delimiters'], perhaps: ['empty-names'] },
  ),
  reads(
    'trailing-delimiters-below.csv',
    'delimiters at the end of every row but not of the header',
    lines('a,b', '1.5,10,', '2.5,30,', '-3,20,'),
    [a, b, words('column_3', { missing: 3, original: '' })],
    { warnings: ['trailing-delimiters'], perhaps: ['long-rows'] },
  ),
  reads(
    'blank-lines.csv',
    'blank lines between rows as nothing, and says so',
    lines('a,b', '1.5,10', '', '2.5,30', '', '', '-3,20'),
    [a, b],
    { warnings: [{ code: 'blank-lines', line: 3, count: 3 }], blankLines: 3 },
  ),
  reads(
    'lines-of-blanks.csv',
    'lines of blanks between rows as nothing, and says so',
    lines('a,b', '1.5,10', '   ', '2.5,30', '-3,20'),
    [a, b],
    { warnings: [{ code: 'blank-lines', line: 3, count: 1 }] },
  ),
  reads(
    'blank-lines-crlf.csv',
    'blank lines between rows with CRLF',
    'a,b\r\n1.5,10\r\n\r\n2.5,30\r\n-3,20\r\n\r\n',
    [a, b],
    { warnings: [{ code: 'blank-lines', line: 3 }] },
  ),
  reads(
    'rows-of-delimiters.csv',
    'a row of nothing but delimiters as a row of missing cells',
    lines('a,b', '1.5,10', ',', '2.5,30'),
    [numbers('a', [1.5, null, 2.5]), numbers('b', [10, null, 30])],
  ),
  reads(
    'blank-line-in-one-column.csv',
    'a blank line in a table of one column as a missing value',
    lines('x', '1.5', '', '3', '4'),
    [numbers('x', [1.5, null, 3, 4])],
    { perhaps: ['blank-lines'] },
  ),
  reads(
    'one-word-amid-numbers.csv',
    'a word amid numbers as rejected, with its line',
    lines('a,b', ...Array.from({ length: 19 }, (_, i) => `${(i * 7) % 23}.5,${(i * 5) % 23}`), 'broken,22'),
    [
      numbers('a', [...Array.from({ length: 19 }, (_, i) => ((i * 7) % 23) + 0.5), 'text']),
      numbers('b', [...Array.from({ length: 19 }, (_, i) => (i * 5) % 23), 22]),
    ],
    { warnings: [{ code: 'rejected-cells', column: 'a', line: 21, count: 1 }] },
  ),
  reads(
    'a-tenth-of-words.csv',
    'a column of which nine in ten are numbers as numbers',
    lines('a,b', ...Array.from({ length: 9 }, (_, i) => `${(i * 7) % 11}.5,${(i * 5) % 11}`), 'x,10'),
    [
      numbers('a', [...Array.from({ length: 9 }, (_, i) => ((i * 7) % 11) + 0.5), 'text']),
      numbers('b', [...Array.from({ length: 9 }, (_, i) => (i * 5) % 11), 10]),
    ],
    { warnings: ['rejected-cells'] },
  ),
  reads(
    'more-than-a-tenth-of-words.csv',
    'a column of which fewer than nine in ten are numbers as text',
    lines('a,b', ...Array.from({ length: 8 }, (_, i) => `${(i * 7) % 11}.5,${(i * 5) % 11}`), 'x,9', 'y,10'),
    [
      words('a', { reason: /8 of 10/ }),
      numbers('b', [...Array.from({ length: 8 }, (_, i) => (i * 5) % 11), 9, 10]),
    ],
  ),
  refuses(
    'far-too-wide.csv',
    'a row with ten thousand cells under two names',
    lines('a,b', '1,2', `3,4${',5'.repeat(9998)}`, '6,7'),
    'file-unreadable',
    { line: 3 },
  ),
]
