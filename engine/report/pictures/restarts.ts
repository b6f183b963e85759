import type { RestartView, SolutionView } from '../../../contract/views.ts'

/** What the two pictures of the restarts are drawn from: those of one cell. */
export interface CellRestarts {
  /** Those that ended with a log-likelihood and a solution, highest first. */
  ended: EndedRestart[]
  /** Highest first. */
  solutions: readonly SolutionView[]
  /** The highest log-likelihood that is no artefact. */
  top: number
}

export interface EndedRestart {
  restart: RestartView
  logLikelihood: number
  solution: SolutionView
  trace: Float64Array
}

/** Gaps below this are drawn as it. */
export const LEAST_GAP = 1e-4

/** The class of a solution's colour: by its place among those that may be best; its letter tells it for certain. */
export function lookOf({ solutions }: Pick<CellRestarts, 'solutions'>, solution: SolutionView): string {
  const sound = solutions.filter(({ kind }) => !isAside(kind))
  return isAside(solution.kind) ? 'aside' : `s${sound.indexOf(solution) % 5}`
}

export function isAside(kind: SolutionView['kind']): boolean {
  return kind === 'spurious' || kind === 'saddle' || kind === 'emptied'
}

/** The letter of a solution: the last part of `VVV-3-A`. */
export const letterOf = ({ id }: Pick<SolutionView, 'id'>): string => id.slice(id.lastIndexOf('-') + 1)

/** At most so many of a list, evenly, the first and the last among them. */
export function evenly<One>(list: readonly One[], most: number): One[] {
  if (list.length <= most) return [...list]
  return Array.from({ length: most }, (_, i) => list[Math.round((i * (list.length - 1)) / (most - 1))])
}
