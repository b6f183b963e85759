import type { Random } from '../../../../core/random/random.ts'

/** A table as it is meant: before anybody writes it in some dialect. */
export interface RandomTable {
  names: string[]
  columns: RandomColumn[]
  rows: number
}

export type RandomColumn =
  | { kind: 'numbers'; values: (number | null)[]; style: NumberStyle }
  | { kind: 'words'; texts: (string | null)[] }

export type NumberStyle = 'whole' | 'fixed' | 'double' | 'large' | 'extreme'

const STYLES: readonly NumberStyle[] = ['whole', 'fixed', 'double', 'large', 'extreme']

const WORDS = ['plain', 'two words', 'with, comma', 'semi; colon', 'bar | bar', 'tab\tbed', 'a "quoted" word']
const ODD_WORDS = [
  'two\nlines',
  'two\r\nlines',
  "it's",
  '#hash',
  '=1+2',
  '12 and 3,5',
  ' padded ',
  '"',
  ',;|',
]
/** In Windows-1252 too. */
const LATIN_WORDS = ['naïve café', 'größe', '–', 'Ærø']
const OTHER_WORDS = ['Łódź', '😀', '東京', '𝔵']

/** At least one column of numbers, each with at least one number. `latin` leaves out what Windows-1252 cannot write. */
export function randomTable(random: Random, latin: boolean): RandomTable {
  const rows = 1 + random.below(random.next() < 0.1 ? 300 : 25)
  const words = [...WORDS, ...ODD_WORDS, ...LATIN_WORDS, ...(latin ? [] : OTHER_WORDS)]
  const count = 1 + random.below(6)
  const columns = Array.from({ length: count }, (_, index) =>
    index === 0 || random.next() < 0.65 ? randomNumbers(random, rows) : randomWords(random, rows, words),
  )
  // The sure column of numbers can stand anywhere.
  columns.push(...columns.splice(0, random.below(count)))
  const names = columns.map((_, index) => `${pick(random, NAMES)}${index + 1}`)
  return { names, columns, rows }
}

const NAMES = [
  'x',
  'height',
  'body mass ',
  'größe',
  'size, mm ',
  'a "b" ',
  'half;',
  'two\nlines ',
  '#n',
  'é_',
]

function randomNumbers(random: Random, rows: number): RandomColumn {
  const style = pick(random, STYLES)
  const share = random.next() < 0.5 ? 0 : 0.3 * random.next()
  const sure = random.below(rows)
  const values = Array.from({ length: rows }, (_, row) =>
    row !== sure && random.next() < share ? null : randomNumber(random, style),
  )
  return { kind: 'numbers', values, style }
}

function randomNumber(random: Random, style: NumberStyle): number {
  const sign = random.next() < 0.3 ? -1 : 1
  switch (style) {
    case 'whole':
      return sign * random.below(10 ** (1 + random.below(6)))
    case 'fixed':
      return sign * Number((random.next() * 10 ** random.below(7)).toFixed(1 + random.below(4)))
    case 'double':
      return random.normal() * 10 ** (random.below(8) - 2)
    case 'large':
      return sign * Math.floor(random.next() * 10 ** (6 + random.below(14)))
    case 'extreme':
      return sign * Number(`${1 + 9 * random.next()}e${random.below(630) - 322}`)
  }
}

function randomWords(random: Random, rows: number, words: readonly string[]): RandomColumn {
  const share = random.next() < 0.5 ? 0 : 0.3 * random.next()
  const texts = Array.from({ length: rows }, () => (random.next() < share ? null : pick(random, words)))
  return { kind: 'words', texts }
}

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[random.below(from.length)]
}
