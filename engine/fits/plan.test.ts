import { describe, expect, it } from 'vitest'
import { settingsOf } from '../fixtures/bench.ts'
import { planRestarts } from './plan.ts'

const ids = (settings: Parameters<typeof planRestarts>[0]) =>
  planRestarts(settings).map((restart) => restart.id)

describe('the plan of a fit', () => {
  it('goes cell by cell: covariance models as asked, components rising, index rising', () => {
    const settings = settingsOf({ covariances: ['VVV', 'EEE'], components: { from: 1, to: 2 }, restarts: 2 })
    expect(ids(settings)).toEqual([
      'VVV-1-0',
      'VVV-1-1',
      'VVV-2-0',
      'VVV-2-1',
      'EEE-1-0',
      'EEE-1-1',
      'EEE-2-0',
      'EEE-2-1',
    ])
  })

  it('only appends when more restarts, models or components are asked for', () => {
    const few = planRestarts(settingsOf({ restarts: 3 }))
    const many = planRestarts(
      settingsOf({ restarts: 9, covariances: ['VII', 'VVV'], components: { from: 1, to: 4 } }),
    )
    for (const restart of few) expect(many).toContainEqual(restart)
  })

  it('gives every restart a seed of its own', () => {
    const plan = planRestarts(
      settingsOf({ components: { from: 1, to: 9 }, covariances: ['VVV', 'VII'], restarts: 50 }),
    )
    expect(new Set(plan.map((restart) => restart.seed)).size).toBe(900)
  })

  it('counts a model that is asked for twice once', () => {
    expect(ids(settingsOf({ covariances: ['VVV', 'VVV'], restarts: 1 }))).toEqual(['VVV-2-0'])
  })

  it('has one restart per cell where the start is given', () => {
    const plan = planRestarts(settingsOf({ start: { labels: [1, 2] }, restarts: 40 }))
    expect(plan).toMatchObject([{ id: 'VVV-2-0', initialisation: 'given' }])
  })
})
