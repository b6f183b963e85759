import { describe, expect, it } from 'vitest'
import { planTour, stepAfter, TOUR_STEPS, type TourState } from './tour-plan.ts'

const solution = (letter: string, hits: number, logLikelihood: number, kmeans = 0) => ({
  id: `EEE-4-${letter}`,
  hits,
  logLikelihood,
  hitsBy: [
    { initialisation: 'kmeans' as const, hits: kmeans, of: 1 },
    { initialisation: 'kmeans++' as const, hits: 0, of: 50 },
    { initialisation: 'short-runs' as const, hits: hits - kmeans, of: 100 },
  ],
})
const state = (over: Partial<TourState> = {}, fit: Partial<TourState['fit']> = {}): TourState => ({
  step: 'read',
  view: 'Data',
  sample: { rows: 200, columns: 8, ticked: 5 },
  opening: false,
  ...over,
  fit: { phase: 'none', ended: 0, asked: 200, found: fit.solutions?.length ?? 0, solutions: [], ...fit },
})
const running = (fit: Partial<TourState['fit']>) => state({ step: 'run', view: 'Restarts' }, fit)

describe('the tour', () => {
  it('has three steps, and goes to and fro between them', () => {
    expect(TOUR_STEPS).toHaveLength(3)
    expect([stepAfter('read', 1), stepAfter('run', 1), stepAfter('take', 1)]).toEqual(['run', 'take', null])
    expect([stepAfter('take', -1), stepAfter('read', -1)]).toEqual(['run', null])
  })

  it('says first what was read, with the numbers of the file', () => {
    const { number, title, paragraphs, next, anchor } = planTour(state())
    expect([number, title, next.ready]).toEqual([1, 'What was read', true])
    expect(paragraphs[0]).toContain('200 rows and 8 columns')
    expect(anchor?.selector).toContain('Column profiles')
  })

  it('waits at the second step until the restarts have ended, and counts them', () => {
    const now = planTour(running({ phase: 'running', ended: 57, solutions: [solution('A', 20, -1)] }))
    expect(now.next.ready).toBe(false)
    expect(now.status).toBe('57 of 200 restarts so far, at 1 solution.')
    expect(planTour(running({})).status).toMatch(/^Press Run/)
  })

  it('says what the restarts came to, from the fit itself', () => {
    const solutions = [solution('A', 94, -1349.05), solution('B', 12, -1355.2), solution('C', 3, -1400)]
    const { next, paragraphs } = planTour(running({ phase: 'ended', ended: 200, found: 4, solutions }))
    expect(next.ready).toBe(true)
    expect(paragraphs[1]).toBe(
      '200 restarts ended at 4 solutions. The best, A, was reached by 94. The next is 6.15 lower in log-likelihood. Of 51 starts from k-means or its centres none reached A: a program that starts only there does not show it.',
    )
  })

  it('does not say that k-means fails where it does not', () => {
    const { paragraphs } = planTour(
      running({ phase: 'ended', ended: 200, solutions: [solution('A', 200, -1, 1)] }),
    )
    expect(paragraphs[1]).toContain('Of 51 starts from k-means or its centres 1 reached A.')
    expect(paragraphs[1]).toContain('200 restarts ended at 1 solution.')
  })

  it('goes on where no restart came to anything', () => {
    const { paragraphs, next } = planTour(running({ phase: 'ended', ended: 200 }))
    expect(paragraphs[1]).toBe('No restart reached a usable solution.')
    expect(next.ready).toBe(true)
  })

  it('offers the way back, and points at nothing, where another tab is shown', () => {
    expect(planTour(state({ view: 'Models' }))).toMatchObject({ away: 'Data', anchor: null })
    expect(planTour(state())).toMatchObject({ away: null })
    expect(planTour(state({ step: 'take', view: 'Compare' })).anchor?.selector).toContain('Solution')
  })

  it('asks for its sample where another file is open, and waits while it is read', () => {
    expect(planTour(state({ sample: null }))).toMatchObject({
      lost: true,
      next: { label: 'Open the sample', ready: true },
    })
    expect(planTour(state({ sample: null, opening: true }))).toMatchObject({
      lost: false,
      next: { ready: false },
    })
  })
})
