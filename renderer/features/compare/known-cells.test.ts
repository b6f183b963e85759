import { describe, expect, it } from 'vitest'
import type { KnownView } from '../../../contract/views.ts'
import { knownTable, knownWords, tintOf } from './known-cells.ts'

const view: KnownView = {
  column: 'species',
  categories: ['a', 'b', 'c'],
  table: [
    [0, 45, 5],
    [50, 0, 0],
  ],
  rows: 100,
  unlabelled: 2,
  inFit: false,
  drawn: new Uint8Array(),
  adjustedRandIndex: 0.9,
  normalisedMutualInformation: 0.9,
  purity: 0.95,
  majority: [1, 0],
  clusterOf: [1, 0, -1],
  misplaced: 5,
}

describe('the table of clusters and categories', () => {
  it('has matched pairs on its diagonal, in the order of the numbers on the screen', () => {
    expect(knownTable(view, [0, 1])).toEqual({ clusters: [0, 1], categories: [1, 0, 2], totals: [50, 45, 5] })
    expect(knownTable(view, [4, 2])).toMatchObject({ clusters: [1, 0], categories: [0, 1, 2] })
  })

  it('tints a cell by its share of the cluster', () => {
    expect([tintOf([0, 45, 5], 1), tintOf([0, 45, 5], 0), tintOf([0, 0], 0)]).toEqual([50, 0, 0])
  })

  it('is put in words', () => {
    expect(knownWords(view, false)).toEqual([
      '95 of 100 rows are of the category most frequent in their cluster (purity 0.950).',
      '5 rows are not in the cluster that matches their category, one to one.',
      '1 category has no cluster of its own.',
      '2 rows used have no value in species and count nowhere here.',
    ])
    expect(
      knownWords({ ...view, misplaced: 0, clusterOf: [1, 0, 2], inFit: true, unlabelled: 0 }, true),
    ).toEqual([
      '95 of 100 rows are of the category most frequent in their merged cluster (purity 0.950).',
      'Every row is in the merged cluster that matches its category.',
      'The fit uses species: agreement with it says little.',
    ])
  })
})
