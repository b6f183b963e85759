import { ENCODINGS, type DialectChoice } from '../../../contract/schemas.ts'
import type { Dialect } from '../../../contract/views.ts'
import { say } from '../../../contract/words/say.ts'
import { THOUSANDS_NAMES } from '../../format/import-words.ts'
import { DELIMITER_NAMES, ENCODING_NAMES } from '../../format/words.ts'

export interface DialectOption {
  key: 'encoding' | 'delimiter' | 'quote' | 'decimal' | 'thousands' | 'header'
  label: string
  options: readonly { value: string; text: string }[]
  read(dialect: Dialect): string
  write(value: string): DialectChoice
}

const named = (names: Record<string, string>) =>
  Object.entries(names).map(([value, text]) => ({ value, text }))

/** What can be chosen from a list about how a file is written. */
export const DIALECT_OPTIONS: readonly DialectOption[] = [
  {
    key: 'encoding',
    label: say('Encoding'),
    options: ENCODINGS.map((value) => ({ value, text: ENCODING_NAMES[value] ?? value })),
    read: ({ encoding }) => encoding,
    write: (value) => ({ encoding: value as NonNullable<DialectChoice['encoding']> }),
  },
  {
    key: 'delimiter',
    label: say('Delimiter'),
    options: named(DELIMITER_NAMES),
    read: ({ delimiter }) => delimiter,
    write: (value) => ({ delimiter: value as NonNullable<DialectChoice['delimiter']> }),
  },
  {
    key: 'quote',
    label: say('Quote'),
    options: named({
      '"': say('double {mark}', { mark: '"' }),
      "'": say('single {mark}', { mark: "'" }),
      '': say('none'),
    }),
    read: ({ quote }) => quote,
    write: (value) => ({ quote: value as NonNullable<DialectChoice['quote']> }),
  },
  {
    key: 'decimal',
    label: say('Decimal mark'),
    options: named({ '.': say('point'), ',': say('comma') }),
    read: ({ decimal }) => decimal,
    write: (value) => ({ decimal: value as NonNullable<DialectChoice['decimal']> }),
  },
  {
    key: 'thousands',
    label: say('Thousands'),
    options: named(THOUSANDS_NAMES),
    read: ({ thousands }) => thousands,
    write: (value) => ({ thousands: value as NonNullable<DialectChoice['thousands']> }),
  },
  {
    key: 'header',
    label: say('Header'),
    options: named({ yes: say('first row'), no: say('none') }),
    read: ({ header }) => (header ? 'yes' : 'no'),
    write: (value) => ({ header: value === 'yes' }),
  },
]

/** Lines above the table; null where the text is no such number. */
export function readSkip(text: string): number | null {
  const lines = /^\d{1,5}$/.test(text.trim()) ? Number(text) : NaN
  return lines <= 10_000 ? lines : null
}
