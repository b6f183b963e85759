import { expect, test } from 'vitest'
import { profileColumn } from './profile.ts'
import { tallyColumn } from './tally.ts'

function profile(name: string, cells: string[], unnamedFirst = false) {
  const tally = tallyColumn('.', true)
  cells.forEach((cell, i) => tally.add(cell, i + 2))
  return profileColumn(name, tally.counts(), tally.values(), unnamedFirst)
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
  ['price', rows(30, (i) => `${i + 1}.234,5`), 'text', false, /grouped thousands/],
  ['price', rows(30, (i) => (i % 2 ? '1,234,567' : '12')), 'text', false, /grouped thousands/],
  ['price', rows(30, (i) => `${i + 1}\u00c2\u00a0234,5`), 'text', false, /grouped thousands/],
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
