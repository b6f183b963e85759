import { describe, expect, it } from 'vitest'
import type { CovarianceModel, Flag, Mixture } from '../../core/mixture/types.ts'
import { orderCells, type RefinedCell } from './order-cells.ts'
import { nothing, type Outcome } from './outcome.ts'
import type { Try } from './refine.ts'

const mixtureOf = (components: number): Mixture => ({
  components,
  dimension: 1,
  weights: new Float64Array(components).fill(1 / components),
  means: new Float64Array(components),
  covariances: new Float64Array(components).fill(1),
})
const cell = (
  covariance: CovarianceModel,
  components: number,
  logLikelihood: number | null,
  highest = logLikelihood,
): RefinedCell => ({
  components,
  covariance,
  tries: 10,
  best:
    logLikelihood === null
      ? null
      : { id: `${covariance}-${components}-0`, mixture: mixtureOf(components), logLikelihood },
  highest,
})
const ending = (logLikelihood: number, flags: Flag[] = []): Outcome => ({
  ...nothing('converged', 9, ''),
  logLikelihood,
  mixture: mixtureOf(3),
  flags,
})

/** Orders cells whose tries all end alike. */
async function ordered(cells: RefinedCell[], outcome: (cell: RefinedCell, one: Try) => Outcome) {
  const tried: string[] = []
  const joined: string[] = []
  const name = (at: number, { initialisation, index }: Try) =>
    `${cells[at].covariance}-${cells[at].components}-${initialisation}-${index}`
  let added = 0
  await orderCells(cells, {
    noise: false,
    added: (_, count) => void (added += count),
    run: (at, one) => {
      tried.push(`${name(at, one)} from ${one.from}`)
      return Promise.resolve(outcome(cells[at], one))
    },
    joined: (at, one) => {
      joined.push(name(at, one))
      return name(at, one)
    },
    stopped: () => false,
  })
  return { tried, joined, added }
}

describe('cells that reached less than one they contain', () => {
  it('are left alone where there are none', async () => {
    const { tried, added } = await ordered([cell('EEE', 2, -95), cell('VVV', 2, -90)], () => ending(0))
    expect([tried, added]).toEqual([[], 0])
  })

  it('are started from the solution of the simpler model and every split of fewer components, and keep the best', async () => {
    const cells = [cell('VVV', 2, -92), cell('VVV', 3, -95), cell('EEE', 3, -91)]
    const { tried, joined, added } = await ordered(cells, (_, { initialisation }) =>
      ending(initialisation === 'simpler' ? -88 : -89),
    )
    expect(tried).toEqual([
      'VVV-3-simpler-10 from EEE-3-0',
      'VVV-3-split-11 from VVV-2-0',
      'VVV-3-split-12 from VVV-2-0',
    ])
    expect([joined, added]).toEqual([['VVV-3-simpler-10'], 3])
  })

  it('hand on what they gained', async () => {
    const cells = [cell('VVV', 3, -95), cell('VEE', 3, -96), cell('EEE', 3, -90)]
    const { tried, joined } = await ordered(cells, ({ covariance }) =>
      ending(covariance === 'VEE' ? -80 : -70),
    )
    expect(tried).toEqual(['VEE-3-simpler-10 from EEE-3-0', 'VVV-3-simpler-10 from VEE-3-simpler-10'])
    expect(joined).toEqual(['VEE-3-simpler-10', 'VVV-3-simpler-10'])
  })

  it('are started where every restart of theirs collapsed', async () => {
    const { joined } = await ordered([cell('EEE', 3, -90), cell('VVV', 3, null)], () => ending(-80))
    expect(joined).toEqual(['VVV-3-simpler-10'])
  })

  it('keep a spurious one, which shows what lies there, and never hand it on', async () => {
    const cells = [cell('EEE', 3, -90), cell('VEE', 3, -95), cell('VVV', 3, -89)]
    const { joined, tried } = await ordered(cells, () => ending(-80, [{ code: 'spurious', message: '' }]))
    expect([joined, tried.length]).toEqual([['VEE-3-simpler-10'], 1])
  })

  it('keep nothing that is no higher', async () => {
    const { joined } = await ordered([cell('VVV', 2, -90), cell('VVV', 3, -95)], () => ending(-95))
    expect(joined).toEqual([])
  })
})
