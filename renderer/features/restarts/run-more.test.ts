import { expect, it } from 'vitest'
import { readMore } from './run-more.ts'

it('more restarts are asked for by a whole number that there is room for', () => {
  expect(readMore(' 40 ', 40)).toEqual({ count: 40 })
  expect(readMore('', 40)).toEqual({ error: 'Type a whole number from 1 to 9,960.' })
  expect(readMore('1.5', 40)).toHaveProperty('error')
  expect(readMore('9961', 40)).toHaveProperty('error')
  expect(readMore('1', 10_000)).toEqual({ error: 'There are 10,000 restarts, and no more can be kept.' })
})
