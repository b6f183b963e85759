import { expect, it } from 'vitest'
import { matchedStyles } from './matched-styles.ts'

it('matched components look the same, the others like nothing on the left', () => {
  expect(matchedStyles([2, 0], 3)).toEqual([1, 2, 0])
  expect(matchedStyles([1, -1, 0], 2)).toEqual([2, 0])
  expect(matchedStyles([], 2)).toEqual([0, 1])
})
