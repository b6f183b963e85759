import { describe, expect, it } from 'vitest'
import type { CovarianceModel } from '../core/mixture/types.ts'
import type { DisplayCriterion } from './display-criteria.ts'
import { modelGrid } from './model-grid.ts'
import { isNear, nearTies } from './near-ties.ts'
import { isSetAside } from './set-aside.ts'
import type { RestartView, SolutionView } from './views.ts'

const restart = (
  covariance: CovarianceModel,
  components: number,
  index: number,
  rest: Partial<RestartView> = {},
): RestartView => ({
  ...{ id: `${covariance}-${components}-${index}`, components, covariance, index, seed: 1 },
  ...{ initialisation: 'kmeans', state: 'converged', iterations: 3, logLikelihood: -1, solution: null },
  ...{ warnings: [], seconds: 0 },
  ...rest,
})
const solution = (
  covariance: CovarianceModel,
  letter: string,
  bic: number,
  hits: number,
  rest: Partial<SolutionView> = {},
): SolutionView => ({
  ...{ id: `${covariance}-2-${letter}`, components: 2, covariance, kind: 'best', parameters: 5 },
  ...{ logLikelihood: -bic / 2, bic, aic: bic - 10, icl: bic + 4, aicc: null, entropy: 2, hits },
  ...{ hitsBy: [], restarts: [], warnings: [] },
  ...rest,
})
const aside = { warnings: [{ code: 'spurious' as const, message: '' }] }
const twoOf = (covariance: CovarianceModel) => [restart(covariance, 2, 0), restart(covariance, 2, 1)]

function gridOf(solutions: SolutionView[], criterion: DisplayCriterion = 'bic') {
  const models = [...new Set(solutions.map(({ covariance }) => covariance))]
  const restarts = models.flatMap(twoOf)
  return modelGrid({
    restarts,
    solutions,
    unseen: [],
    criterion,
    noise: false,
    dimension: 3,
    isAside: isSetAside,
  })
}
const verdicts = (solutions: SolutionView[], criterion: DisplayCriterion = 'bic') =>
  gridOf(solutions, criterion).map(({ covariance, spread, lead, settled }) => [
    covariance,
    spread,
    lead,
    settled,
  ])

describe('a cell', () => {
  it('is settled where two restarts reached its solution, however near the others are', () => {
    expect(verdicts([solution('EEE', 'A', 101, 2), solution('VVV', 'A', 100, 2)])).toEqual([
      ['EEE', 0, 1, true],
      ['VVV', 0, 1, true],
    ])
  })

  it('is not where its two best restarts lie further apart than it is from the lowest, and the lowest from the next', () => {
    const found = [
      ...[solution('EEE', 'A', 103, 1), solution('EEE', 'B', 105, 1)],
      ...[solution('VVV', 'A', 100, 1), solution('VVV', 'B', 110, 1)],
    ]
    expect(verdicts(found)).toEqual([
      ['EEE', 2, 3, true],
      ['VVV', 10, 3, false],
    ])
  })

  it('is not where refinement alone reached it from far below, or only one restart reached anything', () => {
    const found = [
      ...[solution('EEE', 'A', 103, 0), solution('EEE', 'B', 120, 5)],
      solution('VVV', 'A', 100, 1),
    ]
    expect(verdicts(found)).toEqual([
      ['EEE', 17, 3, false],
      ['VVV', null, 3, false],
    ])
  })

  it('has a spread of sound restarts alone, and is not judged where it has none or by entropy', () => {
    const found = [
      ...[solution('EEE', 'A', 90, 1, aside)],
      ...[solution('VEE', 'A', 101, 1), solution('VEE', 'B', 99, 1, aside), solution('VEE', 'C', 102, 1)],
      ...[solution('VVV', 'A', 100, 2)],
    ]
    expect(verdicts(found)).toEqual([
      ['EEE', null, null, null],
      ['VEE', 1, 1, true],
      ['VVV', 0, 1, true],
    ])
    expect(verdicts(found, 'entropy').map((verdict) => verdict[3])).toEqual([null, null, null])
  })

  it('with one component is settled by one restart, but not beside noise, where one component may end in several ways', () => {
    const settled = (noise: boolean) =>
      modelGrid({
        restarts: [restart('VVI', 1, 0), restart('VVV', 1, 0)],
        solutions: [
          solution('VVI', 'A', 100, 1, { components: 1 }),
          solution('VVV', 'A', 103, 1, { components: 1 }),
        ],
        ...{ unseen: [], criterion: 'bic', noise, dimension: 3, isAside: isSetAside },
      }).map((cell) => cell.settled)
    expect([settled(false), settled(true)]).toEqual([
      [true, true],
      [false, false],
    ])
  })

  it('is there from the first event on, and says where it waits, runs and why it failed', () => {
    const restarts = [
      restart('EEE', 2, 0, { state: 'waiting', logLikelihood: null }),
      restart('VEE', 2, 0, { state: 'running' }),
      restart('VVV', 2, 0, { state: 'collapsed', reason: 'Component 2 is singular.' }),
      restart('VVV', 2, 1, { state: 'collapsed', reason: 'Component 2 is singular.' }),
      restart('VVV', 3, 0, { state: 'stopped', logLikelihood: null }),
    ]
    const cells = modelGrid({
      restarts,
      solutions: [],
      unseen: [],
      criterion: 'bic',
      noise: false,
      dimension: 3,
      isAside: isSetAside,
    })
    expect(
      gridOf([])
        .concat(
          modelGrid({
            restarts: twoOf('EEE'),
            solutions: [],
            unseen: [],
            criterion: 'bic',
            noise: false,
            dimension: 3,
            isAside: isSetAside,
          }),
        )
        .map(({ failure }) => failure),
    ).toEqual([''])
    expect(cells.map(({ planned, ended, running, failure }) => [planned, ended, running, failure])).toEqual([
      [1, 0, 0, ''],
      [1, 0, 1, ''],
      [2, 2, 0, 'None of 2 restarts gave a model. Component 2 is singular.'],
      [1, 1, 0, 'The one restart gave no model. Stopped before anything was reached.'],
    ])
    expect(cells.map(({ stopped }) => stopped)).toEqual([false, false, false, true])
  })

  it('shows by entropy what its best likelihood has, not what overlaps least', () => {
    const [cell] = gridOf(
      [solution('VVV', 'A', 100, 1), solution('VVV', 'B', 120, 1, { entropy: 0 })],
      'entropy',
    )
    expect([cell?.solution?.id, cell?.value]).toEqual(['VVV-2-A', 2])
  })
})

describe('near ties', () => {
  it('rank cells with their distance, grade and weight, and those set aside last without either', () => {
    const cells = gridOf([
      ...[solution('EII', 'A', 100, 2), solution('EEE', 'A', 101, 2), solution('VEE', 'A', 107, 2)],
      ...[solution('VVI', 'A', 104, 2), solution('VVV', 'A', 90, 2, aside), solution('EVE', 'A', 130, 2)],
    ])
    const ranked = nearTies(cells, 'bic')
    expect(ranked.map(({ cell, difference, grade }) => [cell.covariance, difference, grade])).toEqual([
      ['EII', 0, null],
      ['EEE', 1, 'barely'],
      ['VVI', 4, 'positive'],
      ['VEE', 7, 'strong'],
      ['EVE', 30, 'very-strong'],
      ['VVV', -10, null],
    ])
    expect(ranked.reduce((sum, { weight }) => sum + (weight ?? 0), 0)).toBeCloseTo(1, 12)
    expect((ranked[0]?.weight ?? 0) / (ranked[1]?.weight ?? 1)).toBeCloseTo(Math.exp(0.5), 12)
    expect(ranked.at(-1)?.weight).toBeNull()
    expect(nearTies(cells, 'icl').every(({ grade, weight }) => grade === null && weight === null)).toBe(true)
  })
})

describe('models with the same mixtures', () => {
  const one = { components: 1 }
  const found = [
    ...[solution('VVI', 'A', 108, 1, one), solution('EEE', 'A', 104 + 1e-12, 1, one)],
    ...[solution('EVE', 'A', 104, 1, one), solution('VVV', 'A', 104, 1, one)],
    solution('VVV', 'B', 120, 1, one),
  ]
  const cells = modelGrid({
    restarts: found.map(({ covariance }, at) => restart(covariance, 1, at)),
    solutions: found,
    ...{ unseen: [], criterion: 'bic', noise: false, dimension: 2, isAside: isSetAside },
  })

  it('count once, and the simplest stands for them', () => {
    expect(
      cells.map(({ covariance, sameAs, lead }) => [covariance, sameAs, lead && Math.round(lead)]),
    ).toEqual([
      ['VVI', null, 4],
      ['EEE', null, 4],
      ['EVE', 'EEE', null],
      ['VVV', 'EEE', null],
    ])
  })

  it('are no near ties of each other and have no weight of their own', () => {
    const ranked = nearTies(cells, 'bic')
    expect(ranked.map(({ cell, difference, grade }) => [cell.covariance, difference, grade])).toEqual([
      ['EEE', 0, null],
      ['EVE', 0, null],
      ['VVV', 0, null],
      ['VVI', expect.closeTo(4, 6), 'positive'],
    ])
    expect(ranked.filter(isNear).map(({ cell }) => cell.covariance)).toEqual(['VVI'])
    const [weight, ...others] = ranked.map((each) => each.weight)
    expect(weight).toBeCloseTo(1 / (1 + Math.exp(-2)), 10)
    expect(others.slice(0, 2)).toEqual([null, null])
  })
})

it('a cell of which every restart was removed by hand stays in the grid, says so, and is not open', () => {
  const source = { criterion: 'bic', noise: false, dimension: 3, isAside: isSetAside } as const
  const unseen = {
    ...{ components: 2, covariance: 'VVV' as const, restarts: 0, once: 0, outdoneBy: 'EEE-2-A' },
    ...{ chance: null, chanceAtMost: 1, better: null, betterAtMost: 1 },
  }
  const [some, none] = modelGrid({
    ...source,
    restarts: [restart('EEE', 2, 0)],
    removed: [restart('EEE', 2, 1), ...twoOf('VVV')],
    solutions: [solution('EEE', 'A', 100, 1)],
    unseen: [unseen],
  })
  expect(some).toMatchObject({ planned: 1, ended: 1, removed: 1, failure: '' })
  expect(none).toMatchObject({
    ...{ covariance: 'VVV', planned: 0, removed: 2, solution: null, outdoneBy: null },
    failure: 'Its restarts were removed by hand.',
  })
})
