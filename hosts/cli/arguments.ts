import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError } from './usage-error.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** The arguments of one verb. Throws UsageError on an unknown option, a missing value or too many files. */
export function readArguments<O extends Options>(
  args: string[],
  options: O,
  positionals: { least: number; most: number; names: string },
) {
  const parsed = parse(args, options)
  const count = parsed.positionals.length
  if (count < positionals.least) throw new UsageError(`Say which file: ${positionals.names}.`)
  if (count > positionals.most)
    throw new UsageError(
      `Too many files: “${parsed.positionals[positionals.most]}”. The form is ${positionals.names}.`,
    )
  return parsed
}

function parse<O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (thrown) {
    throw new UsageError(inWords(thrown, args))
  }
}

function inWords(thrown: unknown, args: string[]): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const option = /'(?:-\w, )?(--?[\w-]+)/.exec(message)?.[1] ?? args.find((arg) => arg.startsWith('-')) ?? ''
  const code = (thrown as { code?: string }).code
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${option}.`
  if (message.includes('does not take an argument')) return `${option} takes no value.`
  return `${option} needs a value; write one that starts with a dash as ${option}=VALUE.`
}

/** A whole number between two bounds. */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN
  if (value >= least && value <= most) return value
  throw new UsageError(`${option} must be a whole number from ${least} to ${most}, not “${text}”.`)
}

/** A finite number that passes a test, which `rule` says in words. */
export function number(
  option: string,
  text: string,
  rule: string,
  passes: (value: number) => boolean,
): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN
  if (Number.isFinite(value) && passes(value)) return value
  throw new UsageError(`${option} must be ${rule}, not “${text}”.`)
}

/** One of a closed set of words. */
export function choice<const T extends string>(option: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === text)
  if (found !== undefined) return found
  throw new UsageError(`${option} must be one of ${allowed.join(', ')}, not “${text}”.`)
}
