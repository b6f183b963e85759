import { lines, numbers, reads, words, type CsvFile, type ExpectedCell } from '../csv-file.ts'

const b = numbers('b', [1, 3, 2])
const many = Array.from({ length: 19 }, (_, i) => ((i * 7) % 23) + 0.5)

const amidNumbers = (
  name: string,
  about: string,
  cell: string,
  reason: ExpectedCell,
  code: string,
): CsvFile =>
  reads(
    name,
    about,
    lines('a,b', ...many.map((value) => `${value},${value + 1}`), `${cell},100`),
    [numbers('a', [...many, reason]), numbers('b', [...many.map((value) => value + 1), 100])],
    { warnings: [{ code, column: 'a', line: 21, count: 1 }], perhaps: ['rejected-cells'] },
  )

const exact = (
  name: string,
  about: string,
  cells: [string, string, string],
  values: [number, number, number],
): CsvFile =>
  reads(name, about, lines('a,b', `${cells[0]},1`, `${cells[1]},3`, `${cells[2]},2`), [
    numbers('a', values),
    b,
  ])

export const extremes = [
  amidNumbers(
    'too-large.csv',
    'a number that no double holds as rejected',
    '1e400',
    'too-large',
    'too-large',
  ),
  amidNumbers(
    'too-large-negative.csv',
    'a negative number that no double holds as rejected',
    '-1e400',
    'too-large',
    'too-large',
  ),
  amidNumbers(
    'too-large-digits.csv',
    'four hundred digits as rejected',
    '9'.repeat(400),
    'too-large',
    'too-large',
  ),
  amidNumbers('infinity.csv', 'Infinity as rejected', 'Infinity', 'infinite', 'infinite'),
  amidNumbers('infinity-short.csv', '-inf as rejected', '-inf', 'infinite', 'infinite'),
  amidNumbers('hexadecimal.csv', 'a hexadecimal number as rejected', '0x1F', 'hexadecimal', 'hexadecimal'),
  amidNumbers(
    'hexadecimal-upper.csv',
    'a hexadecimal number in capitals as rejected',
    '0XFF',
    'hexadecimal',
    'hexadecimal',
  ),
  reads(
    'hexadecimal-column.csv',
    'a column of hexadecimal numbers as text, and names the reason',
    lines('a,b', '0x1F,1', '0xFF,3', '0x0A,2'),
    [words('a', { reason: /hexadecimal/i }), b],
    { perhaps: ['hexadecimal'] },
  ),
  reads(
    'infinite-column.csv',
    'a column of infinities as text, and names the reason',
    lines('a,b', 'inf,1', '-inf,3', 'inf,2'),
    [words('a', { reason: /infinit/i }), b],
    { perhaps: ['infinite'] },
  ),
  reads(
    'too-large-column.csv',
    'a column of numbers too large for a double as text, and names the reason',
    lines('a,b', '1e400,1', '2e500,3', '-1e999,2'),
    [words('a', { reason: /large/i }), b],
    { perhaps: ['too-large'] },
  ),
  reads(
    'beyond-2-53.csv',
    'whole numbers beyond 2^53 as the nearest doubles, and says so',
    lines('a,b', '9007199254740993,1', '12345678901234567891,3', '9007199254740994,2'),
    [numbers('a', [9007199254740992, 12345678901234567000, 9007199254740994]), b],
    { warnings: [{ code: 'inexact-integers', column: 'a', count: 2 }] },
  ),
  reads(
    'beyond-2-53-negative.csv',
    'negative whole numbers beyond 2^53 as the nearest doubles, and says so',
    lines('a,b', '-9007199254740993,1', '-36028797018963969,3', '5,2'),
    [numbers('a', [-9007199254740992, -36028797018963970, 5]), b],
    { warnings: [{ code: 'inexact-integers', column: 'a', count: 2 }] },
  ),
  exact(
    'up-to-2-53.csv',
    'whole numbers up to 2^53 without a word',
    ['9007199254740992', '-9007199254740991', '7'],
    [2 ** 53, 1 - 2 ** 53, 7],
  ),
  exact(
    'powers.csv',
    'large powers of two, which a double holds',
    ['18014398509481984', '4611686018427387904', '7'],
    [2 ** 54, 2 ** 62, 7],
  ),
  exact(
    'largest.csv',
    'the largest double',
    ['1.7976931348623157e308', '-1.7976931348623157E+308', '1e308'],
    [Number.MAX_VALUE, -Number.MAX_VALUE, 1e308],
  ),
  exact(
    'smallest.csv',
    'the smallest doubles',
    ['5e-324', '2.2250738585072014e-308', '-4.9406564584124654e-324'],
    [Number.MIN_VALUE, 2 ** -1022, -Number.MIN_VALUE],
  ),
  exact(
    'underflow.csv',
    'numbers nearer to zero than to any double as zero',
    ['1e-400', '2e-324', '1'],
    [0, 0, 1],
  ),
  exact(
    'seventeen-digits.csv',
    'seventeen digits',
    ['0.30000000000000004', '0.1', '3.1415926535897931'],
    [0.1 + 0.2, 0.1, Math.PI],
  ),
  exact(
    'long-digits.csv',
    'more digits than a double has',
    [
      '3.14159265358979323846264338327950288',
      '0.1000000000000000055511151231257827',
      '2.718281828459045235360287471352662497757',
    ],
    [Math.PI, 0.1, Math.E],
  ),
  exact(
    'halfway.csv',
    'numbers halfway between two doubles and a digit off that',
    [
      '1.00000000000000011102230246251565404236316680908203125',
      '1.00000000000000011102230246251565404236316680908203124',
      '1.00000000000000011102230246251565404236316680908203126',
    ],
    [1, 1, 1 + 2 ** -52],
  ),
  exact(
    'hard-to-round.csv',
    'numbers that are hard to round',
    ['2.2250738585072011e-308', '6.9294956446009195e15', '9.5e-3'],
    [2.225073858507201e-308, 6929495644600920, 0.0095],
  ),
  exact('zeros.csv', 'zeros of every kind', ['-0', '0e999', '0.000'], [-0, 0, 0]),
  exact(
    'long-exponents.csv',
    'exponents with leading zeros',
    ['1e+05', '1e-007', '2.5E00'],
    [1e5, 1e-7, 2.5],
  ),
  exact(
    'fifteen-digits.csv',
    'numbers at the edge of exact multiplication',
    ['123456789012345e22', '123456789012345e-22', '999999999999999.9'],
    [123456789012345e22, 123456789012345e-22, 999999999999999.9],
  ),
  reads(
    'decimals-beyond-2-53.csv',
    'whole numbers beyond 2^53 with grouped thousands',
    lines('a\tb', '9.007.199.254.740.993\t1', '1.000\t3', '2.000.000\t2'),
    [numbers('a', [9007199254740992, 1000, 2000000]), b],
    { warnings: [{ code: 'inexact-integers', column: 'a', count: 1 }] },
  ),
]
