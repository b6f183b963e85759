import { ENCODINGS, type DialectChoice } from '../../contract/schemas.ts'
import { choice, wholeNumber } from './arguments.ts'
import { UsageError } from './usage-error.ts'

/** Options that say how a file is to be read; what is not given is sniffed. */
export const DIALECT_OPTIONS = {
  delimiter: { type: 'string' },
  quote: { type: 'string' },
  decimal: { type: 'string' },
  thousands: { type: 'string' },
  encoding: { type: 'string' },
  header: { type: 'string' },
  comment: { type: 'string' },
  na: { type: 'string' },
  skip: { type: 'string' },
} as const

type Delimiter = NonNullable<DialectChoice['delimiter']>
type Quote = NonNullable<DialectChoice['quote']>
type Thousands = NonNullable<DialectChoice['thousands']>

const DELIMITERS = new Map<string, Delimiter>([
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

const QUOTES = new Map<string, Quote>([
  ['"', '"'],
  ['double', '"'],
  ["'", "'"],
  ['single', "'"],
  ['', ''],
  ['none', ''],
])

const THOUSANDS = new Map<string, Thousands>([
  [',', ','],
  ['comma', ','],
  ['.', '.'],
  ['point', '.'],
  [' ', ' '],
  ['space', ' '],
  ["'", "'"],
  ['apostrophe', "'"],
  ['', ''],
  ['none', ''],
])

const MOST_COMMENT = 4
const MOST_SKIPPED = 10_000

/** Throws UsageError where a value is not one that Basin reads. */
export function dialectOf(values: Partial<Record<keyof typeof DIALECT_OPTIONS, string>>): DialectChoice {
  const { delimiter, quote, decimal, thousands, encoding, header, comment, na, skip } = values
  const dialect: DialectChoice = {
    ...(delimiter === undefined
      ? {}
      : {
          delimiter: named(
            '--delimiter',
            delimiter,
            DELIMITERS,
            ', ; | or comma, semicolon, tab, pipe, space',
          ),
        }),
    ...(quote === undefined ? {} : { quote: named('--quote', quote, QUOTES, 'double, single or none') }),
    ...(decimal === undefined ? {} : { decimal: choice('--decimal', decimal, ['.', ',']) }),
    ...(thousands === undefined
      ? {}
      : { thousands: named('--thousands', thousands, THOUSANDS, 'comma, point, space, apostrophe or none') }),
    ...(encoding === undefined ? {} : { encoding: choice('--encoding', encoding.toLowerCase(), ENCODINGS) }),
    ...(header === undefined ? {} : { header: choice('--header', header, ['yes', 'no']) === 'yes' }),
    ...(comment === undefined ? {} : { comment: commentOf(comment) }),
    ...(na === undefined ? {} : { missing: na.split(',').map((text) => text.trim()) }),
    ...(skip === undefined ? {} : { skip: wholeNumber('--skip', skip, 0, MOST_SKIPPED) }),
  }
  if (dialect.decimal !== undefined && dialect.decimal === dialect.thousands)
    throw new UsageError('--decimal and --thousands cannot be the same mark.')
  return dialect
}

function named<T>(option: string, text: string, names: ReadonlyMap<string, T>, rule: string): T {
  const found = names.get(text)
  if (found !== undefined) return found
  throw new UsageError(`${option} must be ${rule}, not “${text}”.`)
}

function commentOf(text: string): string {
  const mark = text === 'none' ? '' : text
  if (mark.length <= MOST_COMMENT) return mark
  throw new UsageError(
    `--comment must be what a comment begins with, at most ${MOST_COMMENT} characters, not “${text}”.`,
  )
}
