import { LIMITS } from '../../contract/limits.ts'
import {
  COVARIANCE_MODELS,
  CRITERIA,
  INITIALISATIONS,
  SCALINGS,
  type DialectChoice,
  type FitSettings,
} from '../../contract/schemas.ts'
import { choice, number, readArguments, wholeNumber } from './arguments.ts'
import { DIALECT_OPTIONS, dialectOf } from './dialect-options.ts'
import { refuseAbsent } from './not-there-yet.ts'
import { UsageError } from './usage-error.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const OPTIONS = {
  columns: text,
  components: text,
  covariance: text,
  restarts: text,
  seed: text,
  init: text,
  start: text,
  strategy: text,
  scale: text,
  missing: text,
  tolerance: text,
  'max-iterations': text,
  regularisation: text,
  'reg-covar': text,
  criterion: text,
  threads: text,
  ...DIALECT_OPTIONS,
  labels: text,
  posteriors: flag,
  report: text,
  script: text,
  model: text,
  plot: text,
  json: flag,
  quiet: flag,
} as const
type Values = { [K in keyof typeof OPTIONS]?: (typeof OPTIONS)[K] extends typeof flag ? boolean : string }

/** `basin fit` as it was asked for. Columns and the start are still names: the file has to be open to resolve them. */
export interface FitCommand {
  file: string
  dialect: DialectChoice
  columns: string | null
  /** Null where it was not given: then the start decides, or 1 to 9. */
  components: FitSettings['components'] | null
  start: string | null
  settings: Omit<FitSettings, 'columns' | 'components' | 'start'>
  threads: number | null
  outputs: { labels: string | null; report: string | null; model: string | null }
  posteriors: boolean
  json: boolean
  quiet: boolean
}

/** Throws UsageError in words where an option is wrong or not there yet. */
export function readFit(args: string[]): FitCommand {
  const parsed = readArguments(args, OPTIONS, { least: 1, most: 1, names: 'basin fit FILE' })
  const values = parsed.values as Values
  refuseAbsent(values)
  if (values.posteriors === true && values.labels === undefined)
    throw new UsageError('--posteriors adds columns to the labelled file: give --labels OUT.csv too.')
  for (const option of ['restarts', 'init'] as const)
    if (values.start !== undefined && values[option] !== undefined)
      throw new UsageError(`--start is one restart from a start of your own: leave out --${option}.`)
  return {
    file: parsed.positionals[0],
    dialect: dialectOf(values),
    columns: values.columns ?? null,
    components: values.components === undefined ? null : componentsOf(values.components),
    start: values.start ?? null,
    settings: settingsOf(values),
    threads: values.threads === undefined ? null : wholeNumber('--threads', values.threads, 1, 1024),
    outputs: { labels: values.labels ?? null, report: values.report ?? null, model: values.model ?? null },
    posteriors: values.posteriors === true,
    json: values.json === true,
    quiet: values.quiet === true,
  }
}

function settingsOf(values: Values): FitCommand['settings'] {
  const whole = (
    option: 'restarts' | 'seed' | 'max-iterations',
    otherwise: number,
    least: number,
    most: number,
  ) => wholeNumber(`--${option}`, values[option] ?? String(otherwise), least, most)
  return {
    covariances: covariancesOf(values.covariance ?? 'VVV'),
    initialisation: choice('--init', values.init ?? 'mixed', INITIALISATIONS),
    restarts: whole('restarts', 40, 1, LIMITS.restarts),
    seed: whole('seed', 1, 0, LIMITS.seed),
    scaling: choice('--scale', values.scale ?? 'none', SCALINGS),
    missing: choice('--missing', values.missing ?? 'drop', ['drop', 'error']),
    tolerance: number('--tolerance', values.tolerance ?? '1e-6', 'a number above 0', (value) => value > 0),
    maxIterations: whole('max-iterations', 2000, 1, LIMITS.iterations),
    regularisation: regularisationOf(values),
    criterion: choice('--criterion', values.criterion ?? 'bic', CRITERIA),
  }
}

function regularisationOf(values: Values): FitSettings['regularisation'] {
  const absolute = values['reg-covar']
  const relative = values.regularisation
  if (absolute !== undefined && relative !== undefined)
    throw new UsageError('--reg-covar is given instead of --regularisation, not with it.')
  const read = (option: string, value: string) =>
    number(option, value, 'a number of 0 or more', (n) => n >= 0)
  return absolute === undefined
    ? { kind: 'relative', value: read('--regularisation', relative ?? '1e-6') }
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

type Covariance = FitSettings['covariances'][number]

const ALIASES: Record<string, Covariance> = { full: 'VVV', tied: 'EEE', diag: 'VVI', spherical: 'VII' }

function covariancesOf(list: string): Covariance[] {
  if (list === 'all') return [...COVARIANCE_MODELS]
  const models = list.split(',').map((name) => {
    const word = name.trim()
    const model = Object.hasOwn(ALIASES, word) ? ALIASES[word] : COVARIANCE_MODELS.find((one) => one === word)
    if (model !== undefined) return model
    throw new UsageError(
      `--covariance ${word}: the models that are there are VVV (full), EEE (tied), VVI (diag), VII (spherical), or all of them (all).`,
    )
  })
  return [...new Set(models)]
}
