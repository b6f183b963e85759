import { describe, expect, it } from 'vitest'
import { describeMarks, drawnMarks, markedRows, markSeries, marksOf, OUTLIER, UNCLASSIFIED } from './marks.ts'
import { responsibilityBars } from './responsibility-bars.ts'
import { LIGHT } from './theme.ts'

const labels = {
  labels: new Uint8Array(4),
  uncertainty: Float32Array.of(0.2, 0.21, 0.5, 0),
  logDensity: Float32Array.of(-1, -2.1, -9, -9),
}
const points = { x: Float32Array.of(0, 1, 2, 3), y: new Float32Array(4), centre: { x: 100, y: 0 } }

describe('the marks of doubtful points', () => {
  it('are none where no threshold is set', () => {
    expect(marksOf(labels, { unclassified: null, logDensity: null })).toBeNull()
    expect(describeMarks(null, { unclassified: null, outliers: null })).toBe('')
  })

  it('say outlier before unclassified, and spare what lies at a threshold', () => {
    const marks = marksOf(labels, { unclassified: 0.8, logDensity: -2.1 })
    expect([...(marks ?? [])]).toEqual([0, UNCLASSIFIED, OUTLIER, OUTLIER])
    expect(describeMarks(marks, drawnMarks(marks!, { unclassified: 0.8, outliers: 0.5 }))).toBe(
      'ring: unclassified (1) · cross: outlier (2)',
    )
  })

  it('are rings and crosses where their points are, and nothing for points of another plot', () => {
    const marks = Uint8Array.of(0, UNCLASSIFIED, OUTLIER, OUTLIER)
    const [rings, crosses] = markSeries(points, marks, LIGHT) as { data: Float64Array; symbol: string }[]
    expect([...(rings?.data ?? [])]).toEqual([101, 0])
    expect([...(crosses?.data ?? [])]).toEqual([102, 0, 103, 0])
    expect(rings?.symbol).not.toBe(crosses?.symbol)
    expect(markSeries(points, new Uint8Array(3).fill(OUTLIER), LIGHT)).toEqual([])
  })

  it('are thinned where they are many, and that is said', () => {
    const many = new Uint8Array(20_000).fill(OUTLIER)
    const plot = { x: new Float32Array(20_000), y: new Float32Array(20_000), centre: { x: 0, y: 0 } }
    const [crosses] = markSeries(plot, many, LIGHT) as { data: Float64Array }[]
    expect(crosses?.data.length).toBeLessThan(10_000)
    const marked = drawnMarks(many, { unclassified: null, outliers: 0.1 })
    expect(describeMarks(many, marked)).toBe('cross: outlier (20,000) · some of these marks are drawn')
  })

  it('are both named where both are asked for, none of a kind as well, and counted over all rows', () => {
    const doubtful = {
      unclassified: [3, 4],
      outliers: [0, 0],
      both: 0,
      counts: { unclassified: 15, outliers: 0, both: 0 },
      logDensity: -9,
    }
    const asked = { unclassified: 0.8, outliers: 0.001 }
    const some = Uint8Array.of(UNCLASSIFIED, 0, UNCLASSIFIED)
    expect(describeMarks(some, markedRows(doubtful, asked, false))).toBe(
      'ring: unclassified (7) · cross: outlier (0) · some of these marks are drawn',
    )
    expect(describeMarks(new Uint8Array(7).fill(UNCLASSIFIED), markedRows(doubtful, asked, true))).toBe(
      'ring: unclassified (7 rows that weigh 15) · cross: outlier (0 rows that weigh 0)',
    )
    const alone = markedRows(doubtful, { unclassified: null, outliers: 0.001 }, false)
    expect(describeMarks(new Uint8Array(3), alone)).toBe('cross: outlier (0)')
  })

  it('count a row that is both as the outlier it is marked as', () => {
    const doubtful = {
      unclassified: [3, 0],
      outliers: [2, 1],
      both: 2,
      counts: { unclassified: 9, outliers: 5, both: 4 },
      logDensity: -9,
    }
    const { unclassified, outliers } = markedRows(doubtful, { unclassified: 0.8, outliers: 0.1 }, true)
    expect([unclassified, outliers]).toEqual([
      { rows: 1, weight: 5 },
      { rows: 3, weight: 5 },
    ])
  })
})

describe('the bars of a cluster', () => {
  it('are as high as the square root of their share of the most, and know what lies below the threshold', () => {
    expect(responsibilityBars([1, 0, 4, 16], 16, 0.75)).toEqual([
      { left: 0, width: 0.25, height: 0.25, below: true },
      { left: 0.5, width: 0.25, height: 0.5, below: true },
      { left: 0.75, width: 0.25, height: 1, below: false },
    ])
  })
})
