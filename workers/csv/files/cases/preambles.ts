import { lines, numbers, reads, words } from '../csv-file.ts'

const columns = [numbers('a', [1.5, 2.5, -3]), numbers('b', [10, 30, 20])]
const table = ['a;b', '1,5;10', '2,5;30', '-3;20']

export const preambles = [
  reads('title.csv', 'a title above the header', lines('Measured in 1985', ...table), columns, {
    warnings: [{ code: 'preamble', line: 1, count: 1 }],
    dialect: { skip: 1, delimiter: ';' },
  }),
  reads(
    'titles.csv',
    'three titles above the header',
    lines('Station 7', 'North side', 'Final', ...table),
    columns,
    {
      warnings: [{ code: 'preamble', line: 1, count: 3 }],
      dialect: { skip: 3 },
    },
  ),
  reads(
    'title-and-blank.csv',
    'a title and a blank line above the header',
    lines('Measured in 1985', '', ...table),
    columns,
    {
      warnings: [{ code: 'preamble', line: 1, count: 1 }],
    },
  ),
  reads(
    'title-padded.csv',
    'a title above the header with the delimiters of a spreadsheet behind it',
    lines('Measured in 1985;', ';', ...table),
    columns,
    { warnings: ['preamble'] },
  ),
  reads(
    'title-with-commas.csv',
    'a title with other delimiters',
    lines('Rome, Paris, Bonn, Oslo', ...table),
    columns,
    { warnings: [{ code: 'preamble', line: 1, count: 1 }] },
  ),
  reads(
    'title-above-tabs.tsv',
    'a title above a table with tabs',
    lines('Measured in 1985', 'a\tb', '1.5\t10', '2.5\t30', '-3\t20'),
    columns,
    { warnings: [{ code: 'preamble', line: 1, count: 1 }] },
  ),
  reads(
    'title-behind-separator-line.csv',
    'a title behind the line with the delimiter',
    lines('sep=;', 'Measured in 1985', ...table),
    columns,
    { warnings: [{ code: 'preamble', line: 2, count: 1 }] },
  ),
  reads(
    'lines-chosen.csv',
    'as many lines above the table as the person says',
    lines('x;y', 'station;7', ...table),
    columns,
    { choice: { skip: 2 }, dialect: { skip: 2 }, perhaps: ['preamble'] },
  ),
  reads(
    'no-title-chosen.csv',
    'no line above the table where the person says so',
    lines('a', '1.5', '2.5'),
    [numbers('a', [1.5, 2.5])],
    { choice: { skip: 0 } },
  ),
  reads(
    'long-title.csv',
    'a preamble of eight lines above a table without other warnings',
    lines(...Array.from({ length: 8 }, (_, i) => `Remark ${i + 1}`), ...table),
    columns,
    { warnings: [{ code: 'preamble', line: 1, count: 8 }] },
  ),
  reads(
    'title-above-words.csv',
    'a title above a table with words and numbers',
    lines('Towns of Europe', 'town,size', 'Rome,1.5', 'Paris,2.5', 'Bonn,4'),
    [words('town'), numbers('size', [1.5, 2.5, 4])],
    { warnings: [{ code: 'preamble', line: 1, count: 1 }] },
  ),
]
