import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spread } from './spread.ts'

it('labels far enough apart stay where they are', () => {
  expect(spread([0, 40, 20], 12)).toEqual([0, 0, 0])
})

it('labels at one place are spread evenly round it, in their order', () => {
  expect(spread([50, 50, 50], 12)).toEqual([-12, 0, 12])
})

it('no two end closer than the gap, and none passes another', () => {
  const places = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 14 })
  fc.assert(
    fc.property(places, (wanted) => {
      const moves = spread(wanted, 12)
      const ends = wanted
        .map((place, at) => ({ place, end: place + moves[at] }))
        .sort((a, b) => a.place - b.place || a.end - b.end)
      ends.forEach(({ end }, at) => at > 0 && expect(end - ends[at - 1].end).toBeGreaterThan(12 - 1e-9))
    }),
  )
})
