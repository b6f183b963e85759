import { describe, expect, it } from 'vitest'
import type { CoassignmentView } from '../../contract/views.ts'
import { coassignmentPixels, describeCoassignment, planCoassignment } from './coassignment.ts'
import { LIGHT } from './theme.ts'

/** Three rows of which the second is with the first in half of the votes. */
const view: CoassignmentView = {
  rows: Uint32Array.of(4, 7, 9),
  sizes: [2, 1],
  pattern: Uint32Array.of(0, 1, 2),
  together: Float32Array.of(1, 0.5, 0, 0.5, 1, 0.5, 0, 0.5, 1),
  patterns: 3,
  of: 30,
}
const theme = { ...LIGHT, background: '#ffffff', accent: '#000064' }

describe('the picture of a co-assignment', () => {
  it('is the background where rows are never put together, and the accent where they always are', () => {
    const pixels = coassignmentPixels(view, theme)
    const at = (a: number, b: number) => [...pixels.subarray((a * 3 + b) * 4, (a * 3 + b) * 4 + 4)]
    expect(at(0, 0)).toEqual([0, 0, 100, 255])
    expect(at(0, 2)).toEqual([255, 255, 255, 255])
    expect(at(0, 1)).toEqual([128, 128, 178, 255])
    expect(at(1, 0)).toEqual(at(0, 1))
  })

  it('names the clusters by their sticky numbers in the middle of their blocks', () => {
    const option = planCoassignment(view, [4, 2], theme)
    const { axisLabel } = option['xAxis'] as {
      axisLabel: { customValues: number[]; formatter: (at: number) => string }
    }
    expect(axisLabel.customValues).toEqual([1, 2.5])
    expect(axisLabel.customValues.map(axisLabel.formatter)).toEqual(['5', '3'])
  })

  it('says in words that it shows a sample', () => {
    expect(describeCoassignment(view)).toMatch(
      /a fair sample of 3 of 30 rows, in blocks of 2 clusters of 2, 1 rows/,
    )
  })
})
