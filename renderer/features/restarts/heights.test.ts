import { expect, it } from 'vitest'
import { restartView } from '../../stores/fake-engine.ts'
import { rankRestarts } from '../../stores/ranking.ts'
import { heightsOf } from './heights.ts'

it('a restart stands where it ended, and nowhere when it never began or has no height', () => {
  const restarts = [
    restartView(0, { logLikelihood: -100, solution: 'VVV-2-A' }),
    restartView(1, { state: 'dropped', logLikelihood: -130, solution: null }),
    restartView(2, { state: 'stopped', logLikelihood: null, solution: null }),
    restartView(3, { state: 'collapsed', logLikelihood: 900, solution: null }),
    restartView(4, { state: 'iteration-limit', logLikelihood: -101, solution: 'VVV-2-B' }),
  ]
  expect(
    heightsOf(rankRestarts(restarts)).map(({ id, standing, value }) => [id.at(-1), standing, value]),
  ).toEqual([
    ['0', 'ended', -100],
    ['4', 'ended', -101],
    ['1', 'dropped', -130],
    ['2', 'waiting', null],
    ['3', 'collapsed', null],
  ])
})
