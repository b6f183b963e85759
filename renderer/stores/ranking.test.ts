import { describe, expect, it } from 'vitest'
import { restartView } from './fake-engine.ts'
import { rankRestarts } from './ranking.ts'

describe('the ranking of restarts', () => {
  it('goes from the best down, ties in the order they were started', () => {
    const ranked = rankRestarts([
      restartView(0, { logLikelihood: -10 }),
      restartView(1, { logLikelihood: -5 }),
      restartView(2, { logLikelihood: -10 }),
    ])
    expect(ranked.map((each) => [each.restart.index, each.rank, each.gap])).toEqual([
      [1, 1, 0],
      [0, 2, 5],
      [2, 3, 5],
    ])
  })

  it('collapsed restarts never win, however high they climbed', () => {
    const ranked = rankRestarts([
      restartView(0, { state: 'collapsed', logLikelihood: 1e6 }),
      restartView(1),
      restartView(2, { state: 'waiting', logLikelihood: null }),
    ])
    expect(ranked.map((each) => [each.restart.index, each.rank])).toEqual([
      [1, 1],
      [0, null],
      [2, null],
    ])
  })

  it('gaps are measured from the best that is not spurious', () => {
    const ranked = rankRestarts([
      restartView(0, { logLikelihood: 50, warnings: [{ code: 'spurious', message: '' }] }),
      restartView(1, { logLikelihood: -5 }),
    ])
    expect(ranked.map((each) => each.gap)).toEqual([-55, 0])
  })
})
