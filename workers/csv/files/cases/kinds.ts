import { lines, numbers, reads, words, type CsvFile } from '../csv-file.ts'

const b = numbers('b', [1.5, 3.5, 2.5])

const dates = (name: string, about: string, ...cells: [string, string, string]): CsvFile =>
  reads(
    name,
    about,
    lines('when\tb', `${cells[0]}\t1.5`, `${cells[1]}\t3.5`, `${cells[2]}\t2.5`),
    [words('when', { type: 'date' }), b],
    { warnings: [{ code: 'dates', column: 'when' }] },
  )

const booleans = (name: string, about: string, ...cells: [string, string, string]): CsvFile =>
  reads(
    name,
    about,
    lines('flag,b', `${cells[0]},1.5`, `${cells[1]},3.5`, `${cells[2]},2.5`),
    [words('flag', { type: 'boolean' }), b],
    { warnings: [{ code: 'booleans', column: 'flag' }] },
  )

const many = Array.from({ length: 19 }, (_, i) => ((i * 7) % 23) + 0.5)
const amidNumbers = (name: string, about: string, cell: string, reason: 'date' | 'boolean'): CsvFile =>
  reads(
    name,
    about,
    lines('a\tb', ...many.map((value) => `${value}\t${value + 1}`), `${cell}\t100`),
    [numbers('a', [...many, reason]), numbers('b', [...many.map((value) => value + 1), 100])],
    { warnings: [{ code: 'rejected-cells', column: 'a', line: 21, count: 1 }] },
  )

export const kinds = [
  dates('dates-iso.tsv', 'ISO dates', '2024-01-31', '2024-02-29', '1999-12-31'),
  dates(
    'dates-time.tsv',
    'ISO dates with times',
    '2024-01-31 12:30',
    '2024-02-29T23:59:59',
    '1999-12-31T00:00:00Z',
  ),
  dates(
    'dates-offset.tsv',
    'ISO dates with offsets',
    '2024-01-31T12:30:00+01:00',
    '2024-02-29T23:59:59.5Z',
    '1999-12-31T00:00-05:00',
  ),
  dates('dates-points.tsv', 'dates with points', '31.01.2024', '29.2.2024', '31.12.1999'),
  dates('dates-day-first.tsv', 'dates with slashes, day first', '31/01/2024', '29/02/2024', '31/12/1999'),
  dates('dates-month-first.tsv', 'dates with slashes, month first', '01/31/2024', '2/29/2024', '12/31/1999'),
  dates('dates-year-first.tsv', 'dates with slashes, year first', '2024/01/31', '2024/2/29', '1999/12/31'),
  dates('dates-missing.tsv', 'dates with a missing one', '2024-01-31', 'NA', '1999-12-31'),
  amidNumbers('date-amid-numbers.tsv', 'a date amid numbers as rejected', '2024-01-31', 'date'),
  booleans('booleans-true.csv', 'true and false', 'true', 'false', 'true'),
  booleans('booleans-upper.csv', 'TRUE and FALSE', 'TRUE', 'FALSE', 'TRUE'),
  booleans('booleans-yes.csv', 'yes and no', 'yes', 'No', 'YES'),
  booleans('booleans-t.csv', 't and f', 't', 'f', 't'),
  booleans('booleans-y.csv', 'y and n', 'Y', 'N', 'Y'),
  booleans('booleans-missing.csv', 'true and a missing one', 'true', '', 'false'),
  amidNumbers('boolean-amid-numbers.tsv', 'a truth value amid numbers as rejected', 'true', 'boolean'),
  reads('zeros-and-ones.csv', 'zeros and ones as numbers', lines('flag,b', '0,1.5', '1,3.5', '1,2.5'), [
    numbers('flag', [0, 1, 1]),
    b,
  ]),
  reads(
    'leading-zeros.csv',
    'codes with leading zeros as identifiers',
    lines('code,b', '007,1.5', '042,3.5', '001,2.5'),
    [{ name: 'code', type: 'identifier', cells: null }, b],
    { warnings: [{ code: 'leading-zeros', column: 'code' }] },
  ),
  reads(
    'zip-codes.csv',
    'codes of one width of which one has a leading zero as identifiers',
    lines('zip,b', '10115,1.5', '80331,3.5', '01067,2.5', '60311,4'),
    [{ name: 'zip', type: 'identifier', cells: null }, numbers('b', [1.5, 3.5, 2.5, 4])],
    { warnings: [{ code: 'leading-zeros', column: 'zip' }] },
  ),
  reads(
    'zeros-that-are-no-codes.csv',
    'zeros before decimal marks and alone as numbers',
    lines('a,b', '0,1.5', '0.5,3.5', '-0.25,2.5'),
    [numbers('a', [0, 0.5, -0.25]), b],
  ),
  reads(
    'row-counter.csv',
    'a column that numbers the rows as an identifier',
    lines('n,a', ...Array.from({ length: 12 }, (_, i) => `${i + 1},${(i * 7) % 13}.5`)),
    [
      { name: 'n', type: 'identifier', cells: null, reason: /numbers the rows/ },
      numbers(
        'a',
        Array.from({ length: 12 }, (_, i) => ((i * 7) % 13) + 0.5),
      ),
    ],
  ),
  reads(
    'one-value.csv',
    'a column of one value as numbers that are of no use for clustering',
    lines('a,b', '7,1.5', '7,3.5', '7,2.5'),
    [numbers('a', [7, 7, 7], { reason: /same value/ }), b],
  ),
  reads(
    'identifier-words.csv',
    'a different text in every row as an identifier',
    lines('name,b', 'x,1.5', 'y,3.5', 'z,2.5'),
    [words('name', { type: 'identifier' }), b],
  ),
  reads('text.csv', 'words as text', lines('name,b', 'x,1.5', 'y,3.5', 'x,2.5'), [
    words('name', { type: 'text' }),
    b,
  ]),
]
