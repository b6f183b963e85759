import { expect, test } from 'vitest'
import { profileColumn } from './profile.ts'
import { tallied } from './fixtures/tallied.ts'
import { decideFormats } from './number-format.ts'
import { whyUnreadable } from './profile.ts'

function profile(name: string, cells: string[], unnamedFirst = false) {
  const open = tallied(cells)
  const [format] = decideFormats([{ ...open.counts(), choice: {} }], ',', '.')
  const tally = tallied(cells, format)
  return profileColumn(name, tally.counts(), tally.values(), format, unnamedFirst)
}
const rows = (count: number, cell: (i: number) => unknown) =>
  Array.from({ length: count }, (_, i) => String(cell(i)))

test.each([
  ['height', rows(30, (i) => i * i), 'numeric', true, /^$/],
  ['height', rows(30, () => 4), 'numeric', false, /same value/],
  ['x', rows(30, (i) => i + 1), 'identifier', false, /numbers the rows$/],
  ['x', rows(30, (i) => (i % 15) + 1), 'identifier', false, /within groups/],
  ['x', rows(30, (i) => (i % 3) + 1), 'numeric', true, /^$/],
  ['x', rows(5, (i) => i + 1), 'numeric', true, /^$/],
  ['id', rows(30, (i) => (i * 7) % 31), 'identifier', false, /identifier/],
  ['customer_id', rows(30, (i) => i * 13), 'identifier', false, /identifier/],
  ['width', rows(30, (i) => i * 13), 'numeric', true, /^$/],
  ['id', rows(30, (i) => i % 7), 'numeric', true, /^$/],
  ['plate', rows(30, (i) => `00${i % 9}`), 'identifier', false, /leading zeros/],
  ['size', ['007', ...rows(30, (i) => i * 11)], 'numeric', true, /^$/],
  ['size', rows(30, (i) => i / 10), 'numeric', true, /^$/],
  ['plate', rows(30, (i) => (i % 2 ? '0' : '1') + String(i)), 'identifier', false, /leading zeros/],
  ['', rows(30, (i) => (i * 7) % 31), 'numeric', true, /^$/],
  [
    'zip',
    rows(30, (i) => (i === 7 ? '01067' : String(80331 + 13 * i))),
    'identifier',
    false,
    /leading zeros/,
  ],
  ['size', rows(30, (i) => (i === 7 ? '01067' : String(331 + 13 * i))), 'numeric', true, /^$/],
  ['price', rows(30, (i) => `${i + 1}.234,5`), 'numeric', true, /^$/],
  ['price', rows(30, (i) => (i % 2 ? '1,234,567' : '12')), 'numeric', true, /^$/],
  ['price', rows(30, (i) => `${i + 1}\u00c2\u00a0234,5`), 'numeric', true, /^$/],
  ['share', rows(30, (i) => `${i * i} %`), 'numeric', true, /^$/],
  ['flag', rows(30, (i) => i % 2), 'numeric', true, /^$/],
  ['address', rows(30, (i) => `0x${(i * 7).toString(16)}`), 'text', false, /^hexadecimal numbers$/],
  ['limit', rows(30, (i) => (i % 2 ? 'inf' : '-Infinity')), 'text', false, /^infinite values$/],
  ['huge', rows(30, (i) => `1e${400 + i}`), 'text', false, /^numbers too large/],
  ['both', rows(30, (i) => (i % 2 ? '1,5' : '1.5')), 'text', false, /two ways of writing/],
  ['day', rows(28, (i) => `${i + 1}.2.2024`), 'date', false, /dates/],
  ['species', rows(30, (i) => (i % 2 ? 'setosa' : 'virginica')), 'text', false, /^text$/],
  ['name', rows(30, (i) => `person ${i}`), 'identifier', false, /different text/],
  ['member', rows(30, (i) => (i % 3 ? 'yes' : 'no')), 'boolean', false, /yes or no/],
  ['day', rows(28, (i) => `2024-02-${String(i + 1).padStart(2, '0')}`), 'date', false, /dates/],
  ['nothing', rows(30, () => 'NA'), 'text', false, /missing/],
  ['mixed', rows(30, (i) => (i % 2 ? 'n.d.' : i)), 'text', false, /15 of 30 cells are numbers; .* line 3/],
] as const)('a column %s of %j is %s', (name, cells, type, use, reason) => {
  const summary = profile(name, [...cells])
  expect(summary).toMatchObject({ type, use })
  expect(summary.reason).toMatch(reason)
})

test('nine in ten numbers are a column of numbers with rejected cells, fewer are text', () => {
  expect(profile('x', [...rows(18, (i) => i * i), 'a', 'b'])).toMatchObject({
    type: 'numeric',
    rejected: 2,
    use: true,
  })
  expect(profile('x', [...rows(17, (i) => i * i), 'a', 'b', 'c'])).toMatchObject({
    type: 'text',
    rejected: 0,
  })
})

test('missing cells do not count against numbers', () => {
  expect(profile('x', [...rows(5, (i) => i * i), ...rows(20, () => '')])).toMatchObject({
    type: 'numeric',
    missing: 20,
  })
})

test('a column of text has no moments and no histogram, and its distinct texts are counted', () => {
  expect(profile('x', ['a', 'b', 'a', ''])).toMatchObject({
    distinct: 2,
    mean: null,
    histogram: null,
    missing: 1,
  })
})

test('a different whole number in every row is an identifier where the header leaves the first column without a name', () => {
  const cells = rows(30, (i) => (i * 7) % 31)
  expect(profile('', cells, true)).toMatchObject({ type: 'identifier', use: false })
})

test('the format is told with the unit that most cells carry, and rejected cells by reason', () => {
  const cells = [...rows(30, (i) => `${i * i},5 €`), '7,5 $', '1.234,5', 'x', '1e400']
  expect(profile('price', cells)).toMatchObject({
    format: { decimal: ',', thousands: '.', unit: '€' },
    ambiguous: false,
    rejected: 2,
    rejectedBy: { text: 1, 'too-large': 1 },
  })
  expect(profile('name', ['a', 'b'])).toMatchObject({ format: null, rejectedBy: {} })
})

test('a column that leaves open what its mark means is ambiguous', () => {
  expect(profile('x', ['1.234', '5']).ambiguous).toBe(true)
  expect(profile('x', ['1.234', '5.678']).ambiguous).toBe(false)
  expect(profile('x', ['1.234', '5.67']).ambiguous).toBe(false)
})

test('what most cells of a column of text are is told where they are numbers in some way', () => {
  expect(whyUnreadable(tallied(['0x1', '0x2', '5', 'inf']).counts())).toBe('hexadecimal')
  expect(whyUnreadable(tallied(['0x1', 'a', 'b']).counts())).toBeNull()
  expect(whyUnreadable(tallied(['a', 'b']).counts())).toBeNull()
})
