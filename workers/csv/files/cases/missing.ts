import { lines, numbers, reads, words, type CsvFile } from '../csv-file.ts'

const b = numbers('b', [1, 3, 2])

const token = (name: string, text: string): CsvFile =>
  reads(`missing-${name}.csv`, `“${text}” as missing`, lines('a,b', '1.5,1', `${text},3`, '4,2'), [
    numbers('a', [1.5, null, 4], { missing: 1 }),
    b,
  ])

export const missing = [
  token('empty', ''),
  token('blank', '   '),
  token('na', 'NA'),
  token('na-slash', 'N/A'),
  token('na-hash', '#N/A'),
  token('nan', 'NaN'),
  token('null', 'null'),
  token('question', '?'),
  token('dash', '-'),
  token('point', '.'),
  token('na-lower', 'na'),
  token('null-upper', 'NULL'),
  token('na-padded', '  NA '),
  token('na-quoted', '"NA"'),
  reads(
    'missing-chosen.csv',
    'the missing token that was chosen',
    lines('a,b', '1.5,1', '-999,3', '4,2'),
    [numbers('a', [1.5, null, 4]), b],
    { choice: { missing: ['-999'] }, dialect: { missing: ['-999'] } },
  ),
  reads(
    'missing-several-chosen.csv',
    'several missing tokens that were chosen, in any case',
    lines('a,b', '1.5,1', 'n.d.,3', 'Below Limit,2', ',5'),
    [numbers('a', [1.5, null, null, null]), numbers('b', [1, 3, 2, 5])],
    { choice: { missing: ['N.D.', 'below limit'] } },
  ),
  reads(
    'missing-list-replaced.csv',
    'NA as text where the list was edited and no longer has it',
    lines('a,b', ...Array.from({ length: 19 }, (_, i) => `${(i * 7) % 23},${(i * 5) % 23}`), 'NA,22'),
    [
      numbers('a', [...Array.from({ length: 19 }, (_, i) => (i * 7) % 23), 'text']),
      numbers('b', [...Array.from({ length: 19 }, (_, i) => (i * 5) % 23), 22]),
    ],
    {
      choice: { missing: ['none'] },
      warnings: [{ code: 'rejected-cells', column: 'a', line: 21, count: 1 }],
    },
  ),
  reads('missing-column.csv', 'a column without any value', lines('a,b', ',1', 'NA,3', '?,2'), [
    words('a', { missing: 3, reason: /missing/ }),
    b,
  ]),
  reads('missing-in-words.csv', 'missing cells amid words', lines('a,b', 'x,1', 'NA,3', ',2'), [
    words('a', { missing: 2 }),
    b,
  ]),
]
