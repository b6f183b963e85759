import { describe, expect, it } from 'vitest'
import { isSetAside } from '../../contract/set-aside.ts'
import type { SolutionView } from '../../contract/views.ts'
import { modelGrid } from '../../contract/model-grid.ts'
import type { RestartView } from '../../contract/views.ts'
import {
  COVARIANCE_ORDER,
  describeCriterion,
  lowestCell,
  pickCell,
  planCriterion,
  shownValue,
} from './criterion.ts'
import { LIGHT } from './theme.ts'

const solution = (
  covariance: SolutionView['covariance'],
  components: number,
  letter: string,
  bic: number,
  spurious = false,
): SolutionView => ({
  id: `${covariance}-${components}-${letter}`,
  components,
  covariance,
  kind: spurious ? 'spurious' : 'best',
  parameters: 5,
  logLikelihood: -bic / 2,
  bic,
  aic: bic - 10,
  icl: bic + 4,
  aicc: null,
  entropy: 2,
  hits: 3,
  hitsBy: [{ initialisation: 'kmeans', hits: 3, of: 3 }],
  restarts: [],
  warnings: spurious ? [{ code: 'spurious', message: '' }] : [],
})
interface Line {
  id: string
  data: { value: [number, number]; label: { formatter: string; show: boolean; position: string } }[]
  lineStyle: { color: string }
  symbol: string
}
const solutions = [
  solution('VVV', 3, 'A', 90, true),
  solution('VVV', 3, 'B', 100),
  solution('VVV', 2, 'A', 110),
  solution('EEE', 2, 'A', 120),
]
const restartOf = ({ covariance, components }: SolutionView): RestartView => ({
  ...{ id: `${covariance}-${components}-0`, components, covariance, index: 0, seed: 1 },
  ...{ initialisation: 'kmeans', state: 'converged', iterations: 3, logLikelihood: -1, solution: null },
  ...{ warnings: [], seconds: 0 },
})
const gridOf = (found: SolutionView[]) =>
  modelGrid({
    ...{ restarts: found.map(restartOf), solutions: found, unseen: [] },
    ...{ criterion: 'bic', noise: false, dimension: 2, isAside: isSetAside },
  })
const cells = gridOf(solutions)
const BIC = { criterion: 'bic', mclust: false } as const
const FLIPPED = { criterion: 'bic', mclust: true } as const

describe('the curves of the models', () => {
  it('have one cell per covariance model and number of components, in a fixed order', () => {
    expect(cells.map((cell) => cell.solution?.id)).toEqual(['EEE-2-A', 'VVV-2-A', 'VVV-3-B'])
    expect(cells.map((cell) => cell.solutions)).toEqual([1, 1, 2])
  })

  it('take the lowest value as best, and never a spurious one before a sound one, and none by entropy', () => {
    expect(lowestCell(cells, 'bic')?.solution.id).toBe('VVV-3-B')
    expect([lowestCell([], 'bic'), lowestCell(cells, 'entropy')]).toEqual([null, null])
  })

  it('find the cell under a click, with either sign', () => {
    const at = { x: 0.2, xPerPixel: 1, yPerPixel: 1 }
    expect(pickCell(cells, BIC, { ...at, y: 111 })?.solution.id).toBe('VVV-2-A')
    expect(pickCell(cells, FLIPPED, { ...at, y: -111 })?.solution.id).toBe('VVV-2-A')
    expect(pickCell(cells, BIC, { ...at, y: 300 })).toBeNull()
  })

  it('are one line per covariance model, with a gap where a cell is missing', () => {
    const series = planCriterion(cells, BIC, 'VVV-2', LIGHT)['series'] as { id: string; data: unknown[] }[]
    expect(series.map((each) => each.id)).toEqual(['EEE', 'VVV', 'names'])
    expect(series[0]?.data[1]).toBe('-')
  })

  it('say formula and direction on the axis, and turn over with the sign of mclust', () => {
    const name = (plan: object) => (plan as { yAxis: { name: string } }).yAxis.name
    expect(name(planCriterion(cells, BIC, null, LIGHT))).toBe('BIC = p·ln n − 2·logL\nlower is better')
    const flipped = planCriterion(cells, FLIPPED, null, LIGHT)
    expect(name(flipped)).toBe('−BIC, mclust’s sign\nhigher is better')
    const lines = flipped['series'] as Line[]
    const best = lines
      .flatMap(({ data }) => data)
      .find((each) => each.label?.formatter === 'highest' && each.label.show)
    expect([best?.value, best?.label.position]).toEqual([-100, 'top'])
    expect(shownValue(5, { criterion: 'aic', mclust: true })).toBe(5)
  })

  it('can be drawn before anything has ended', () => {
    expect(planCriterion([], BIC, null, LIGHT)['series']).toHaveLength(1)
    expect(describeCriterion([], BIC)).toBe('No model has been fitted.')
  })

  it('give fourteen models fourteen looks, and each line its name at its end', () => {
    const all = COVARIANCE_ORDER.flatMap((model, at) => [
      solution(model, 1, 'A', 100 + at),
      solution(model, 2, 'A', 90 + at),
    ])
    const planned = planCriterion(gridOf(all), BIC, null, LIGHT)
    const series = planned['series'] as Line[]
    const lines = series.filter((each) => each.id !== 'names')
    expect(new Set(lines.map((each) => `${each.lineStyle.color} ${each.symbol}`)).size).toBe(14)
    const names = series.find((each) => each.id === 'names')?.data ?? []
    expect(names.map(({ value, label }) => [value[0], label.formatter])).toEqual(
      COVARIANCE_ORDER.map((model) => [1, model]),
    )
  })

  it('say in words which model is lowest, or highest', () => {
    expect(describeCriterion(cells, BIC)).toContain('Lowest: 100.00, Full (VVV) with 3 components.')
    expect(describeCriterion(cells, FLIPPED)).toContain('Highest: −100.00, Full (VVV) with 3 components.')
    const one = gridOf([solution('VVV', 1, 'A', 90)])
    expect(describeCriterion(one, BIC)).toContain('Lowest: 90.00, Full (VVV) with 1 component.')
  })
})
