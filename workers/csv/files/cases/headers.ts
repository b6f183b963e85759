import { lines, numbers, reads, words } from '../csv-file.ts'

export const headers = [
  reads(
    'no-header.csv',
    'a table without names',
    lines('1.5,2', '3,4', '5,7'),
    [numbers('column_1', [1.5, 3, 5], { original: '' }), numbers('column_2', [2, 4, 7], { original: '' })],
    { dialect: { header: false } },
  ),
  reads(
    'no-header-words.csv',
    'a table without names whose first column is words',
    lines('Rome,2.5', 'Bonn,4', 'Rome,7', 'Oslo,1'),
    [words('column_1'), numbers('column_2', [2.5, 4, 7, 1])],
    { dialect: { header: false } },
  ),
  reads(
    'no-header-missing-first.csv',
    'a missing cell above numbers as a row',
    lines('n/a', '5.5', '7.25', '3'),
    [numbers('column_1', [null, 5.5, 7.25, 3])],
    { dialect: { header: false } },
  ),
  reads(
    'header-denied.csv',
    'the first line as a row where the person says that there are no names',
    lines('x,b', ...Array.from({ length: 19 }, (_, i) => `${(i * 7) % 23},${(i * 5) % 23}`)),
    [
      numbers('column_1', ['text', ...Array.from({ length: 19 }, (_, i) => (i * 7) % 23)]),
      numbers('column_2', ['text', ...Array.from({ length: 19 }, (_, i) => (i * 5) % 23)]),
    ],
    {
      choice: { header: false },
      warnings: [
        { code: 'rejected-cells', column: 'column_1', line: 1, count: 1 },
        { code: 'rejected-cells', column: 'column_2', line: 1, count: 1 },
      ],
    },
  ),
  reads(
    'header-said.csv',
    'numbers as names where the person says that there are names',
    lines('2019,2020', '1.5,2', '3,4'),
    [numbers('2019', [1.5, 3]), numbers('2020', [2, 4])],
    { choice: { header: true }, dialect: { header: true }, warnings: ['number-names'] },
  ),
  reads(
    'counted-names.csv',
    'names that are numbers in equal steps, and says so',
    lines('0,1,2', '1.5,0.25,3.5', '2.5,0.75,0.5'),
    [numbers('0', [1.5, 2.5]), numbers('1', [0.25, 0.75]), numbers('2', [3.5, 0.5])],
    { dialect: { header: true }, warnings: [{ code: 'number-names', column: '0', count: 3 }] },
  ),
  reads(
    'empty-name.csv',
    'an empty name, and gives the column one',
    lines('x,,z', '1.5,2,3', '4,5.5,7'),
    [numbers('x', [1.5, 4]), numbers('column_2', [2, 5.5], { original: '' }), numbers('z', [3, 7])],
    { warnings: ['empty-names'] },
  ),
  reads(
    'duplicate-names.csv',
    'the same name twice, and gives the second one another',
    lines('x,x,y', '1.5,2,3', '4,5.5,7'),
    [numbers('x', [1.5, 4]), numbers('x_2', [2, 5.5], { original: 'x' }), numbers('y', [3, 7])],
    { warnings: [{ code: 'renamed-column', column: 'x_2' }] },
  ),
  reads(
    'duplicate-names-taken.csv',
    'the same name twice where the next name is taken',
    lines('x,x,x_2', '1.5,2,3', '4,5.5,7'),
    [numbers('x', [1.5, 4]), numbers('x_3', [2, 5.5]), numbers('x_2', [3, 7])],
    { warnings: [{ code: 'renamed-column', column: 'x_3' }] },
  ),
  reads('names-by-case.csv', 'names that differ in case alone', lines('a,A', '1.5,2', '4,5.5'), [
    numbers('a', [1.5, 4]),
    numbers('A', [2, 5.5]),
  ]),
  reads(
    'names-of-objects.csv',
    'names that objects have of themselves',
    lines('__proto__,constructor,toString', '1.5,2,3', '4,5.5,7'),
    [numbers('__proto__', [1.5, 4]), numbers('constructor', [2, 5.5]), numbers('toString', [3, 7])],
  ),
  reads(
    'names-with-blanks.csv',
    'names with blanks around and inside',
    lines(' body mass , height ', '1.5,2', '4,5.5'),
    [numbers('body mass', [1.5, 4]), numbers('height', [2, 5.5])],
  ),
  reads(
    'names-like-formulae.csv',
    'names that look like formulae',
    lines('=SUM(A1),+x,@y', '1.5,2,3', '4,5.5,7'),
    [numbers('=SUM(A1)', [1.5, 4]), numbers('+x', [2, 5.5]), numbers('@y', [3, 7])],
  ),
  reads(
    'row-names.csv',
    'names of rows without a name in the header, as R writes them',
    lines('"a","b"', '"x",1.5,2', '"y",3,4', '"z",5,7'),
    [words('row'), numbers('a', [1.5, 3, 5]), numbers('b', [2, 4, 7])],
    { warnings: [{ code: 'row-names', column: 'row' }] },
  ),
  reads(
    'row-numbers.csv',
    'a first column without a name that numbers the rows',
    lines(',a', ...Array.from({ length: 12 }, (_, i) => `${i},${(i * 7) % 13}.5`)),
    [
      numbers(
        'column_1',
        Array.from({ length: 12 }, (_, i) => i),
        { type: 'identifier', original: '' },
      ),
      numbers(
        'a',
        Array.from({ length: 12 }, (_, i) => ((i * 7) % 13) + 0.5),
      ),
    ],
    { perhaps: ['empty-names'] },
  ),
]
