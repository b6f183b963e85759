import { describe, expect, it } from 'vitest'
import { rowEntropy } from './entropy.ts'
import { addOverlap, emptyOverlap, meanResponsibilities, misclassification } from './overlap.ts'
import { silhouetteWidths } from './silhouette.ts'
import { lowestShare, statusOf } from './status.ts'

describe('the entropy of a row', () => {
  it('is 0 where one component has the row to itself, and ln K where all share it alike', () => {
    const shares = Float64Array.of(0, 1, 0, 1 / 3, 1 / 3, 1 / 3)
    expect(rowEntropy(shares, 0, 3)).toBe(0)
    expect(rowEntropy(shares, 1, 3)).toBeCloseTo(Math.log(3), 14)
  })
})

describe('overlap', () => {
  const labels = Uint8Array.of(0, 0, 1, 255)
  const shares = Float64Array.of(0.9, 0.1, 0.6, 0.4, 0.2, 0.8, NaN, NaN)
  const sums = emptyOverlap(2)
  addOverlap(sums, labels, shares, 2)

  it('is the mean responsibility over the rows of a cluster, without those that are not used', () => {
    const expected = [0.75, 0.25, 0.2, 0.8]
    meanResponsibilities(sums, 2).forEach((share, at) => expect(share).toBeCloseTo(expected[at], 14))
  })

  it('is turned into the probability that a row of a component is put into a cluster', () => {
    const expected = [1.5 / 1.7, 0.2 / 1.7, 0.5 / 1.3, 0.8 / 1.3]
    misclassification(sums, 2).forEach((share, at) => expect(share).toBeCloseTo(expected[at], 14))
  })

  it('has noise as one more group, last', () => {
    const noisy = emptyOverlap(2)
    addOverlap(noisy, Uint8Array.of(0, 254), Float64Array.of(0.7, 0.4), 1, Float64Array.of(0.3, 0.6))
    expect([...meanResponsibilities(noisy, 2)]).toEqual([0.7, 0.3, 0.4, 0.6])
    expect(rowEntropy(Float64Array.of(0.5), 0, 1, 0.5)).toBeCloseTo(Math.LN2, 14)
  })

  it('is not a number for a cluster without rows', () => {
    expect([...meanResponsibilities(emptyOverlap(2), 2)]).toEqual([NaN, NaN, NaN, NaN])
  })
})

describe('silhouette widths', () => {
  const column = Float64Array.of(0, 1, 5, 6, 20)

  it('are (b − a) ÷ max(a, b), and 0 for the only row of a cluster', () => {
    const widths = silhouetteWidths([column], Uint8Array.of(0, 0, 1, 1, 2), 3)
    // sklearn.metrics.silhouette_samples of the same, scikit-learn 1.x
    const expected = [4.5 / 5.5, 3.5 / 4.5, 3.5 / 4.5, 4.5 / 5.5, 0]
    widths.forEach((width, i) => expect(width).toBeCloseTo(expected[i], 14))
  })

  it('are negative for a row that is nearer to another cluster', () => {
    expect(silhouetteWidths([column], Uint8Array.of(0, 0, 1, 0, 2), 3)[3]).toBeLessThan(0)
  })

  it('take no notice of a cluster without rows, and are not numbers where there is one cluster alone', () => {
    const pair = Uint8Array.of(0, 0, 2, 2, 2)
    expect(silhouetteWidths([column], pair, 3)).toEqual(
      silhouetteWidths(
        [column],
        pair.map((k) => k / 2),
        2,
      ),
    )
    expect(silhouetteWidths([column], new Uint8Array(5), 1).every(Number.isNaN)).toBe(true)
  })

  it('end where they are stopped', () => {
    let asked = 0
    const widths = silhouetteWidths([column], Uint8Array.of(0, 0, 1, 1, 1), 2, () => ++asked > 2)
    expect([...widths].map(Number.isNaN)).toEqual([false, false, true, true, true])
  })
})

describe('the status of a row', () => {
  it('is noise before outlier, outlier before unclassified, and classified where neither is asked for', () => {
    const both = { responsibility: 0.8, logDensity: -5 }
    expect(statusOf(1, 0.3, -6, both)).toBe('outlier')
    expect(statusOf(1, 0.3, -5, both)).toBe('unclassified')
    expect(statusOf(1, 0.1, -5, both)).toBe('classified')
    expect(statusOf(254, 0.9, -99, both)).toBe('noise')
    expect(statusOf(1, 0.9, -99, { responsibility: null, logDensity: null })).toBe('classified')
  })
})

describe('the lowest share of the rows', () => {
  it('lies strictly below the log density given for it', () => {
    const sorted = Float64Array.from({ length: 150 }, (_, i) => i)
    expect(lowestShare(sorted, 150, 0.05)).toBe(7)
    expect(lowestShare(sorted, 150, 0.001)).toBe(0)
    expect(lowestShare(sorted, 0, 0.05)).toBeNaN()
  })
})
