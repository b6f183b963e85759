import { expect, it } from 'vitest'
import type { CollapsesView } from '../../../contract/views.ts'
import { areMany, collapsedWords } from './collapsed-words.ts'

const view = (rest: Partial<CollapsesView>): CollapsesView => ({
  ended: 40,
  collapsed: 17,
  examined: 12,
  columns: ['x', 'petal_width'],
  byColumn: [],
  fewRows: 0,
  empty: 0,
  remedies: [],
  ...rest,
})

it('what most collapsed restarts have in common is told, and of how many it is known', () => {
  expect(collapsedWords(view({ byColumn: [{ column: 1, count: 9 }], fewRows: 3 }))).toBe(
    '17 of 40 restarts collapsed: a component too narrow in petal_width in 9 of 12 looked into.',
  )
  expect(collapsedWords(view({ collapsed: 12, fewRows: 12 }))).toBe(
    '12 of 40 restarts collapsed: a component on too few different rows.',
  )
  expect(collapsedWords(view({ collapsed: 2, examined: 2, empty: 1 }))).toBe(
    '2 of 40 restarts collapsed: a component without rows in 1 of 2 looked into.',
  )
  expect(collapsedWords(view({}))).toBe('17 of 40 restarts collapsed.')
})

it('a single collapse, or a few among hundreds, are left to the table', () => {
  expect(areMany(1, 5)).toBe(false)
  expect(areMany(2, 200)).toBe(false)
  expect(areMany(2, 20)).toBe(true)
})
