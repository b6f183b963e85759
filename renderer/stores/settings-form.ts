import * as v from 'valibot'
import type {
  Acceleration,
  CovarianceModel,
  Criterion,
  InitialisationChoice,
  Prior,
  Scaling,
} from '../../core/mixture/types.ts'
import { GAP_MODELS } from '../../contract/covariance-models.ts'
import { DEFAULTS, defaultAcceleration, defaultRefinements } from '../../contract/defaults.ts'
import { LIMITS } from '../../contract/limits.ts'
import { COVARIANCE_MODELS, FitSettings, type WeightKind } from '../../contract/schemas.ts'
import { say } from '../../contract/words/say.ts'
import { readTyped } from '../format/number.ts'

/** The settings as the person types them: numbers are text until they are read. */
export interface SettingsForm {
  columns: number[]
  /** Index of the column that weighs the rows; empty where every row counts once. */
  weights: string
  weightKind: WeightKind
  /** What becomes of rows that lack a cell. */
  missing: Exclude<FitSettings['missing'], 'error'>
  noise: boolean
  scaling: Scaling
  components: string
  covariance: CovarianceModel | 'all' | 'several'
  /** Ticked for `several`. */
  covariances: CovarianceModel[]
  initialisation: InitialisationChoice
  restarts: string
  seed: string
  tolerance: string
  maxIterations: string
  regularisationKind: 'relative' | 'absolute'
  regularisation: string
  strategy: FitSettings['strategy']
  refinements: string
  prior: Prior
  /** Empty for no bound. */
  eigenvalueRatio: string
  acceleration: Acceleration
  subsample: 'yes' | 'no'
  criterion: Criterion
}

export type SettingsField = keyof SettingsForm

export type ReadSettings =
  | { settings: FitSettings; errors: Record<string, never> }
  | { settings: null; errors: Partial<Record<SettingsField, string>> }

export const DEFAULT_FORM: Readonly<Omit<SettingsForm, 'columns' | 'covariances'>> &
  Readonly<{ covariances: readonly CovarianceModel[] }> = {
  weights: '',
  weightKind: 'frequency',
  missing: DEFAULTS.missing,
  noise: DEFAULTS.noise,
  scaling: DEFAULTS.scaling,
  components: '3',
  covariance: DEFAULTS.covariances[0],
  covariances: ['VVV', 'EEE', 'VVI', 'VII'],
  initialisation: DEFAULTS.initialisation,
  restarts: String(DEFAULTS.restarts),
  seed: String(DEFAULTS.seed),
  tolerance: DEFAULTS.tolerance.toExponential(),
  maxIterations: String(DEFAULTS.maxIterations),
  regularisationKind: DEFAULTS.regularisation.kind,
  regularisation: DEFAULTS.regularisation.value.toExponential(),
  strategy: DEFAULTS.strategy,
  refinements: String(defaultRefinements(DEFAULTS.initialisation, DEFAULTS.restarts, 0)),
  prior: DEFAULTS.prior,
  eigenvalueRatio: DEFAULTS.eigenvalueRatio ?? '',
  acceleration: defaultAcceleration(false),
  subsample: DEFAULTS.subsample ? 'yes' : 'no',
  criterion: DEFAULTS.criterion,
}

/** The settings, or a sentence for every field that cannot be used. `rows` is the number of rows of the data. */
export function readSettings(form: SettingsForm, rows: number): ReadSettings {
  const candidate = {
    columns: [...form.columns],
    weights: form.weights === '' ? null : { column: Number(form.weights), kind: form.weightKind },
    noise: form.noise,
    components: readRange(form.components),
    covariances: covariancesOf(form),
    initialisation: form.initialisation,
    restarts: readTyped(form.restarts),
    seed: readTyped(form.seed),
    scaling: form.scaling,
    missing: form.missing,
    tolerance: readTyped(form.tolerance),
    maxIterations: readTyped(form.maxIterations),
    regularisation: { kind: form.regularisationKind, value: readTyped(form.regularisation) },
    strategy: form.strategy,
    refinements: readTyped(form.refinements),
    prior: form.prior,
    eigenvalueRatio: form.eigenvalueRatio.trim() === '' ? null : readTyped(form.eigenvalueRatio),
    acceleration: form.acceleration,
    subsample: form.subsample === 'yes',
    criterion: form.criterion,
  }
  const parsed = v.safeParse(FitSettings, candidate)
  const errors: Partial<Record<SettingsField, string>> = {}
  for (const issue of parsed.issues ?? []) {
    const field = issue.path?.[0]?.key as SettingsField
    errors[field] ??= sentence(form, field, issue.message)
  }
  if (parsed.success && parsed.output.components.to > rows && rows > 0) {
    errors.components = say('There are only {rows} rows: choose at most {rows} components.', { rows })
  }
  if (parsed.success) {
    const refusal = whyNoGaps(parsed.output)
    if (refusal !== null) errors.missing = refusal
  }
  if (!parsed.success || Object.keys(errors).length > 0) return { settings: null, errors }
  return { settings: parsed.output, errors: {} }
}

/** Why rows with missing cells cannot be used under these settings; null where they can, or are left out. */
function whyNoGaps({ missing, covariances, weights, noise }: FitSettings): string | null {
  if (missing !== 'em') return null
  if (weights !== null)
    return say('Rows with weights must have every cell: leave the others out, or take no row weights.')
  if (noise)
    return say('Beside noise every row must have every cell: leave the others out, or fit without noise.')
  return covariances.every((model) => GAP_MODELS.includes(model))
    ? null
    : say(
        'Only {models} take rows with missing cells: choose those covariance models, or leave these rows out.',
        { models: GAP_MODELS },
      )
}

function covariancesOf({ covariance, covariances }: SettingsForm): CovarianceModel[] {
  if (covariance === 'all') return [...COVARIANCE_MODELS]
  return covariance === 'several' ? [...covariances] : [covariance]
}

const shapes = (): Partial<Record<SettingsField, string>> => ({
  components: say('Type a whole number from 1 to {most}, or a range such as 2-5.', {
    most: LIMITS.components,
  }),
  restarts: say('Type a whole number from 1 to {most, number}.', { most: LIMITS.restarts }),
  seed: say('Type a whole number from 0 to {most, number}.', { most: LIMITS.seed }),
  tolerance: say('Type a number above 0, such as 1e-6.'),
  maxIterations: say('Type a whole number from 1 to {most, number}.', { most: LIMITS.iterations }),
  refinements: say('Type a whole number from 0 to {most, number}.', { most: LIMITS.refinements }),
  eigenvalueRatio: say('Type a number of 1 or more, such as 1000, or leave it empty for no bound.'),
  regularisation: say('Type 0 or a number above it, such as 1e-6.'),
})

function sentence(form: SettingsForm, field: SettingsField, issue: string): string {
  if (field === 'columns')
    return form.columns.length === 0
      ? say('Tick at least one column.')
      : say('Tick at most {most} columns ({ticked, number} are ticked).', {
          most: LIMITS.columns,
          ticked: form.columns.length,
        })
  if (field === 'covariances') return say('Tick at least one covariance model.')
  const { from, to } = readRange(form.components)
  if (field === 'components' && from > to) return say('The first number must not be above the last.')
  const typed = String(form[field]).trim()
  const shape = shapes()[field] ?? issue
  return typed === '' ? shape : say('“{typed}” cannot be used. {remedy}', { typed, remedy: shape })
}

function readRange(text: string): { from: number; to: number } {
  const [, from = '', to = from] = /^\s*(\d+)\s*(?:(?:-|–|\.\.|to)\s*(\d+)\s*)?$/.exec(text) ?? []
  return { from: readTyped(from), to: readTyped(to) }
}
