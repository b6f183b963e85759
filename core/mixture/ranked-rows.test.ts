import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRankedRows } from './ranked-rows.ts'

it('keeps the rows that a sort of all of them puts first', () => {
  const scores = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(NaN)), { maxLength: 60 })
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 12 }), (list, most) => {
      const ranked = createRankedRows(most)
      list.forEach((score, row) => ranked.offer(row, score))
      const sorted = list
        .map((score, row) => ({ row, score }))
        .filter(({ score }) => !Number.isNaN(score))
        .sort((a, b) => b.score - a.score || a.row - b.row)
      expect(ranked.list()).toEqual(sorted.slice(0, most))
    }),
    { seed: 1 },
  )
})
