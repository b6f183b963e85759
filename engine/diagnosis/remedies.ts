import type { Cause } from '../../core/mixture/diagnosis/cause.ts'
import type { CovarianceModel } from '../../core/mixture/types.ts'
import type { FindingView } from '../../contract/diagnosis-views.ts'
import { LIMITS } from '../../contract/limits.ts'
import type { Remedy } from '../../contract/remedies.ts'
import type { FitSettings } from '../../contract/schemas.ts'

/** What the remedies of a finding depend on besides it. */
export interface Circumstances {
  settings: FitSettings
  restart: { id: string; components: number; covariance: CovarianceModel }
  /** Standard deviations of the columns over the rows used. */
  spreads: ArrayLike<number>
}

type Problem = Pick<FindingView, 'code' | 'why' | 'components' | 'causes'>

/** Ridges, in units of the columns' variances: the first keeps a covariance from being singular, the last from being narrow. */
const RIDGES = [1e-6, 1e-4, 1e-3, 1e-2]
/** How far the columns' scales may be apart before a model that depends on them suffers. */
const APART = 10
const TIGHTER = 100
const LONGER = 5
const MOST = 4

/** What to do about a finding, the best first. */
export function remediesFor(problem: Problem, where: Circumstances): Remedy[] {
  return allRemedies(problem, where).slice(0, MOST)
}

function allRemedies(problem: Problem, where: Circumstances): Remedy[] {
  const { settings, restart } = where
  switch (problem.code) {
    case 'saddle':
      return fewer(where, problem.components.length - 1)
    case 'emptied':
      return fewer(where, 1)
    case 'plateau':
      return [goOn(where, settings.tolerance / TIGHTER)]
    case 'iteration-limit':
      return [
        goOn(where, settings.tolerance),
        ...(settings.maxIterations < LIMITS.iterations
          ? [{ kind: 'iterations' as const, maxIterations: longer(settings) }]
          : []),
      ]
    case 'not-continued':
      return []
    case 'collapsed':
    case 'spurious':
      switch (problem.why) {
        case 'empty':
        case 'few-rows':
          return fewer(where, 1)
        default:
          return [
            ...scaled(where),
            ...columnsDropped(problem.causes, settings),
            ...ridge(problem, settings),
            ...simpler(restart.covariance, problem.causes),
            ...fewer(where, 1),
          ]
      }
  }
}

function fewer({ settings, restart }: Circumstances, by: number): Remedy[] {
  const to = restart.components - Math.max(1, by)
  return to < 1 ? [] : [{ kind: 'components', from: Math.min(settings.components.from, to), to }]
}

const longer = ({ maxIterations }: FitSettings) => Math.min(LIMITS.iterations, LONGER * maxIterations)

function goOn({ settings, restart }: Circumstances, tolerance: number): Remedy {
  const shorter = Number(tolerance.toPrecision(3))
  return { kind: 'continue', restart: restart.id, tolerance: shorter, maxIterations: longer(settings) }
}

/** A narrow component is wider than the limit with the last ridge alone; one that collapsed is kept going by the next. */
function ridge({ code }: Problem, { regularisation, prior, eigenvalueRatio }: FitSettings): Remedy[] {
  if (prior !== 'none' || eigenvalueRatio !== null) return []
  const now = regularisation.kind === 'relative' ? regularisation.value : 0
  const [value] = code === 'spurious' ? RIDGES.slice(-1) : RIDGES.filter((each) => each > now)
  return value === undefined || value <= now ? [] : [{ kind: 'regularise', value }]
}

/** Columns that are constant, or one of those that depend on each other; never the last ones. */
function columnsDropped(causes: readonly Cause[], { columns }: FitSettings): Remedy[] {
  const dropped = causes.flatMap((cause) => {
    switch (cause.kind) {
      case 'constant':
      case 'discrete':
      case 'narrow':
        return [cause.column]
      case 'collinear':
        return cause.columns.slice(0, 1)
      case 'combination':
      case 'few-rows':
      case 'duplicates':
        return []
    }
  })
  if (dropped.length === 0 || dropped.length >= columns.length) return []
  return [{ kind: 'drop-columns', columns: dropped.map((column) => columns[column]) }]
}

/** Without correlations where those are at fault; else with what all components share. */
function simpler(from: CovarianceModel, causes: readonly Cause[]): Remedy[] {
  const own = causes.some(({ kind }) => kind === 'collinear' || kind === 'combination')
  const [, , orientation] = from
  if (from === 'EII' || from === 'EEI' || from === 'EEE') return []
  const covariance =
    from === 'VII' ? 'EII' : orientation === 'I' ? 'EEI' : own ? ('VVI' as const) : ('EEE' as const)
  return [{ kind: 'covariance', from, covariance }]
}

/** Spherical covariances and a bound on the eigenvalue ratio depend on the units of the columns. */
function scaled({ settings, restart, spreads }: Circumstances): Remedy[] {
  const depends = /^.II$/.test(restart.covariance) || settings.eigenvalueRatio !== null
  if (!depends || settings.scaling !== 'none') return []
  const positive = Array.from(spreads).filter((spread) => spread > 0)
  const apart = positive.length > 1 && Math.max(...positive) > APART * Math.min(...positive)
  return apart ? [{ kind: 'scale', scaling: 'standardise' }] : []
}
