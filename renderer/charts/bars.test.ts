import { describe, expect, it } from 'vitest'
import { binValues, describeHistogram, planCounts, planHistogram } from './bars.ts'
import { LIGHT } from './theme.ts'

describe('bars of a histogram', () => {
  it('count every value once, both ends included', () => {
    const { edges, counts } = binValues(Float64Array.of(0, 0.1, 0.5, 1, 1), 0, 1)
    expect([edges[0], edges.at(-1), edges.length]).toEqual([0, 1, counts.length + 1])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5)
    expect([counts[0], counts.at(-1)]).toEqual([2, 2])
  })

  it('leave room on the axis for a value far from all of them', () => {
    const bars = binValues(Float64Array.of(1, 2, 3), 0, 3)
    const option = planHistogram(bars, 'T', 'samples', { value: 300, text: 'T = 300' }, LIGHT)
    expect(option['xAxis']).toMatchObject({ min: 0, max: 300 })
    expect((option['series'] as { id: string }[]).map(({ id }) => id)).toEqual(['bars', 'pointer'])
  })

  it('say in words how many values lie where', () => {
    expect(describeHistogram('T', Float64Array.of(3, 1.5))).toBe('T: 2 values from 1.50 to 3.00.')
    expect(describeHistogram('T', new Float64Array())).toBe('T: nothing yet.')
  })
})

describe('bars of names', () => {
  it('bear their counts, so that nobody has to read an axis', () => {
    const option = planCounts(
      [
        { name: '2', count: 3, own: true },
        { name: '3', count: 0, own: false },
      ],
      'components',
      'replicates',
      LIGHT,
    )
    const [, labels] = option['series'] as [unknown, { data: { label: { formatter: string } }[] }]
    expect(labels.data.map(({ label }) => label.formatter)).toEqual(['3', '0'])
    expect(option['xAxis']).toMatchObject({ data: ['2', '3'] })
  })
})
