import { LIMITS } from '../../contract/limits.ts'
import { readArguments, wholeNumber } from './arguments.ts'
import { AGREEMENT_OPTIONS, LABEL_OPTIONS, labelsOf, type LabelCommand } from './label-options.ts'
import { refuseAbsent } from './not-there-yet.ts'
import { scriptOption, type ScriptCommand } from './script-option.ts'
import { SEARCH_OPTIONS, searchOf, type SearchCommand, type ValuesOf } from './search-options.ts'

const text = { type: 'string' } as const
const OPTIONS = {
  ...SEARCH_OPTIONS,
  ...LABEL_OPTIONS,
  ...AGREEMENT_OPTIONS,
  report: text,
  script: text,
  model: text,
  plot: text,
  known: text,
  merge: text,
} as const

/** `basin fit` as it was asked for. */
export interface FitCommand extends SearchCommand {
  outputs: {
    labels: LabelCommand | null
    report: string | null
    script: ScriptCommand | null
    model: string | null
  }
  /** Name of the column that clusters are set beside. */
  known: string | null
  /** Clusters that the components of the best solution are merged into. */
  merge: number | 'auto' | null
}

/** Throws UsageError in words where an option is wrong or not there yet. */
export function readFit(args: string[]): FitCommand {
  const parsed = readArguments(args, OPTIONS, { least: 1, most: 1, names: 'basin fit FILE' })
  const values = parsed.values as ValuesOf<typeof OPTIONS>
  refuseAbsent(values)
  return {
    ...searchOf(parsed.positionals[0], values),
    outputs: {
      labels: labelsOf(values),
      report: values.report ?? null,
      script: scriptOption(values.script),
      model: values.model ?? null,
    },
    known: values.known ?? null,
    merge: mergeOf(values.merge),
  }
}

function mergeOf(given: string | undefined): FitCommand['merge'] {
  if (given === undefined) return null
  return given === 'auto' ? 'auto' : wholeNumber('--merge', given, 1, LIMITS.components)
}
