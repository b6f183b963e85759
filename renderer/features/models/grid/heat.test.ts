import { describe, expect, it } from 'vitest'
import type { GridCell } from '../../../../contract/model-grid.ts'
import type { SolutionView } from '../../../../contract/views.ts'
import { cellSentence, hitsText, marksOf, rangeOf, stepFrom, tintOf } from './heat.ts'
import { storyOf } from './story.ts'

const BIC = { criterion: 'bic', mclust: false } as const
const solution = (rest: Partial<SolutionView> = {}): SolutionView => ({
  ...{ id: 'VVV-3-A', components: 3, covariance: 'VVV', kind: 'best', parameters: 17, logLikelihood: -1130 },
  ...{
    bic: 100,
    aic: 90,
    icl: 110,
    aicc: null,
    entropy: 5,
    hits: 12,
    hitsBy: [],
    restarts: [],
    warnings: [],
  },
  ...rest,
})
const cell = (rest: Partial<GridCell> = {}) =>
  ({
    ...{ covariance: 'VVV', components: 3, solution: solution(), value: 100, aside: false, solutions: 1 },
    ...{
      planned: 40,
      ended: 40,
      running: 0,
      removed: 0,
      spread: 0,
      lead: 1,
      settled: true,
      outdoneBy: null,
      sameAs: null,
      failure: '',
      stopped: false,
    },
    ...rest,
  }) as GridCell & { solution: SolutionView; value: number }

describe('a cell of the heat map', () => {
  it('shows its hits, or that refinement found it, that it waits, or that it failed', () => {
    expect(hitsText(cell())).toBe('12/40')
    expect(hitsText(cell({ solution: solution({ hits: 0 }) }))).toBe('0/40')
    expect(marksOf(cell({ solution: solution({ hits: 0 }) }), null)).toMatchObject([{ sign: '°' }])
    const empty = { solution: null, value: null }
    expect(hitsText(cell({ ...empty, ended: 3 }))).toBe('3/40')
    expect(hitsText(cell({ ...empty, failure: 'All collapsed.' }))).toBe('failed')
    const halted = cell({ ...empty, failure: 'Stopped.', stopped: true })
    expect([hitsText(halted), marksOf(halted, null)[0]?.name]).toEqual(['stopped', 'stopped'])
    const gone = cell({ ...empty, planned: 0, ended: 0, removed: 40, failure: 'By hand.' })
    expect([hitsText(gone), marksOf(gone, null)[0]?.name]).toEqual(['removed', 'removed'])
    expect(cellSentence(gone, BIC, null)).toBe('Full (VVV), 3 components: removed. By hand.')
  })

  it('is marked where it is lowest, not settled or under-searched, once its restarts have ended', () => {
    const open = cell({ settled: false, outdoneBy: 'VVV-2-A' })
    expect(marksOf(open, open).map(({ name }) => name)).toEqual(['lowest', 'not settled', 'under-searched'])
    expect(marksOf({ ...open, ended: 39 }, null).map(({ name }) => name)).toEqual(['running or waiting'])
  })

  it('is said in a sentence', () => {
    expect(cellSentence(cell(), BIC, null)).toBe(
      'Full (VVV), 3 components: BIC 100.00, reached by 12 of 40 restarts',
    )
    expect(cellSentence(cell({ removed: 3 }), BIC, null)).toContain('of 40 restarts, 3 removed by hand')
    expect(cellSentence(cell(), { ...BIC, mclust: true }, null)).toContain('BIC −100.00')
    const empty = { solution: null, value: null }
    expect(cellSentence(cell({ ...empty, ended: 0 }), BIC, null)).toBe('Full (VVV), 3 components: waiting')
    expect(cellSentence(cell({ ...empty, failure: 'All collapsed.' }), BIC, null)).toContain(
      'failed. All collapsed.',
    )
  })

  it('is coloured by the logarithm of its distance to the lowest', () => {
    const cells = [cell(), cell({ value: 109 }), cell({ value: 199 }), cell({ value: 20, aside: true })]
    const range = rangeOf(cells)
    expect(range).toEqual({ aside: false, lowest: 100, highest: 199 })
    expect(cells.map((one) => tintOf(one, range))).toEqual([1, 0.5, 0, 0])
    expect([rangeOf([]), tintOf(cell(), null)]).toEqual([null, null])
  })

  it('is left by the arrow keys for its neighbour, and not beyond the edge', () => {
    expect(stepFrom({ row: 0, column: 1 }, 'ArrowDown', 14, 9)).toEqual({ row: 1, column: 1 })
    expect(stepFrom({ row: 0, column: 8 }, 'ArrowRight', 14, 9)).toEqual({ row: 0, column: 8 })
    expect(stepFrom({ row: 3, column: 4 }, 'End', 14, 9)).toEqual({ row: 3, column: 8 })
    expect(stepFrom({ row: 3, column: 4 }, 'a', 14, 9)).toBeNull()
  })
})

describe('the better story', () => {
  it('has fewer components or parameters, more hits or less overlap, two reasons at most', () => {
    const own = cell({ solution: solution({ components: 2, parameters: 11, hits: 40 }), components: 2 })
    expect(storyOf(own, cell())).toBe('1 component fewer; 6 parameters fewer.')
    expect(storyOf(cell({ solution: solution({ hits: 40, entropy: 1 }) }), cell())).toBe(
      'Reached more often, by 40 of 40 restarts; clusters overlap less, entropy 1.0 for 5.0.',
    )
    expect(storyOf(cell(), cell())).toBe('')
  })
})
