import { describe, expect, it } from 'vitest'
import { describeGaps, describeLeavingOut, describeUndrawn, missingNames } from './missing.ts'

const view = {
  complete: 260,
  withGaps: 12,
  logLikelihood: -1102.5,
  leftOut: { status: 'converged' as const, logLikelihood: -1101.25 },
  changed: 3,
  adjustedRandIndex: 0.954,
  shift: { component: 1, column: 'waiting', from: 54.5, to: 55.25, deviations: 0.06 },
  uncertainty: { withGaps: 0.12, complete: 0.02 },
}

describe('words about rows with gaps', () => {
  it('count the rows that are left out once they are known', () => {
    expect(missingNames(null)[0]?.text).toBe('Leave out these rows')
    expect(missingNames({ rows: 272, withGaps: 11, empty: 1 })[0]?.text).toBe('Leave out 12 of 272 rows')
  })

  it('say how many of the rows used have gaps, and are not drawn', () => {
    expect(describeGaps({ rowsUsed: 271, rowsWithGaps: 12 })).toBe('Of the 271 rows used, 12 have gaps.')
    expect(describeGaps({ rowsUsed: 271, rowsWithGaps: 1 })).toBe('Of the 271 rows used, 1 has gaps.')
    expect(describeUndrawn(0)).toBe('')
    expect(describeUndrawn(12)).toBe('12 rows with gaps not drawn')
  })

  it('say what leaving them out would have given', () => {
    expect(describeLeavingOut(view, [0, 4])).toEqual([
      'The 260 complete rows have the log-likelihood −1102.50 under this model, and −1101.25 under the one fitted to them alone from here.',
      '3 of them change their cluster (adjusted Rand index 0.954).',
      'Widest shift: the mean of waiting in cluster 5, from 54.5 without the gaps to 55.25 with them: 0.06 standard deviations.',
      'Mean uncertainty: 0.120 of the rows with gaps, 0.020 of the others.',
    ])
    const same = { ...view, changed: 0, adjustedRandIndex: 1, shift: null }
    expect(describeLeavingOut(same, [])[1]).toBe(
      'No complete row changes its cluster (adjusted Rand index 1.000).',
    )
  })

  it('say where leaving them out leaves nothing to fit', () => {
    const nothing = { ...view, leftOut: null, shift: null }
    expect(describeLeavingOut(nothing, [])[1]).toBe('Fitted to them alone, a component collapses.')
    expect(describeLeavingOut({ ...nothing, complete: 0 }, [])).toEqual([
      'No row has every cell: leaving rows out leaves none.',
    ])
  })
})
