import { lines, numbers, reads, refuses } from '../csv-file.ts'
import { encode } from '../encode.ts'

const b = numbers('b', [1, 3, 2])
const values = [1234567.5, 12.25, 2000]

/** 1234567.5, 12.25 and 2000 in one column between tabs. */
function grouped(mark: string, decimal: '.' | ','): string {
  return lines('a\tb', `1${mark}234${mark}567${decimal}5\t1`, `12${decimal}25\t3`, `2${mark}000\t2`)
}

const column = (decimal: '.' | ',', thousands: '' | ',' | '.' | ' ' | "'") =>
  numbers('a', values, { format: { decimal, thousands, unit: '' } })

export const thousands = [
  reads('thousands-comma.tsv', 'commas between thousands', grouped(',', '.'), [column('.', ','), b]),
  reads('thousands-point.tsv', 'points between thousands', grouped('.', ','), [column(',', '.'), b]),
  reads('thousands-blank.tsv', 'blanks between thousands', grouped(' ', ','), [column(',', ' '), b]),
  reads('thousands-no-break.tsv', 'no-break spaces between thousands', grouped('\u00a0', ','), [
    column(',', ' '),
    b,
  ]),
  reads('thousands-thin.tsv', 'thin spaces between thousands', grouped('\u2009', '.'), [column('.', ' '), b]),
  reads('thousands-narrow.tsv', 'narrow no-break spaces between thousands', grouped('\u202f', ','), [
    column(',', ' '),
    b,
  ]),
  reads('thousands-apostrophe.tsv', 'apostrophes between thousands', grouped("'", '.'), [
    column('.', "'"),
    b,
  ]),
  reads('thousands-typographic.tsv', 'typographic apostrophes between thousands', grouped('’', '.'), [
    column('.', "'"),
    b,
  ]),
  reads(
    'thousands-windows-1252.tsv',
    'no-break spaces between thousands in Windows-1252',
    encode(grouped('\u00a0', ','), 'windows-1252'),
    [column(',', ' '), b],
    { warnings: ['encoding-guessed'] },
  ),
  reads(
    'thousands-utf-16.tsv',
    'narrow no-break spaces between thousands in UTF-16',
    encode(grouped('\u202f', ','), 'utf-16be'),
    [column(',', ' '), b],
  ),
  reads(
    'thousands-quoted.csv',
    'commas between thousands in quotes between commas',
    lines('a,b', '"1,234,567.5",1', '12.25,3', '"2,000",2'),
    [column('.', ','), b],
  ),
  reads(
    'thousands-semicolon.csv',
    'points between thousands and decimal commas between semicolons',
    lines('a;b', '1.234.567,5;1', '12,25;3', '2.000;2'),
    [column(',', '.'), b],
  ),
  reads(
    'thousands-negative.csv',
    'signs before grouped digits',
    lines('a;b', '-1.234.567,5;1', '+12,25;3', '\u22122.000;2'),
    [numbers('a', [-1234567.5, 12.25, -2000]), b],
  ),
  reads(
    'thousands-some.tsv',
    'grouped digits beside digits that are not grouped',
    lines('a\tb', '1,234,567\t1', '1234567\t3', '999\t2'),
    [numbers('a', [1234567, 1234567, 999]), b],
  ),
  reads(
    'thousands-whole.csv',
    'whole numbers with two points',
    lines('a;b', '1.234.567;1', '12;3', '2.000.000;2'),
    [numbers('a', [1234567, 12, 2000000]), b],
  ),
  reads(
    'thousands-wrong-groups.tsv',
    'no number out of digits that are grouped otherwise than in threes',
    lines(
      'a\tb',
      ...Array.from({ length: 18 }, (_, i) => `1,${100 + i},500\t${(i * 5) % 19}`),
      '12,34,567\t18',
      '1,234567\t20',
    ),
    [
      numbers('a', [...Array.from({ length: 18 }, (_, i) => 1100500 + 1000 * i), 'text', 'other-format']),
      numbers('b', [...Array.from({ length: 18 }, (_, i) => (i * 5) % 19), 18, 20]),
    ],
    {
      warnings: [
        { code: 'rejected-cells', column: 'a', count: 2, line: 20 },
        { code: 'mixed-formats', column: 'a', count: 1, line: 21 },
      ],
    },
  ),
  refuses(
    'wrong-groups-only.tsv',
    'a file whose only numbers are grouped in fours',
    lines('a\tb', '1,2345,6789\tx', '2,3456,7890\ty', '3,4567,8901\tz'),
    'no-numeric-column',
  ),
]
