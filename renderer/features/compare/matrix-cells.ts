import { LIMITS } from '../../../contract/limits.ts'
import type { SolutionView } from '../../../contract/views.ts'
import { solutionLetter } from '../../format/words.ts'

export type Scope = 'cell' | 'best'

/** The solutions that a matrix compares, and how many more there are. */
export interface Compared {
  solutions: SolutionView[]
  more: number
}

/**
 * Every solution of one cell, best log-likelihood first; or the best solution of each cell, in the order of the solutions. Bounded
 * to the first `LIMITS.compared`.
 */
export function comparedSolutions(
  solutions: readonly SolutionView[],
  scope: Scope,
  cell: Pick<SolutionView, 'covariance' | 'components'> | null,
): Compared {
  const all = scope === 'best' ? bestOfCells(solutions) : ofCell(solutions, cell)
  return { solutions: all.slice(0, LIMITS.compared), more: Math.max(0, all.length - LIMITS.compared) }
}

function ofCell(
  solutions: readonly SolutionView[],
  cell: Pick<SolutionView, 'covariance' | 'components'> | null,
): SolutionView[] {
  return solutions
    .filter((each) => each.covariance === cell?.covariance && each.components === cell.components)
    .sort((a, b) => b.logLikelihood - a.logLikelihood)
}

function bestOfCells(solutions: readonly SolutionView[]): SolutionView[] {
  const known = new Set<string>()
  return solutions.filter(({ covariance, components }) => {
    const cell = `${covariance}-${components}`
    return !known.has(cell) && known.add(cell)
  })
}

/** A letter names each of `one` model; beside others it has the name of its model before it. */
export const nameOf = ({ id, covariance, components }: SolutionView, one: boolean): string =>
  one ? solutionLetter(id) : `${covariance} ${components} ${solutionLetter(id)}`

/** Where focus goes from a cell of a square matrix when an arrow key is pressed; null for any other key. */
export function moved(at: number, key: string, size: number): number | null {
  const [row, column] = [Math.floor(at / size), at % size]
  switch (key) {
    case 'ArrowLeft':
      return row * size + Math.max(0, column - 1)
    case 'ArrowRight':
      return row * size + Math.min(size - 1, column + 1)
    case 'ArrowUp':
      return Math.max(0, row - 1) * size + column
    case 'ArrowDown':
      return Math.min(size - 1, row + 1) * size + column
    default:
      return null
  }
}
