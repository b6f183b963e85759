import { describe, expect, it } from 'vitest'
import { fitSummary, datasetSummary, column, restartView } from '../../stores/fake-engine.ts'
import { describeData, describeRestarts, describeSelection, describeTiming } from './status-text.ts'

const data = datasetSummary({
  rows: 272,
  columns: [column(0, 'eruptions'), column(1, 'waiting', { missing: 3 }), column(2, 'age', { rejected: 5 })],
})

describe('the status bar', () => {
  it('before a fit counts the rows that the ticked columns would drop', () => {
    expect(describeData(data, [0], null)).toBe('272 rows · 1 column · 0 dropped')
    expect(describeData(data, [0, 1], null)).toBe('272 rows · 2 columns · 3 dropped, 269 used')
    expect(describeData(data, [1, 2], null)).toBe(
      '272 rows · 2 columns · at least 5 dropped, at most 267 used',
    )
  })

  it('counts the rows selected, where any are', () => {
    expect([0, 1, 1200].map(describeSelection)).toEqual(['', '1 row selected', '1,200 rows selected'])
  })

  it('says what of the file was not taken in', () => {
    const columns = [column(0, 'x', { rejected: 5, rejectedBy: { text: 4, date: 1 } })]
    const lossy = datasetSummary({ rows: 40, columns, rejectedCells: 5, commentLines: 2, blankLines: 1 })
    expect(describeData(lossy, [0], null)).toBe(
      '40 rows · 1 column · 5 dropped, 35 used · 5 cells rejected (4 × text, 1 × date) · 2 comment lines · 1 blank line',
    )
  })

  it('after a fit says what was dropped, found and how long it took', () => {
    const fit = fitSummary({ rowsDropped: 3, seconds: 0.42, threads: 2 })
    expect(describeData(data, [0], fit)).toBe('272 rows · 2 columns · 3 dropped, 269 used')
    expect(describeRestarts(null, 3, 3, fit)).toBe('3 of 3 restarts · 2 solutions')
    expect(describeRestarts(null, 2, 3, { ...fit, stopped: true })).toBe(
      '2 of 3 restarts · 2 solutions · stopped',
    )
    expect(describeTiming(null, fit)).toBe('0.4 s · 2 threads')
  })

  it('never leaves out that restarts were removed', () => {
    const fit = fitSummary({ removed: [restartView(3)], stopped: true })
    expect(describeRestarts(null, 3, 3, fit)).toBe(
      '3 of 3 restarts · 2 solutions · 1 restart removed by hand · stopped',
    )
  })

  it('says what n is where rows have weights', () => {
    const weighting = { column: 'w', kind: 'frequency', count: 2080, zero: 1, missing: 0 } as const
    expect(describeData(data, [0], fitSummary({ weighting, rowsDropped: 1 }))).toBe(
      '272 rows · 2 columns · 1 dropped, 271 used · n = 2,080 (frequency: w)',
    )
  })

  it('says how many of the rows used have gaps', () => {
    const fit = fitSummary({ rowsDropped: 1, rowsWithGaps: 12 })
    expect(describeData(datasetSummary({ rows: 272 }), [0], fit)).toContain(
      '1 dropped, 271 used, 12 with gaps',
    )
    expect(describeData(datasetSummary({ rows: 272 }), [0], null, 'em')).toContain('rows with gaps used')
  })

  it('while running counts the restarts done', () => {
    const none = { tried: 0, toTry: 20, seconds: 1.25, secondsLeft: 2, leader: null }
    const running = { ...none, done: 17, total: 40, stage: 'restarts' } as const
    expect(describeRestarts(running, 0, 40, null)).toBe('17 of 40 restarts')
    expect(describeTiming(running, null)).toBe('1.3 s')
  })

  it('while solutions are refined counts the tries, and afterwards says what they gave', () => {
    const running = { done: 40, total: 40, stage: 'refining', tried: 7, toTry: 20 } as const
    const time = { seconds: 1.25, secondsLeft: 2, leader: null }
    expect(describeRestarts({ ...running, ...time }, 0, 40, null)).toBe('all 40 restarts · refining 7 of 20')
    const refined = (better: number) => fitSummary({ refinements: { tried: 20, better } })
    expect(describeRestarts(null, 3, 3, refined(0))).toBe(
      '3 of 3 restarts · 2 solutions · 20 refinements, none better',
    )
    expect(describeRestarts(null, 3, 3, refined(2))).toMatch(/ · 20 refinements, 2 better$/)
  })
})
