import { describe, expect, it } from 'vitest'
import type { ReplayView, RestartView } from '../../../contract/views.ts'
import { restartView } from '../../stores/fake-engine.ts'
import type { Scene } from '../../stores/frames.ts'
import type { Phase } from '../../stores/timeline.ts'
import { captionOf } from './captions.ts'

const replay: ReplayView = {
  fit: 'f1',
  restart: 'VVV-2-0',
  iterations: Int32Array.of(0, 1, 2, 3, 4),
  moves: ['start', 'em', 'leap', 'landing', 'em'],
  logLikelihoods: Float64Array.of(-120, -110.5, -110.5, -104, -100),
  startRows: 'all',
}

function caption(
  phase: Phase,
  place: number,
  change: {
    replay?: Partial<ReplayView>
    restart?: Partial<RestartView>
    best?: number
    changed?: number
  } = {},
) {
  const told = { ...replay, ...change.replay }
  const iteration = told.iterations[place] ?? 0
  const scene = {
    shot: { phase, place, iteration, labels: iteration },
    logLikelihood: told.logLikelihoods[place] ?? 0,
    changed: change.changed ?? null,
  } as Scene
  return captionOf(
    scene,
    told,
    restartView(0, { logLikelihood: -100, ...change.restart }),
    change.best ?? -100,
  )
}

describe('what is said of a step', () => {
  it('names the start, and that it came from a sample of many rows', () => {
    expect(caption('start', 0)).toMatchObject({ name: 'Start' })
    expect(caption('start', 0).text).toContain('centres that k-means++ has spread out')
    expect(caption('start', 0, { replay: { startRows: 'drawn' } }).text).toContain(
      'from a random sample of the rows',
    )
    expect(caption('start', 0, { replay: { startRows: 'climbed' } }).text).toContain(
      'EM first climbed on a random sample',
    )
  })

  it('explains the M-step and by how much the log-likelihood rose', () => {
    const { name, text } = caption('maximise', 1)
    expect(name).toBe('M-step')
    expect(text).toContain('moves to the mean')
    expect(text).toContain('rose by 9.5')
  })

  it('explains a log-likelihood that falls by what climbs instead', () => {
    const logLikelihoods = Float64Array.of(-110, -110.5, -110.5, -104, -100)
    expect(caption('maximise', 1, { replay: { logLikelihoods } }).text).toContain(
      'the penalised one that climbs',
    )
  })

  it('explains the E-step and counts the rows that change colour', () => {
    expect(caption('expect', 1, { changed: 3 })).toMatchObject({ name: 'E-step' })
    expect(caption('expect', 1, { changed: 3 }).text).toContain('3 rows change colour')
    expect(caption('expect', 1, { changed: 1 }).text).toContain('1 row changes colour')
    expect(caption('expect', 1, { changed: 0 }).text).toContain('No row changes colour')
  })

  it('says of a leap that nothing is reached, then whether it was kept', () => {
    expect(caption('leap', 2).text).toContain('Nothing is reached yet')
    expect(caption('landing', 3)).toMatchObject({ name: 'Leap kept' })
    expect(caption('landing', 3).text).toContain('rose by 6.5')
    expect(caption('refusal', 3).text).toContain('came out lower')
  })

  it('says which iterations were not kept', () => {
    const iterations = Int32Array.of(0, 1, 9, 17, 25)
    expect(caption('several', 3, { replay: { iterations } }).text).toContain('of iterations 10 to 17')
  })
})

describe('what is said of the end', () => {
  it('tells a local maximum from the highest one found', () => {
    expect(caption('expect', 4)).toMatchObject({ name: 'End' })
    expect(caption('expect', 4).text).toContain('No restart ended higher')
    expect(caption('over', 4, { best: -98 }).text).toContain('Another restart ended 2 higher')
  })

  it('tells why it went no further', () => {
    const end = (restart: Partial<RestartView>) => caption('expect', 4, { restart }).text
    expect(end({ warnings: [{ code: 'saddle', message: '' }] })).toContain('no maximum')
    expect(end({ warnings: [{ code: 'plateau', message: '' }] })).toContain('more may be left')
    expect(end({ state: 'iteration-limit' })).toContain('still climbing')
    expect(end({ state: 'collapsed', reason: 'Component 2 is empty.' })).toBe(
      'It collapsed in the next step. Component 2 is empty.',
    )
    expect(end({ state: 'dropped' })).toContain('lagged behind')
    expect(end({ state: 'stopped' })).toBe('It was stopped here.')
  })
})
