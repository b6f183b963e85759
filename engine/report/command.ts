import { DEFAULTS } from '../../contract/defaults.ts'
import type { FitSettings } from '../../contract/settings.ts'
import { MISSING_TOKENS } from '../../core/table/missing.ts'
import type { Dataset } from '../datasets.ts'
import type { Fit } from '../fits/run.ts'
import type { ReportAsked } from './facts.ts'

/** What a command line says, option by option; texts as they are given, not yet quoted. */
export type Arguments = string[]

/** `basin fit` with every option that decides the result, by the names of its columns where these are plain. */
export function commandOf({ dataset, settings }: Pick<Fit, 'dataset' | 'settings'>): Arguments {
  return [
    'fit',
    fileArgument(dataset.name),
    ...columnArguments(dataset, settings),
    ...settingArguments(settings),
    ...readingArguments(dataset),
  ]
}

/** What a report was asked for beside the fit, as options of it. */
export function besideArguments({ file }: Dataset, { allowSpurious, known, merged }: ReportAsked): Arguments {
  return [
    ...(known === undefined ? [] : ['--known', columnName(file.columns, known)]),
    ...(merged === undefined ? [] : ['--merge', String(merged)]),
    ...(allowSpurious ? ['--allow-spurious'] : []),
  ]
}

/** A name of a file, also where it would be read as an option. */
export const fileArgument = (name: string): string => (name.startsWith('-') ? `./${name}` : name)

/** What the command line cannot say, in sentences. */
export function commandLacks({ dataset, settings, summary }: Fit): string[] {
  const { decimal, missing, thousands } = dataset.file.dialect
  const own = settings.columns.some((position) => {
    const format = dataset.file.columns[position].format
    return format !== null && (format.decimal !== decimal || format.thousands !== thousands)
  })
  return [
    ...(settings.start === undefined
      ? []
      : ['start.json is the start of the person’s own; the labelled file’s provenance holds it.']),
    ...(own
      ? [
          'Some columns write their numbers in another way than the rest, which only the application can be told.',
        ]
      : []),
    ...(summary.extensions.length === 0
      ? []
      : ['What the fit was extended by after it had ended is not in the command; see Choices.']),
    ...(summary.removed.length === 0
      ? []
      : [
          'The command runs and counts the restarts that were removed by hand, too, so hits, letters of solutions and what is best may differ; see Choices.',
        ]),
    ...(missing.some((text) => text.includes(','))
      ? ['One of the texts that mean “no value” has a comma, which the command cannot say.']
      : []),
    ...(summary.stopped ? ['The fit was stopped before its end; the command runs it to the end.'] : []),
  ]
}

function columnArguments({ file }: Dataset, { columns, weights }: FitSettings): Arguments {
  const source = (position: number) => file.columns[position].derived?.of ?? position
  const logged = columns.filter((position) => file.columns[position].derived !== undefined)
  const name = (position: number) => columnName(file.columns, source(position))
  return [
    '--columns',
    columns.map(name).join(','),
    ...(logged.length === 0 ? [] : ['--log', logged.map(name).join(',')]),
    ...(weights === null ? [] : ['--weights', name(weights.column), '--weights-kind', weights.kind]),
  ]
}

/** Its name where that is found again as it is written; else its place, #2. */
function columnName(columns: Dataset['file']['columns'], position: number): string {
  const { name } = columns[position]
  return /^[\p{L}\p{N}_. ()/%+-]{1,60}$/u.test(name) && name === name.trim() && !name.startsWith('-')
    ? name
    : `#${position + 1}`
}

function settingArguments(settings: FitSettings): Arguments {
  const { components, covariances, regularisation, start, eigenvalueRatio } = settings
  const { from, to } = components
  const unless = (option: string, value: string | number, usual: string | number) =>
    value === usual ? [] : [`--${option}`, String(value)]
  return [
    '--components',
    from === to ? String(from) : `${from}-${to}`,
    '--covariance',
    covariances.join(','),
    ...(start === undefined
      ? [
          '--restarts',
          String(settings.restarts),
          '--seed',
          String(settings.seed),
          ...unless('init', settings.initialisation, DEFAULTS.initialisation),
          ...unless('strategy', settings.strategy, DEFAULTS.strategy),
          '--refinements',
          String(settings.refinements),
        ]
      : ['--start', 'start.json', '--seed', String(settings.seed)]),
    ...unless('scale', settings.scaling, DEFAULTS.scaling),
    ...(settings.noise ? ['--noise'] : []),
    ...unless('missing', settings.missing, DEFAULTS.missing),
    ...unless('tolerance', settings.tolerance, DEFAULTS.tolerance),
    ...unless('max-iterations', settings.maxIterations, DEFAULTS.maxIterations),
    ...(regularisation.kind === 'absolute'
      ? ['--reg-covar', String(regularisation.value)]
      : unless('regularisation', regularisation.value, DEFAULTS.regularisation.value)),
    ...unless('prior', settings.prior, DEFAULTS.prior),
    ...(eigenvalueRatio === null ? [] : ['--eigenvalue-ratio', String(eigenvalueRatio)]),
    '--acceleration',
    settings.acceleration,
    ...(settings.subsample ? ['--subsample', 'yes'] : []),
    ...unless('criterion', settings.criterion, DEFAULTS.criterion),
  ]
}

const QUOTES: Record<string, string> = { '"': 'double', "'": 'single', '': 'none' }
const THOUSANDS: Record<string, string> = {
  ',': 'comma',
  '.': 'point',
  ' ': 'space',
  "'": 'apostrophe',
  '': 'none',
}
const DELIMITERS: Record<string, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
  ' ': 'space',
}

/** All of it: what is not given is sniffed, and may be what the person put right. */
function readingArguments({ file }: Dataset): Arguments {
  const { delimiter, quote, decimal, thousands, encoding, header, comment, missing, skip } = file.dialect
  return [
    '--delimiter',
    DELIMITERS[delimiter] ?? delimiter,
    '--quote',
    QUOTES[quote] ?? quote,
    '--decimal',
    decimal,
    '--thousands',
    THOUSANDS[thousands] ?? thousands,
    '--encoding',
    encoding,
    '--header',
    header ? 'yes' : 'no',
    `--comment=${comment === '' ? 'none' : comment}`,
    ...(isUsual(missing) ? [] : [`--na=${missing.join(',')}`]),
    '--skip',
    String(skip),
  ]
}

const isUsual = (missing: readonly string[]) =>
  missing.length === MISSING_TOKENS.length && missing.every((text) => MISSING_TOKENS.includes(text))

const LONGEST_LINE = 78

/** As a shell takes it, on lines that are no longer than need be. */
export function shellText(program: string, args: Arguments): string {
  const options: string[] = [program]
  for (const arg of args) {
    if (arg.startsWith('--')) options.push(quoted(arg))
    else options.push(`${options.pop()} ${quoted(arg)}`)
  }
  const lines: string[] = []
  for (const option of options) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + option.length < LONGEST_LINE)
      lines[lines.length - 1] += ` ${option}`
    else lines.push(option)
  }
  return lines.join(' \\\n  ')
}

const quoted = (text: string) => (/^[\w.,/:=+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)
