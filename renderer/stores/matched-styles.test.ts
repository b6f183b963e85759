import { expect, it } from 'vitest'
import { matchedStyles } from './matched-styles.ts'

it('a category has the number of the cluster that it matches, one without a cluster the next that is free', () => {
  expect(matchedStyles([2, -1, 0, -1], [4, 0, 1])).toEqual([1, 2, 4, 3])
})
