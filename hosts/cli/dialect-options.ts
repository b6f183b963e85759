import { ENCODINGS, type DialectChoice } from '../../contract/schemas.ts'
import { choice } from './arguments.ts'
import { UsageError } from './usage-error.ts'

/** Options that say how a file is to be read; what is not given is sniffed. */
export const DIALECT_OPTIONS = {
  delimiter: { type: 'string' },
  decimal: { type: 'string' },
  encoding: { type: 'string' },
  header: { type: 'string' },
} as const

const DELIMITERS = new Map<string, NonNullable<DialectChoice['delimiter']>>([
  [',', ','],
  ['comma', ','],
  [';', ';'],
  ['semicolon', ';'],
  ['\t', '\t'],
  ['\\t', '\t'],
  ['tab', '\t'],
  ['|', '|'],
  ['pipe', '|'],
  [' ', ' '],
  ['space', ' '],
])

/** Throws UsageError where a value is not one that Basin reads. */
export function dialectOf(values: Partial<Record<keyof typeof DIALECT_OPTIONS, string>>): DialectChoice {
  const { delimiter, decimal, encoding, header } = values
  return {
    ...(delimiter === undefined ? {} : { delimiter: delimiterOf(delimiter) }),
    ...(decimal === undefined ? {} : { decimal: choice('--decimal', decimal, ['.', ',']) }),
    ...(encoding === undefined ? {} : { encoding: choice('--encoding', encoding.toLowerCase(), ENCODINGS) }),
    ...(header === undefined ? {} : { header: choice('--header', header, ['yes', 'no']) === 'yes' }),
  }
}

function delimiterOf(text: string): NonNullable<DialectChoice['delimiter']> {
  const found = DELIMITERS.get(text)
  if (found !== undefined) return found
  throw new UsageError(
    `--delimiter must be , ; | or one of comma, semicolon, tab, pipe, space, not “${text}”.`,
  )
}
