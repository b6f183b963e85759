import { describe, expect, it } from 'vitest'
import { isSetAside } from '../../contract/set-aside.ts'
import type { SolutionView } from '../../contract/views.ts'
import {
  bestCell,
  cellsOf,
  COVARIANCE_ORDER,
  describeCriterion,
  pickCell,
  planCriterion,
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
  data: { value: [number, number]; label: { formatter: string } }[]
  lineStyle: { color: string }
  symbol: string
}
const solutions = [
  solution('VVV', 3, 'A', 90, true),
  solution('VVV', 3, 'B', 100),
  solution('VVV', 2, 'A', 110),
  solution('EEE', 2, 'A', 120),
]
const cells = cellsOf(solutions, 'bic', isSetAside)

describe('the table of models', () => {
  it('has one cell per covariance model and number of components, in a fixed order', () => {
    expect(cells.map((cell) => cell.solution.id)).toEqual(['EEE-2-A', 'VVV-2-A', 'VVV-3-B'])
    expect(cells.map((cell) => cell.solutions)).toEqual([1, 1, 2])
  })

  it('takes the lowest value as best, and never a spurious one before a sound one', () => {
    expect(bestCell(cells, 'bic')?.solution.id).toBe('VVV-3-B')
    expect(bestCell([], 'bic')).toBeNull()
  })

  it('finds the cell under a click', () => {
    expect(pickCell(cells, 'bic', { x: 0.2, y: 111, xPerPixel: 1, yPerPixel: 1 })?.solution.id).toBe(
      'VVV-2-A',
    )
    expect(pickCell(cells, 'bic', { x: 0, y: 300, xPerPixel: 1, yPerPixel: 1 })).toBeNull()
  })

  it('draws one line per covariance model, with a gap where a cell is missing', () => {
    const series = planCriterion(cells, 'bic', 'VVV-2', LIGHT)['series'] as { id: string; data: unknown[] }[]
    expect(series.map((each) => each.id)).toEqual(['EEE', 'VVV', 'names'])
    expect(series[0]?.data[1]).toBe('-')
  })

  it('gives fourteen models fourteen looks, and each line its name at its end', () => {
    const all = COVARIANCE_ORDER.flatMap((model, at) => [
      solution(model, 1, 'A', 100 + at),
      solution(model, 2, 'A', 90 + at),
    ])
    const planned = planCriterion(cellsOf(all, 'bic', isSetAside), 'bic', null, LIGHT)
    const series = planned['series'] as Line[]
    const lines = series.filter((each) => each.id !== 'names')
    expect(new Set(lines.map((each) => `${each.lineStyle.color} ${each.symbol}`)).size).toBe(14)
    const names = series.find((each) => each.id === 'names')?.data ?? []
    expect(names.map(({ value, label }) => [value[0], label.formatter])).toEqual(
      COVARIANCE_ORDER.map((model) => [1, model]),
    )
  })

  it('says in words which model is lowest', () => {
    expect(describeCriterion(cells, 'bic')).toContain('Lowest: 100.00, Full (VVV) with 3 components.')
    const one = cellsOf([solution('VVV', 1, 'A', 90)], 'bic', isSetAside)
    expect(describeCriterion(one, 'bic')).toContain('Lowest: 90.00, Full (VVV) with 1 component.')
  })
})
