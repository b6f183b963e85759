import { expect, it } from 'vitest'
import { headLabels, mergedClusters, mergedStyles } from './merged-clusters.ts'

const step = {
  clusters: 2,
  entropy: 1,
  joined: null,
  mergedRows: 0,
  mergedCount: 0,
  partition: [1, 0, 0],
  sizes: [60, 40],
  counts: [90, 80],
}

it('a merged cluster has the number of its heaviest component, and so have the others in it', () => {
  const merged = mergedClusters(step)
  expect(merged.heads).toEqual([1, 0])
  expect(merged.counts).toEqual([90, 80])
  expect(mergedStyles([4, 7, 2], merged)).toEqual([4, 7, 7])
})

it('rows are labelled with the head of their cluster; those without a label stay without', () => {
  expect(Array.from(headLabels(Uint8Array.of(0, 1, 255), mergedClusters(step)))).toEqual([1, 0, 255])
})
