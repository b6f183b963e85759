import { looseText, type TextOfCell } from './loose-text.ts'
import { isInexact } from './shape.ts'
import type { Thousands } from './types.ts'
import { UNIT_PATTERN, unitName } from './units.ts'

/** What a cell is under one decimal mark. */
export interface Reading {
  /** The nearest double; infinite where no double is so large. */
  value: number
  /** The mark between its thousands; empty where there is none. */
  thousands: Thousands
  /** A whole number beyond 2⁵³ that no double holds. */
  inexact: boolean
}

/** Every way to read a cell as a number: at most one under each decimal mark, at least one in all. */
export interface Readings {
  '.': Reading | null
  ',': Reading | null
  /** Empty without. */
  unit: string
}

interface Written {
  sign: string
  /** Digits and marks. */
  digits: string
  exponent: string
}

const BLANKS = /[\u00a0\u2000-\u200a\u202f]/g
const FRAME = new RegExp(
  `^([+-]?)(?:(${UNIT_PATTERN}) *)?([+-]?)(\\d[\\d.,' ]*|[.,]\\d+)(e[+-]?\\d+)?(?: ?(${UNIT_PATTERN}))?$`,
  'i',
)
const GROUPED = /^[1-9]\d{0,2}(?:([.,' ])\d{3})(?:\1\d{3})*$/

/**
 * How a cell can be read as a number: optional sign, digits that are grouped in threes throughout or not at all, an
 * optional decimal mark among, before or behind them, an optional exponent (not behind grouped digits), a unit before
 * or behind. Every kind of blank and apostrophe counts as one. Null where it cannot be.
 */
export function readings(cell: string, textOf: TextOfCell = looseText): Readings | null {
  if (!hasDigitsAndFewLetters(cell)) return null
  const match = FRAME.exec(tidy(cell, textOf))
  if (match === null) return null
  const [, before, first = '', behind, digits, exponent = '', last = ''] = match
  if ((before && behind) || (first && last) || (exponent && digits.endsWith(' '))) return null
  const written = { sign: before || behind, digits: digits.trimEnd(), exponent }
  const point = readingUnder(written, '.')
  const comma = readingUnder(written, ',')
  return point || comma ? { '.': point, ',': comma, unit: unitName(first || last) } : null
}

/** Letters of the longest unit and of an exponent. */
const MOST_LETTERS = 4

/** What most texts are not: a quick look before the pattern. */
function hasDigitsAndFewLetters(cell: string): boolean {
  let digits = false
  let letters = 0
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i)
    if (code >= 48 && code <= 57) digits = true
    else if ((code | 32) >= 97 && (code | 32) <= 122 && ++letters > MOST_LETTERS) return false
  }
  return digits
}

function tidy(cell: string, textOf: TextOfCell): string {
  if (!/[^\0-\x7f]/.test(cell)) return cell.trim()
  const said = textOf(cell)
    .replace(/\u2212/g, '-')
    .replace(/[\u2019\u02bc]/g, "'")
  return said.replace(BLANKS, ' ').trim()
}

function readingUnder({ sign, digits, exponent }: Written, decimal: '.' | ','): Reading | null {
  const [whole, fraction = '', ...more] = digits.split(decimal)
  if (more.length > 0 || !/^\d*$/.test(fraction)) return null
  const plain = /^\d*$/.test(whole)
  const group = plain ? null : GROUPED.exec(whole)
  if (!plain && (group === null || exponent !== '')) return null
  const integer = plain ? whole : whole.replace(/\D/g, '')
  return {
    value: Number(`${sign}${integer}.${fraction}${exponent}`),
    thousands: (group?.[1] ?? '') as Thousands,
    inexact: fraction === '' && exponent === '' && isInexact(integer),
  }
}
