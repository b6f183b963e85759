import { lines, numbers, reads, words } from '../csv-file.ts'
import { encode } from '../encode.ts'

const b = numbers('b', [1, 3, 2])

export const decimals = [
  reads(
    'trust-semicolon.csv',
    'the trust test 0,435 between semicolons',
    lines('a;b', '0,435;1', '0,6;3', '12,25;2'),
    [numbers('a', [0.435, 0.6, 12.25], { format: { decimal: ',', thousands: '', unit: '' } }), b],
    { dialect: { delimiter: ';', decimal: ',' } },
  ),
  reads(
    'trust-comma.csv',
    'the trust test "1.234,5" in quotes between commas',
    lines('a,b', '"1.234,5",1', '"12,25",3', '"2.000.000,5",2'),
    [numbers('a', [1234.5, 12.25, 2000000.5], { format: { decimal: ',', thousands: '.' } }), b],
    { dialect: { delimiter: ',' } },
  ),
  reads(
    'decimal-point.csv',
    'decimal points between semicolons',
    lines('a;b', '0.5;1', '1.25;3', '-7.125;2'),
    [numbers('a', [0.5, 1.25, -7.125]), b],
  ),
  reads('leading-mark.csv', 'nothing before the decimal mark', lines('a,b', '.5,1', '-.25,3', '+.125,2'), [
    numbers('a', [0.5, -0.25, 0.125]),
    b,
  ]),
  reads('trailing-mark.csv', 'nothing behind the decimal mark', lines('a,b', '5.,1', '-12.,3', '7.5,2'), [
    numbers('a', [5, -12, 7.5]),
    b,
  ]),
  reads(
    'trailing-comma-mark.csv',
    'nothing behind a decimal comma',
    lines('a;b', '5,;1', '-12,;3', '7,5;2'),
    [numbers('a', [5, -12, 7.5]), b],
  ),
  reads('leading-plus.csv', 'leading pluses', lines('a,b', '+5,1', '+0.5,3', '-2,2'), [
    numbers('a', [5, 0.5, -2]),
    b,
  ]),
  reads('minus-sign.csv', 'the minus sign of Unicode', lines('a,b', '\u22125,1', '\u22120.5,3', '2,2'), [
    numbers('a', [-5, -0.5, 2]),
    b,
  ]),
  reads('scientific.csv', 'scientific notation', lines('a,b', '1e3,1', '2.5E-3,3', '-1.25e+2,2'), [
    numbers('a', [1000, 0.0025, -125]),
    b,
  ]),
  reads(
    'scientific-comma.csv',
    'scientific notation with decimal commas',
    lines('a;b', '1,5e3;1', '2,5E-3;3', '-1e+02;2'),
    [numbers('a', [1500, 0.0025, -100]), b],
  ),
  reads(
    'each-its-own.csv',
    'each column in its own format',
    lines('a;b;c', '0,5;1.25;1 234,5', '7,25;0.5;2 000,25', '-1,5;3.75;7,5'),
    [
      numbers('a', [0.5, 7.25, -1.5], { format: { decimal: ',' } }),
      numbers('b', [1.25, 0.5, 3.75], { format: { decimal: '.' } }),
      numbers('c', [1234.5, 2000.25, 7.5], { format: { decimal: ',', thousands: ' ' } }),
    ],
  ),
  reads(
    'mixed-formats.csv',
    'the format of the many and rejects the cell of the few',
    lines('a;b', ...Array.from({ length: 19 }, (_, i) => `${i + 2},5;${(i * 7) % 23}`), '0.75;22'),
    [
      numbers('a', [...Array.from({ length: 19 }, (_, i) => i + 2.5), 'other-format']),
      numbers('b', [...Array.from({ length: 19 }, (_, i) => (i * 7) % 23), 22]),
    ],
    { warnings: [{ code: 'mixed-formats', column: 'a', count: 1 }], perhaps: ['rejected-cells'] },
  ),
  reads(
    'chosen-decimal.csv',
    'the decimal mark that was chosen, and is then certain',
    lines('a;b', '1,234;1', '2,500;3', '12,750;2'),
    [numbers('a', [1.234, 2.5, 12.75]), b],
    { choice: { decimal: ',' } },
  ),
  reads(
    'chosen-thousands.csv',
    'the mark between thousands that was chosen',
    lines('a;b', '1,234;1', '2,500;3', '12,750;2'),
    [numbers('a', [1234, 2500, 12750]), b],
    { choice: { decimal: '.', thousands: ',' } },
  ),
  reads(
    'chosen-for-one-column.csv',
    'the format that was chosen for one column',
    lines('a;b', '1,234;1,234', '2,500;2,500', '12,750;12,750'),
    [numbers('a', [1234, 2500, 12750]), numbers('b', [1.234, 2.5, 12.75])],
    {
      choice: {
        columns: [
          { index: 0, decimal: '.', thousands: ',' },
          { index: 1, decimal: ',', thousands: '' },
        ],
      },
    },
  ),
  reads(
    'decimal-comma-windows-1252.csv',
    'decimal commas in Windows-1252',
    encode(lines('größe;b', '0,5;1', '1,25;3', '-7,125;2'), 'windows-1252'),
    [numbers('größe', [0.5, 1.25, -7.125]), b],
    { warnings: ['encoding-guessed'] },
  ),
  reads(
    'words-with-commas.csv',
    'no decimal comma out of words with commas',
    lines('a;b;c', '0.5;1;1,2 and 3', '1.25;3;4,5 or so', '-7.125;2;none'),
    [numbers('a', [0.5, 1.25, -7.125]), b, words('c')],
  ),
]
