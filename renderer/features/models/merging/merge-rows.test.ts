import { expect, it } from 'vitest'
import { mergeRows } from './merge-rows.ts'

it('each step says how much the entropy fell, and one is where it bends', () => {
  const step = { partition: [], sizes: [], counts: [], mergedRows: 0, mergedCount: 0, joined: null }
  const rows = mergeRows({
    steps: [
      { ...step, clusters: 3, entropy: 9 },
      { ...step, clusters: 2, entropy: 2, joined: [[0], [2]], mergedRows: 40 },
      { ...step, clusters: 1, entropy: 0, joined: [[0, 2], [1]], mergedRows: 60 },
    ],
    rows: 60,
    elbow: { at: 1, left: { slope: 0, intercept: 0 }, right: { slope: 0, intercept: 0 } },
    elbowByRows: null,
    suggestion: 2,
  })
  expect(rows.map(({ fall }) => fall)).toEqual([null, 7, 2])
  expect(rows.map(({ isSuggestion }) => isSuggestion)).toEqual([false, true, false])
})
