import { expect, test } from 'vitest'
import { countDistinct, DISTINCT_LIMIT, distinctBudget } from './distinct.ts'

test('texts that come back are counted once, however many there are', () => {
  const texts = countDistinct(distinctBudget())
  for (let i = 0; i < 600_000; i++) texts.add(`text ${i % 300_000}`)
  expect(texts.count).toBe(300_000)
})

test('texts that differ only in their order, length or one character are different', () => {
  const texts = countDistinct(distinctBudget())
  for (const text of ['ab', 'ba', 'a', 'aa', 'aaa', '', ' ', 'ac', '\u0000', '\u0000\u0000']) texts.add(text)
  expect(texts.count).toBe(10)
})

test('the columns of a table share one budget, and a column that finds it used up counts no further', () => {
  const budget = distinctBudget()
  expect(budget.left).toBe(DISTINCT_LIMIT)
  budget.left = 5
  const [first, second] = [countDistinct(budget), countDistinct(budget)]
  for (const text of ['a', 'b', 'c', 'a']) first.add(text)
  for (const text of ['a', 'b', 'c', 'd']) second.add(text)
  expect([first.count, second.count, budget.left]).toEqual([3, 2, 0])
})
