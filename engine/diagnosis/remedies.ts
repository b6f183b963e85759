import type { Cause } from '../../core/mixture/diagnosis/cause.ts'
import type { CovarianceModel } from '../../core/mixture/types.ts'
import type { FindingView } from '../../contract/diagnosis-views.ts'
import { LIMITS } from '../../contract/limits.ts'
import type { Remedy } from '../../contract/remedies.ts'
import type { RemedyOf } from '../../contract/warning.ts'
import type { FitSettings } from '../../contract/schemas.ts'

/** What the remedies of a finding depend on besides it. */
export interface Circumstances {
  settings: FitSettings
  restart: { id: string; components: number; covariance: CovarianceModel }
  /** Standard deviations of the columns over the rows used. */
  spreads: ArrayLike<number>
}

type Kind<Of extends Remedy['kind']> = Extract<Remedy, { kind: Of }>
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
  const remedies = OFFERED[problem.code](problem, where)
  return remedies.slice(0, MOST)
}

const OFFERED: {
  [Code in Problem['code']]: (problem: Problem, where: Circumstances) => RemedyOf<Code>[]
} = {
  saddle: ({ components }, where) => fewer(where, components.length - 1),
  emptied: (_, where) => fewer(where, 1),
  plateau: (_, where) => [goOn(where, where.settings.tolerance / TIGHTER)],
  'iteration-limit': (_, where) => [goOn(where, where.settings.tolerance), ...moreIterations(where.settings)],
  'not-continued': (problem, where) =>
    problem.why === null ? [goOn(where, where.settings.tolerance)] : notDegenerate(problem, where),
  collapsed: degenerate,
  spurious: degenerate,
}

type Degenerate = RemedyOf<'collapsed' | 'spurious'>

function degenerate(problem: Problem, where: Circumstances): Degenerate[] {
  if (problem.why === 'empty' || problem.why === 'few-rows') return fewer(where, 1)
  const scale = scaled(where)
  const others = notDegenerate(problem, where).filter(
    // Spheres of one size are as flat beside units that are far apart.
    ({ kind }) => kind !== 'covariance' || problem.code !== 'collapsed' || scale.length === 0,
  )
  return [...scale, ...columnsDropped(problem.causes, where.settings), ...others]
}

/** What keeps a component from degenerating, whatever its columns hold. */
function notDegenerate(
  problem: Problem,
  where: Circumstances,
): Kind<'regularise' | 'covariance' | 'components'>[] {
  if (problem.why === 'empty') return fewer(where, 1)
  const { settings, restart } = where
  return [...ridge(problem, settings), ...simpler(restart.covariance, problem.causes), ...fewer(where, 1)]
}

function fewer({ settings, restart }: Circumstances, by: number): Kind<'components'>[] {
  const to = restart.components - Math.max(1, by)
  return to < 1 ? [] : [{ kind: 'components', from: Math.min(settings.components.from, to), to }]
}

const longer = ({ maxIterations }: FitSettings) => Math.min(LIMITS.iterations, LONGER * maxIterations)

function moreIterations(settings: FitSettings): Kind<'iterations'>[] {
  return settings.maxIterations < LIMITS.iterations
    ? [{ kind: 'iterations', maxIterations: longer(settings) }]
    : []
}

function goOn({ settings, restart }: Circumstances, tolerance: number): Kind<'continue'> {
  const shorter = Number(tolerance.toPrecision(3))
  return { kind: 'continue', restart: restart.id, tolerance: shorter, maxIterations: longer(settings) }
}

/** A narrow component is wider than the limit with the last ridge alone; one that collapsed is kept going by the next. */
function ridge(
  { code }: Problem,
  { regularisation, prior, eigenvalueRatio }: FitSettings,
): Kind<'regularise'>[] {
  if (prior !== 'none' || eigenvalueRatio !== null) return []
  const now = regularisation.kind === 'relative' ? regularisation.value : 0
  const [value] = code === 'spurious' ? RIDGES.slice(-1) : RIDGES.filter((each) => each > now)
  return value === undefined || value <= now ? [] : [{ kind: 'regularise', value }]
}

/** Columns that are constant, or one of those that depend on each other; never the last ones. */
function columnsDropped(causes: readonly Cause[], { columns }: FitSettings): Kind<'drop-columns'>[] {
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
function simpler(from: CovarianceModel, causes: readonly Cause[]): Kind<'covariance'>[] {
  const own = causes.some(({ kind }) => kind === 'collinear' || kind === 'combination')
  const [, , orientation] = from
  if (from === 'EII' || from === 'EEI' || from === 'EEE') return []
  const covariance =
    from === 'VII' ? 'EII' : orientation === 'I' ? 'EEI' : own ? ('VVI' as const) : ('EEE' as const)
  return [{ kind: 'covariance', from, covariance }]
}

/** Spherical covariances and a bound on the eigenvalue ratio depend on the units of the columns. */
function scaled({ settings, restart, spreads }: Circumstances): Kind<'scale'>[] {
  const depends = /^.II$/.test(restart.covariance) || settings.eigenvalueRatio !== null
  if (!depends || settings.scaling !== 'none') return []
  const positive = Array.from(spreads).filter((spread) => spread > 0)
  const apart = positive.length > 1 && Math.max(...positive) > APART * Math.min(...positive)
  return apart ? [{ kind: 'scale', scaling: 'standardise' }] : []
}
