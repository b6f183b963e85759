import { describe, expect, it } from 'vitest'
import { describeMarks, markSeries, marksOf, OUTLIER, UNCLASSIFIED } from './marks.ts'
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
    expect(describeMarks(null)).toBe('')
  })

  it('say outlier before unclassified, and spare what lies at a threshold', () => {
    const marks = marksOf(labels, { unclassified: 0.8, logDensity: -2.1 })
    expect([...(marks ?? [])]).toEqual([0, UNCLASSIFIED, OUTLIER, OUTLIER])
    expect(describeMarks(marks)).toBe('ring: unclassified (1) · cross: outlier (2)')
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
    expect(describeMarks(many)).toBe('cross: outlier (20,000), some of them drawn')
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
