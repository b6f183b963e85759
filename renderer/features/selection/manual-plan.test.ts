import { describe, expect, it } from 'vitest'
import { column } from '../../stores/fake-engine.ts'
import { besideClusters, besideRest, fromColumn, labelColumns } from './manual-plan.ts'

const of = (sizes: number[], unused = 0) => ({ sizes, unused })

describe('a restart from selected rows', () => {
  it('sets them beside the clusters that the others are in', () => {
    expect(besideClusters([50, 30, 20], of([5, 0, 7], 2))).toEqual({
      components: 4,
      says: 'The 12 selected rows become a component of their own beside the 3 clusters: 4 components. 2 selected rows without all values have no part in it.',
      emptied: [],
    })
  })

  it('lets a cluster give way of which no row is left', () => {
    expect(besideClusters([50, 30, 20], of([5, 30, 0]))).toEqual({
      components: 3,
      says: 'The 35 selected rows become a component of their own beside 2 other clusters; cluster 2 has no row left and gives way: 3 components.',
      emptied: [1],
    })
  })

  it('that are exactly a cluster, or several, says so', () => {
    expect(besideClusters([50, 30, 20], of([0, 30, 0])).says).toBe(
      'The selected rows are exactly cluster 2, so it begins from the clusters as they are: 3 components.',
    )
    expect(besideClusters([50, 30, 20], of([50, 0, 20]))).toMatchObject({
      components: 2,
      says: 'Clusters 1 and 3 become one: 2 components.',
    })
  })

  it('cannot begin where nothing stands beside them, or none of them is used', () => {
    expect(besideClusters([50, 30], of([50, 30])).components).toBeNull()
    expect(besideRest(80, of([80])).components).toBeNull()
    expect(besideClusters([50, 30], of([0, 0], 4))).toMatchObject({
      components: null,
      says: 'The fit uses none of the selected rows: a value is missing in each.',
    })
    expect(besideRest(80, of([0])).says).toBe('No row is selected.')
    expect(
      besideClusters(Array(100).fill(2) as number[], of([1, ...(Array(99).fill(0) as number[])])).says,
    ).toMatch(/more than 100/)
  })

  it('may take all others as one', () => {
    expect(besideRest(100, of([12]))).toMatchObject({
      components: 2,
      says: 'The 12 selected rows are one component, the 88 others another: 2 components.',
    })
  })
})

describe('a restart from a column', () => {
  const columns = [
    column(0, 'x', { distinct: 400 }),
    column(1, 'grade', { distinct: 5 }),
    column(2, 'species', { type: 'text', distinct: 3, missing: 2 }),
    column(3, 'one', { distinct: 1 }),
    column(4, 'known', { distinct: 4 }),
  ]

  it('can be from one of few values: what is known first, then texts, then numbers', () => {
    expect(labelColumns(columns, (index) => index === 4).map(({ name }) => name)).toEqual([
      'known',
      'species',
      'grade',
    ])
  })

  it('has a component for each value, and says what becomes of rows without one', () => {
    expect(fromColumn(columns[2])).toMatchObject({
      components: 3,
      says: 'One component for each of the 3 values of “species”: 3 components. The 2 rows without a label have no part in the first M-step and join at the first E-step.',
    })
    expect(fromColumn(columns[1]).says).toBe(
      'One component for each of the 5 values of “grade”: 5 components.',
    )
    expect(fromColumn(columns[1], 4).says).toMatch(
      /A value that only rows hold which the fit leaves out gets none\.$/,
    )
    expect(fromColumn(undefined).components).toBeNull()
  })
})
