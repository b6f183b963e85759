import { lines, numbers, reads } from '../csv-file.ts'

const b = numbers('b', [1, 3, 2])
const ambiguous = { warnings: [{ code: 'ambiguous-decimal', column: 'a' }] }

export const ambiguousNumbers = [
  reads(
    'ambiguous-semicolon.csv',
    'three digits behind every comma between semicolons as decimals, and says that it may be wrong',
    lines('a;b', '1,234;1', '2,500;3', '12,750;2'),
    [numbers('a', [1.234, 2.5, 12.75], { ambiguous: true }), b],
    ambiguous,
  ),
  reads(
    'ambiguous-quoted.csv',
    'three digits behind every comma in quotes as thousands, and says that it may be wrong',
    lines('a,b', '"1,234",1', '"2,500",3', '"12,750",2'),
    [numbers('a', [1234, 2500, 12750], { ambiguous: true }), b],
    ambiguous,
  ),
  reads(
    'ambiguous-tab.tsv',
    'three digits behind every comma between tabs as thousands, and says that it may be wrong',
    lines('a\tb', '1,234\t1', '2,500\t3', '12,750\t2'),
    [numbers('a', [1234, 2500, 12750], { ambiguous: true }), b],
    ambiguous,
  ),
  reads(
    'settled-by-file-comma.tsv',
    'three digits behind every comma by the decimal commas of another column',
    lines('a\tb', '1,234\t0,5', '2,500\t1,25', '12,750\t7,5'),
    [numbers('a', [1.234, 2.5, 12.75], { ambiguous: true }), numbers('b', [0.5, 1.25, 7.5])],
    ambiguous,
  ),
  reads(
    'settled-by-file-point.csv',
    'three digits behind every comma by the decimal points of another column',
    lines('a;b', '1,234;0.5', '2,500;1.25', '12,750;7.5'),
    [numbers('a', [1234, 2500, 12750], { ambiguous: true }), numbers('b', [0.5, 1.25, 7.5])],
    ambiguous,
  ),
  reads(
    'points-amid-decimal-commas.csv',
    'three digits behind every point by the decimal commas of another column',
    lines('a;b', '1.234;0,5', '2.500;1,25', '12.750;7,5'),
    [numbers('a', [1234, 2500, 12750], { ambiguous: true }), numbers('b', [0.5, 1.25, 7.5])],
    ambiguous,
  ),
  reads(
    'settled-by-one-cell.csv',
    'three digits behind commas by one cell that has two',
    lines('a;b', '1,234;1', '2,50;3', '12,750;2'),
    [numbers('a', [1.234, 2.5, 12.75]), b],
  ),
  reads(
    'settled-by-a-zero.csv',
    'three digits behind points by one that begins with zero',
    lines('a;b', '1.234;1', '0.500;3', '12.750;2'),
    [numbers('a', [1.234, 0.5, 12.75]), b],
  ),
  reads(
    'settled-by-two-groups.tsv',
    'three digits behind commas by one cell with two groups',
    lines('a\tb', '1,234\t1', '2,500,000\t3', '750\t2'),
    [numbers('a', [1234, 2500000, 750]), b],
  ),
  reads(
    'settled-by-the-last-row.csv',
    'the decimal mark by a cell at the end of a long column',
    lines('a;b', ...Array.from({ length: 300 }, (_, i) => `${1 + (i % 9)},500;${(i * 7) % 301}`), '0,25;300'),
    [
      numbers('a', [...Array.from({ length: 300 }, (_, i) => 1.5 + (i % 9)), 0.25]),
      numbers('b', [...Array.from({ length: 300 }, (_, i) => (i * 7) % 301), 300]),
    ],
  ),
  reads(
    'settled-late-thousands.tsv',
    'thousands by a cell at the end of a long column',
    lines(
      'a\tb',
      ...Array.from({ length: 300 }, (_, i) => `${1 + (i % 9)},500\t${(i * 7) % 301}`),
      '1,000,000\t300',
    ),
    [
      numbers('a', [...Array.from({ length: 300 }, (_, i) => 1500 + 1000 * (i % 9)), 1000000]),
      numbers('b', [...Array.from({ length: 300 }, (_, i) => (i * 7) % 301), 300]),
    ],
  ),
]
