import { describe, expect, it } from 'vitest'
import type { RestartView } from '../../../contract/views.ts'
import { restartView } from '../../stores/fake-engine.ts'
import { rankRestarts } from '../../stores/ranking.ts'
import { createCurves } from './drawn-curves.ts'

const ranked = (restarts: RestartView[]) => rankRestarts(restarts)
const traces: Record<string, Float64Array> = {
  'VVV-2-0': Float64Array.of(-120, -101, -100),
  'VVV-2-1': Float64Array.of(-130, -110),
}
const traceOf = (id: string) => traces[id] ?? new Float64Array(0)

describe('the curves that are drawn', () => {
  it('are of all restarts that have begun, with what became of them', () => {
    const restarts = [
      restartView(0, { solution: 'VVV-2-A' }),
      restartView(1, { state: 'dropped', solution: null }),
      restartView(2, { state: 'waiting', logLikelihood: null, solution: null }),
    ]
    const curves = createCurves()(ranked(restarts), traceOf, 'log-likelihood', -100)
    expect(curves.map(({ id, look, solution, xy }) => [id, look, solution, [...xy]])).toEqual([
      ['VVV-2-0', 'plain', 'VVV-2-A', [1, -120, 2, -101, 3, -100]],
      ['VVV-2-1', 'dropped', null, [1, -130, 2, -110]],
    ])
  })

  it('keep their points while their traces have not grown, whatever solution they turn out to be of', () => {
    const draw = createCurves()
    const [early] = draw(ranked([restartView(0, { solution: null })]), traceOf, 'log-likelihood', -100)
    const [late] = draw(ranked([restartView(0, { solution: 'VVV-2-A' })]), traceOf, 'log-likelihood', -99)
    expect(late?.xy).toBe(early?.xy)
    expect(late?.solution).toBe('VVV-2-A')
  })

  it('are measured anew where the best has changed and gaps are shown', () => {
    const draw = createCurves()
    const gaps = (top: number) => [
      ...(draw(ranked([restartView(0)]), traceOf, 'gap', top)[0]?.xy ?? new Float64Array(0)),
    ]
    expect(gaps(-99)[5]).toBeCloseTo(0)
    expect(gaps(-90)[5]).toBeCloseTo(1)
  })
})
