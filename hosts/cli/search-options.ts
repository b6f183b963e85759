import { DEFAULTS, defaultAcceleration } from '../../contract/defaults.ts'
import { LIMITS } from '../../contract/limits.ts'
import {
  ACCELERATIONS,
  CRITERIA,
  INITIALISATIONS,
  MISSING_CHOICES,
  PRIORS,
  SCALINGS,
  STRATEGIES,
  WEIGHT_KINDS,
  type DialectChoice,
  type FitSettings,
  type WeightKind,
} from '../../contract/schemas.ts'
import { choice, number, wholeNumber } from './arguments.ts'
import { covariancesOf } from './covariance-option.ts'
import { DIALECT_OPTIONS, dialectOf } from './dialect-options.ts'
import { UsageError } from './usage-error.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

/** Options of every command that fits. */
export const SEARCH_OPTIONS = {
  columns: text,
  log: text,
  components: text,
  covariance: text,
  restarts: text,
  seed: text,
  init: text,
  start: text,
  strategy: text,
  refinements: text,
  scale: text,
  missing: text,
  weights: text,
  'weights-kind': text,
  tolerance: text,
  'max-iterations': text,
  regularisation: text,
  'reg-covar': text,
  prior: text,
  'eigenvalue-ratio': text,
  acceleration: text,
  subsample: text,
  criterion: text,
  threads: text,
  ...DIALECT_OPTIONS,
  noise: flag,
  'allow-spurious': flag,
  json: flag,
  quiet: flag,
} as const
type Values = ValuesOf<typeof SEARCH_OPTIONS>

/** What is given for options, by their names. */
export type ValuesOf<Options> = {
  [Name in keyof Options]?: Options[Name] extends typeof flag ? boolean : string
}

/** What to fit and how to search, as it was asked for. Columns and the start are still names: the file has to be open to resolve them. */
export interface SearchCommand {
  file: string
  dialect: DialectChoice
  columns: string | null
  /** Columns whose logarithms are fitted in their place. */
  log: string | null
  /** Null where every row counts once. */
  weights: { column: string; kind: WeightKind } | null
  /** Null where it was not given: then the start decides, or 1 to 9. */
  components: FitSettings['components'] | null
  start: string | null
  settings: Omit<FitSettings, 'columns' | 'components' | 'refinements' | 'start' | 'weights'>
  /** Null where they were not given: then the initialisation and the rows decide. 0 beside a start. */
  refinements: number | null
  threads: number | null
  /** Whether what is taken as best may be spurious. */
  allowSpurious: boolean
  json: boolean
  quiet: boolean
}

/** Throws UsageError in words where an option is wrong. */
export function searchOf(file: string, values: Values): SearchCommand {
  const settings = settingsOf(values)
  const refinements =
    values.refinements === undefined
      ? null
      : wholeNumber('--refinements', values.refinements, 0, LIMITS.refinements)
  if (values.start !== undefined) checkStart(values, settings, refinements)
  return {
    file,
    dialect: dialectOf(values),
    columns: values.columns ?? null,
    log: values.log ?? null,
    weights: weightsOf(values),
    components: values.components === undefined ? null : componentsOf(values.components),
    start: values.start ?? null,
    settings,
    refinements: values.start === undefined ? refinements : 0,
    threads: values.threads === undefined ? null : wholeNumber('--threads', values.threads, 1, 1024),
    allowSpurious: values['allow-spurious'] === true,
    json: values.json === true,
    quiet: values.quiet === true,
  }
}

function weightsOf({ weights, 'weights-kind': kind }: Values): SearchCommand['weights'] {
  if (weights !== undefined)
    return { column: weights, kind: choice('--weights-kind', kind ?? 'frequency', WEIGHT_KINDS) }
  if (kind !== undefined)
    throw new UsageError('--weights-kind says what the weights are: name their column with --weights.')
  return null
}

function settingsOf(values: Values): SearchCommand['settings'] {
  const whole = (
    option: 'restarts' | 'seed' | 'max-iterations',
    otherwise: number,
    least: number,
    most: number,
  ) => wholeNumber(`--${option}`, values[option] ?? String(otherwise), least, most)
  const initialisation = choice('--init', values.init ?? DEFAULTS.initialisation, INITIALISATIONS)
  const tolerance = values.tolerance ?? String(DEFAULTS.tolerance)
  return {
    covariances:
      values.covariance === undefined ? [...DEFAULTS.covariances] : covariancesOf(values.covariance),
    initialisation,
    restarts: whole('restarts', DEFAULTS.restarts, 1, LIMITS.restarts),
    seed: whole('seed', DEFAULTS.seed, 0, LIMITS.seed),
    scaling: choice('--scale', values.scale ?? DEFAULTS.scaling, SCALINGS),
    noise: values.noise === true,
    missing: choice('--missing', values.missing ?? DEFAULTS.missing, MISSING_CHOICES),
    tolerance: number('--tolerance', tolerance, 'a number above 0', (value) => value > 0),
    maxIterations: whole('max-iterations', DEFAULTS.maxIterations, 1, LIMITS.iterations),
    regularisation: regularisationOf(values),
    strategy: choice('--strategy', values.strategy ?? DEFAULTS.strategy, STRATEGIES),
    prior: choice('--prior', values.prior ?? DEFAULTS.prior, PRIORS),
    eigenvalueRatio: eigenvalueRatioOf(values['eigenvalue-ratio']),
    acceleration: choice(
      '--acceleration',
      values.acceleration ?? defaultAcceleration(values.start !== undefined),
      ACCELERATIONS,
    ),
    subsample: subsampleOf(values.subsample),
    criterion: choice('--criterion', values.criterion ?? DEFAULTS.criterion, CRITERIA),
  }
}

/** Throws UsageError where a search was asked for beside a start of the person's own, which is run once. */
function checkStart(
  values: Values,
  { strategy, subsample }: SearchCommand['settings'],
  refinements: number | null,
): void {
  const search = {
    '--restarts': values.restarts !== undefined,
    '--init': values.init !== undefined,
    '--strategy race': strategy === 'race',
    '--refinements': (refinements ?? 0) > 0,
    '--subsample yes': values.subsample !== undefined && subsample,
  }
  for (const [option, asked] of Object.entries(search))
    if (asked) throw new UsageError(`--start is one restart from a start of your own: leave out ${option}.`)
}

function eigenvalueRatioOf(given: string | undefined): FitSettings['eigenvalueRatio'] {
  if (given === undefined) return DEFAULTS.eigenvalueRatio
  return number('--eigenvalue-ratio', given, 'a number of 1 or more', (value) => value >= 1)
}

function subsampleOf(given: string | undefined): boolean {
  return given === undefined ? DEFAULTS.subsample : choice('--subsample', given, ['yes', 'no']) === 'yes'
}

function regularisationOf(values: Values): FitSettings['regularisation'] {
  const absolute = values['reg-covar']
  const relative = values.regularisation
  if (absolute !== undefined && relative !== undefined)
    throw new UsageError('--reg-covar is given instead of --regularisation, not with it.')
  const read = (option: string, value: string) =>
    number(option, value, 'a number of 0 or more', (n) => n >= 0)
  return absolute === undefined
    ? { kind: 'relative', value: read('--regularisation', relative ?? String(DEFAULTS.regularisation.value)) }
    : { kind: 'absolute', value: read('--reg-covar', absolute) }
}

function componentsOf(given: string): FitSettings['components'] {
  const [from, to = from] = given.split('-')
  const one = (part: string | undefined) => wholeNumber('--components', part ?? '', 1, LIMITS.components)
  if (!/^\d+(-\d+)?$/.test(given))
    throw new UsageError(`--components must be a number or a range such as 1-9, not “${given}”.`)
  const range = { from: one(from), to: one(to) }
  if (range.from > range.to)
    throw new UsageError(`--components ${given}: the first number is above the last.`)
  return range
}
