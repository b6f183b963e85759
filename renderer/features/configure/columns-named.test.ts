import { expect, it } from 'vitest'
import { columnsNamed, tickedAfter } from './columns-named.ts'

const columns = ['Gene 1', 'gene 2', 'Age'].map((name, index) => ({ name, index }))

it('columns are found by a part of their names, in any case', () => {
  expect(columnsNamed(columns, ' GENE').map(({ name }) => name)).toEqual(['Gene 1', 'gene 2'])
  expect(columnsNamed(columns, 'mass')).toEqual([])
  expect(columnsNamed(columns, ' ')).toBe(columns)
})

it('all or none of the columns found are ticked, and the others stay', () => {
  expect(tickedAfter([2], columns.slice(0, 2), true)).toEqual([0, 1, 2])
  expect(tickedAfter([0, 1, 2], columns.slice(0, 2), false)).toEqual([2])
})
