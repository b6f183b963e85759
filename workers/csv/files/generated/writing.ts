import type { Random } from '../../../../core/random/random.ts'
import type { NumberFormat } from '../../../../contract/views.ts'
import type { WrittenEncoding } from '../encode.ts'
import { pick, type RandomTable } from './random-table.ts'

/** How a table is written. */
export interface Writing {
  encoding: WrittenEncoding
  delimiter: ',' | ';' | '\t' | '|' | ' '
  quote: '"' | "'"
  quoted: 'all' | 'needed' | 'some'
  lineEnd: '\n' | '\r\n' | '\r'
  lastLineEnd: boolean
  header: boolean
  /** One per column. */
  formats: ColumnWriting[]
  missing: string
  /** Whether `missing` is no text that means “no value” of itself. */
  ownMissing: boolean
  titles: number
  comments: boolean
  blankLines: boolean
  gzip: boolean
}

export interface ColumnWriting extends NumberFormat {
  /** The character between thousands, which `thousands` may stand for. */
  group: string
  /** Text before and behind the digits. */
  before: string
  behind: string
  /** Rare but lawful forms: a plus, a leading or trailing mark, blanks around, an exponent. */
  fancy: boolean
}

const ENCODINGS: readonly WrittenEncoding[] = [
  'utf-8',
  'utf-8 with a mark',
  'utf-16le',
  'utf-16be',
  'windows-1252',
]
const MISSING = ['', '', 'NA', 'NaN', 'null', '?', '-', '.', '#N/A', 'n/a']
const GROUPS: Record<NumberFormat['thousands'], readonly string[]> = {
  '': [''],
  ',': [','],
  '.': ['.'],
  ' ': [' ', '\u00a0', '\u2009', '\u202f'],
  "'": ["'", '’'],
}
const UNITS: readonly Pick<ColumnWriting, 'unit' | 'before' | 'behind'>[] = [
  { unit: '%', before: '', behind: '%' },
  { unit: '%', before: '', behind: ' %' },
  { unit: '$', before: '$', behind: '' },
  { unit: '€', before: '', behind: ' €' },
  { unit: '£', before: '£', behind: '' },
  { unit: 'CHF', before: 'CHF ', behind: '' },
  { unit: 'kr', before: '', behind: ' kr' },
]

export function randomEncoding(random: Random): WrittenEncoding {
  return pick(random, ENCODINGS)
}

export function randomWriting(random: Random, table: RandomTable, encoding: WrittenEncoding): Writing {
  const one = randomFormat(random, encoding)
  const several = random.next() < 0.15
  const alone = table.columns.length === 1
  const delimiter = pick(random, [',', ';', '\t', '|', ' '] as const)
  const ownMissing = random.next() < 0.1
  const picked = ownMissing ? pick(random, ['-999', 'n.d.', 'below limit']) : pick(random, MISSING)
  // A value that is written as the missing ones are is lost in the file itself.
  const token = picked === '-999' && holds(table, -999) ? 'n.d.' : picked
  return {
    encoding,
    delimiter,
    quote: random.next() < 0.9 ? '"' : "'",
    quoted: pick(random, ['all', 'needed', 'needed', 'some'] as const),
    lineEnd: pick(random, ['\n', '\n', '\r\n', '\r\n', '\r'] as const),
    lastLineEnd: random.next() < 0.8,
    header: random.next() < 0.8,
    formats: table.columns.map(() => ({
      ...(several ? randomFormat(random, encoding) : one),
      ...(random.next() < 0.1 ? pick(random, UNITS) : {}),
      fancy: random.next() < 0.2,
    })),
    missing: token,
    ownMissing,
    titles: alone || random.next() < 0.9 ? 0 : 1 + random.below(3),
    comments: random.next() < 0.1,
    blankLines: !alone && random.next() < 0.05,
    gzip: random.next() < 0.08,
  }
}

function holds({ columns }: RandomTable, value: number): boolean {
  return columns.some((column) => column.kind === 'numbers' && column.values.includes(value))
}

function randomFormat(random: Random, encoding: WrittenEncoding): ColumnWriting {
  const decimal = pick(random, ['.', '.', ','] as const)
  const thousands =
    random.next() < 0.7
      ? ''
      : pick(
          random,
          ([',', '.', ' ', "'"] as const).filter((m) => m !== decimal),
        )
  const groups = GROUPS[thousands].filter(
    (mark) => encoding !== 'windows-1252' || !/[\u2009\u202f]/.test(mark),
  )
  return { decimal, thousands, group: pick(random, groups), unit: '', before: '', behind: '', fancy: false }
}
