import { describe, expect, it } from 'vitest'
import type { SolutionView } from '../../contract/views.ts'
import { bestCell, cellsOf, describeCriterion, pickCell, planCriterion } from './criterion.ts'
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
  parameters: 5,
  logLikelihood: -bic / 2,
  bic,
  aic: bic - 10,
  icl: bic + 4,
  hits: 3,
  restarts: [],
  warnings: spurious ? [{ code: 'spurious', message: '' }] : [],
})
const solutions = [
  solution('VVV', 3, 'A', 90, true),
  solution('VVV', 3, 'B', 100),
  solution('VVV', 2, 'A', 110),
  solution('EEE', 2, 'A', 120),
]
const cells = cellsOf(solutions, 'bic')

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
    expect(series.map((each) => each.id)).toEqual(['EEE', 'VVV'])
    expect(series[0]?.data[1]).toBe('-')
  })

  it('says in words which model is lowest', () => {
    expect(describeCriterion(cells, 'bic')).toContain('Lowest: 100.00, Full (VVV) with 3 components.')
  })
})
