import { describe, expect, it } from 'vitest'
import type { ReplayView } from '../../contract/views.ts'
import { shotAt, stopAt, timelineOf } from './timeline.ts'

function replayOf(iterations: number[], moves: ReplayView['moves']): ReplayView {
  return {
    fit: 'f1',
    restart: 'VVV-2-0',
    iterations: Int32Array.from(iterations),
    moves,
    logLikelihoods: Float64Array.from(iterations),
    startRows: 'all',
  }
}
const plain = replayOf([0, 1, 2], ['start', 'em', 'em'])
const leaping = replayOf([0, 1, 2, 3, 4, 5], ['start', 'em', 'leap', 'landing', 'leap', 'refusal'])
const thinned = replayOf([0, 1, 5, 9], ['start', 'em', 'several', 'several'])
const labelled = replayOf([1, 2], ['em', 'em'])
const told = (replay: ReplayView) =>
  timelineOf([replay]).map((stop) => {
    const { phase, iteration, labels } = shotAt(replay, stop)
    return `${phase} ${iteration} ${labels}`
  })

describe('the stops of a restart', () => {
  it('are its start, then the halves of each EM step: components move under the old colours, then rows change theirs', () => {
    expect(told(plain)).toEqual(['start 0 0', 'maximise 1 0', 'expect 1 1', 'maximise 2 1', 'expect 2 2'])
  })

  it('have no halves where an iteration is part of a leap', () => {
    expect(told(leaping).slice(3)).toEqual(['leap 2 2', 'landing 3 3', 'leap 4 4', 'refusal 5 5'])
  })

  it('have no halves where iterations between were not kept', () => {
    expect(told(thinned)).toEqual(['start 0 0', 'maximise 1 0', 'expect 1 1', 'several 5 5', 'several 9 9'])
  })

  it('begin with the first M-step where the start was given as labels', () => {
    expect(told(labelled)).toEqual(['start 1 1', 'maximise 2 1', 'expect 2 2'])
  })
})

describe('restarts in step', () => {
  const timeline = timelineOf([leaping, labelled])

  it('stop wherever one of them does', () => {
    expect(timeline.map(({ iteration, half }) => (half ? iteration - 0.5 : iteration))).toEqual([
      0, 0.5, 1, 1.5, 2, 3, 4, 5,
    ])
  })

  it('wait at their start and at their end for each other, and half-way for the other’s M-step', () => {
    const phases = timeline.map((stop) => shotAt(labelled, stop).phase)
    expect(phases).toEqual(['start', 'start', 'start', 'maximise', 'expect', 'over', 'over', 'over'])
    expect(shotAt(leaping, { iteration: 2, half: true })).toMatchObject({ phase: 'expect', iteration: 1 })
    expect(shotAt(thinned, { iteration: 7, half: false })).toMatchObject({ phase: 'several', iteration: 5 })
  })
})

describe('the stop that another one comes to', () => {
  it('is the last not behind it, or the first', () => {
    const timeline = timelineOf([plain])
    expect(stopAt(timeline, { iteration: 1, half: true })).toBe(1)
    expect(stopAt(timeline, { iteration: 1, half: false })).toBe(2)
    expect(stopAt(timeline, { iteration: 9, half: true })).toBe(4)
    expect(stopAt(timelineOf([labelled]), { iteration: 0, half: false })).toBe(0)
  })
})
