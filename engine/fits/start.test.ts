import { describe, expect, it } from 'vitest'
import { readStart, startComponents } from './start.ts'

const used = Uint32Array.of(0, 2, 3)
const parameters = {
  weights: [0.5, 0.5],
  means: [
    [0, 0],
    [1, 1],
  ],
  covariances: [
    [
      [1, 0.5],
      [0.5, 1],
    ],
    [
      [1, 0],
      [0, 1],
    ],
  ],
}
const { weights, means, covariances } = parameters

describe('a start that a person gives', () => {
  it('may have one label per row of the file: those of the rows used are taken', () => {
    const start = readStart({ labels: [1, 2, 2, 1] }, used, 4, 2)
    expect(start).toEqual({ kind: 'labels', labels: Uint16Array.of(0, 1, 0) })
  })

  it('may have one label per row used', () => {
    expect(readStart({ labels: [2, 1, 1] }, used, 4, 2)).toEqual({
      kind: 'labels',
      labels: Uint16Array.of(1, 0, 0),
    })
  })

  it('may be responsibilities', () => {
    const start = readStart(
      {
        responsibilities: [
          [1, 0],
          [0.5, 0.5],
          [0, 1],
        ],
      },
      used,
      4,
      2,
    )
    expect(start).toEqual({
      kind: 'responsibilities',
      responsibilities: Float64Array.of(1, 0, 0.5, 0.5, 0, 1),
    })
  })

  it('may be parameters', () => {
    const start = readStart(parameters, used, 4, 2)
    expect(start).toMatchObject({ kind: 'parameters', mixture: { components: 2, dimension: 2 } })
  })

  it('says how many components it has', () => {
    expect(
      [{ labels: [1, 3] }, { responsibilities: [[1, 0, 0, 0]] }, parameters].map(startComponents),
    ).toEqual([3, 4, 2])
  })

  it.each([
    ['a label that no row has', { labels: [1, 3, 3] }, /No row used has label 2/],
    ['too few labels', { labels: [1] }, /1 labels, but the file has 4 rows \(3 of them used\)/],
    [
      'a ragged line',
      { responsibilities: [[1, 0], [1], [0, 1]] },
      /Line 2 .* has 1 numbers, the first has 2/,
    ],
    [
      'a line that does not sum to 1',
      {
        responsibilities: [
          [1, 0],
          [0.9, 0.2],
          [0, 1],
        ],
      },
      /Line 2 .* sum to 1/,
    ],
    ['a weight of 0', { ...parameters, weights: [0, 1] }, /weights above 0/],
    ['weights that do not sum to 1', { ...parameters, weights: [0.5, 0.6] }, /sum to 1/],
    [
      'a mean too few',
      { weights, means: means.slice(1), covariances },
      /2 weights, 1 means and 2 covariances/,
    ],
    [
      'another dimension',
      { weights, means: [[0], [1]], covariances },
      /2 numbers per mean and 2 × 2 per covariance/,
    ],
    [
      'a covariance that is not symmetric',
      {
        weights,
        means,
        covariances: [
          [
            [1, 2],
            [0, 1],
          ],
          covariances[1],
        ],
      },
      /not symmetric/,
    ],
    [
      'a covariance that is singular',
      {
        weights,
        means,
        covariances: [
          [
            [1, 1],
            [1, 1],
          ],
          covariances[1],
        ],
      },
      /not positive definite/,
    ],
  ])('is refused in words: %s', (_, given, message) => {
    expect(() => readStart(given, used, 4, 2)).toThrowError(message)
  })
})
