import { LIMITS } from '../../contract/limits.ts'
import { REFITTED_MODELS, RESAMPLING_SCHEMES, type RefittedModels } from '../../contract/resampling.ts'
import type { ResamplingScheme } from '../../contract/resampling-views.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import { choice, readArguments, wholeNumber } from './arguments.ts'
import { SEARCH_OPTIONS, searchOf, type SearchCommand, type ValuesOf } from './search-options.ts'
import { UsageError } from './usage-error.ts'

const text = { type: 'string' } as const
const STABILITY_OPTIONS = {
  ...SEARCH_OPTIONS,
  scheme: text,
  replicates: text,
  'replicate-restarts': text,
  models: text,
} as const
const TEST_OPTIONS = { ...SEARCH_OPTIONS, samples: text, 'sample-restarts': text } as const

/** `basin stability` as it was asked for. */
export interface StabilityCommand extends SearchCommand {
  resampling: { scheme: ResamplingScheme; replicates: number; restarts: number; models: RefittedModels }
}

/** `basin test` as it was asked for; its `components` are those that are fitted. */
export interface TestCommand extends SearchCommand {
  /** The numbers that are tested against one more; null where they were not given: all that are fitted but the last. */
  tested: FitSettings['components'] | null
  samples: number
  /** Restarts per model of a sample. */
  restarts: number
}

/** Throws UsageError in words where an option is wrong. */
export function readStability(args: string[]): StabilityCommand {
  const form = { least: 1, most: 1, names: 'basin stability FILE' }
  const { values: given, positionals } = readArguments(args, STABILITY_OPTIONS, form)
  const values = given as ValuesOf<typeof STABILITY_OPTIONS>
  return {
    ...searchOf(positionals[0], values),
    resampling: {
      scheme: choice('--scheme', values.scheme ?? 'bootstrap', RESAMPLING_SCHEMES),
      replicates: wholeNumber('--replicates', values.replicates ?? '100', 2, LIMITS.replicates),
      restarts: restartsOf('--replicate-restarts', values['replicate-restarts']),
      models: choice('--models', values.models ?? 'all', REFITTED_MODELS),
    },
  }
}

/** The same of a test. */
export function readTest(args: string[]): TestCommand {
  const form = { least: 1, most: 1, names: 'basin test FILE' }
  const { values: given, positionals } = readArguments(args, TEST_OPTIONS, form)
  const values = given as ValuesOf<typeof TEST_OPTIONS>
  const search = searchOf(positionals[0], values)
  const { components: tested, settings } = search
  if (settings.covariances.length > 1)
    throw new UsageError('basin test tests one covariance model at a time: name one with --covariance.')
  if (tested !== null && tested.to >= LIMITS.components)
    throw new UsageError(
      `--components of a test are at most ${LIMITS.components - 1}: one more is fitted too.`,
    )
  return {
    ...search,
    components: tested === null ? null : { from: tested.from, to: tested.to + 1 },
    tested,
    samples: wholeNumber('--samples', values.samples ?? '199', 19, LIMITS.replicates),
    restarts: restartsOf('--sample-restarts', values['sample-restarts']),
  }
}

const restartsOf = (option: string, given = '10') => wholeNumber(option, given, 1, LIMITS.restarts)
