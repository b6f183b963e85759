import { describe, expect, it } from 'vitest'
import { compareWithKnown } from './known-label.ts'
import { contingency } from './partition.ts'

/** Labels of two partitions with so many rows in each pair. */
function tableOf(counts: number[][]) {
  const a: number[] = []
  const b: number[] = []
  counts.forEach((row, cluster) =>
    row.forEach((count, category) => {
      for (let i = 0; i < count; i++) {
        a.push(cluster)
        b.push(category)
      }
    }),
  )
  return contingency(Uint8Array.from(a), Uint8Array.from(b), counts.length, counts[0].length)
}

describe('clusters beside categories that are known', () => {
  const agreement = compareWithKnown(
    tableOf([
      [50, 0, 0],
      [0, 45, 2],
      [0, 1, 40],
      [0, 4, 8],
    ]),
  )

  it('have the indices that scikit-learn 1.x computes', () => {
    expect(agreement.adjustedRandIndex).toBeCloseTo(0.8307311572750423, 12)
    expect(agreement.normalisedMutualInformation).toBeCloseTo(0.8060381186960213, 12)
    expect(agreement.purity).toBeCloseTo(143 / 150, 12)
  })

  it('are matched one to one; rows elsewhere are misplaced, also those of a cluster that is left over', () => {
    expect(agreement.clusterOf).toEqual([0, 1, 2])
    expect(agreement.majority).toEqual([0, 1, 2, 2])
    expect(agreement.misplaced).toBe(2 + 1 + 12)
  })

  it('leave a category without a cluster where there are fewer clusters', () => {
    expect(
      compareWithKnown(
        tableOf([
          [50, 0, 0],
          [0, 49, 50],
        ]),
      ).clusterOf,
    ).toEqual([0, -1, 1])
  })

  it('are pure and tell nothing where every row is of one category', () => {
    const one = compareWithKnown(tableOf([[3], [4]]))
    expect(one).toMatchObject({ purity: 1, normalisedMutualInformation: 0, adjustedRandIndex: 0 })
  })

  it('have no majority where a cluster has no row', () => {
    expect(
      compareWithKnown(
        tableOf([
          [3, 1],
          [0, 0],
        ]),
      ).majority,
    ).toEqual([0, -1])
  })
})
