import { numerals } from './numerals.ts'
import { say } from './say.ts'

const MINUS = '\u2212'

/** A whole number with separators between thousands: 1,000,000. */
export function formatCount(value: number): string {
  return numerals.counts.format(value).replace('-', MINUS)
}

/** `digits` decimals, with a true minus sign where it does not round to zero: −1130.264. */
export function formatFixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return formatSpecial(value)
  const text = value.toFixed(digits)
  return group(Number(text) === 0 ? text.replace('-', '') : text)
}

/** About `digits` significant figures in the shortest plain form, exponents only where they save the reader work. */
export function formatNumber(value: number | null, digits = 5): string {
  if (value === null) return '–'
  if (!Number.isFinite(value)) return formatSpecial(value)
  const size = Math.abs(value)
  if (size !== 0 && (size >= 1e9 || size < 1e-4)) return trimExponent(value.toExponential(digits - 1))
  const decimals = size === 0 ? 0 : Math.max(0, digits - 1 - Math.floor(Math.log10(size)))
  const text = value.toFixed(Math.min(decimals, 12))
  return group(text.includes('.') ? text.replace(/\.?0+$/, '') : text)
}

/** In as few characters as about three significant figures need, with an exponent: 4e7. */
export const formatExponent = (value: number): string => trimExponent(value.toExponential(2))

/** Separators between thousands where there are five digits or more before the point, and a true minus sign. */
function group(text: string): string {
  const [whole = '', fraction] = text.replace('-', MINUS).split('.')
  const long = /\d{5}/.test(whole)
  const parted = long ? whole.replace(/(?<=\d)(?=(\d{3})+$)/g, numerals.group) : whole
  return fraction === undefined ? parted : `${parted}${numerals.decimal}${fraction}`
}

/** A share of one as a whole percentage, never 0 % or 100 % unless it is exactly that. */
export function formatShare(value: number): string {
  if (value > 0 && value < 0.01) return '< 1 %'
  if (value < 1 && value > 0.99) return '> 99 %'
  return `${Math.round(value * 100)} %`
}

/** The gap of a log-likelihood to the best one: 0 for the best, few digits for the rest, negative above it. */
export function formatGap(gap: number): string {
  if (Math.abs(gap) < 5e-9) return '0'
  return Math.abs(gap) < 1e-3 ? trimExponent(gap.toExponential(1)) : formatNumber(gap, 4)
}

function trimExponent(text: string): string {
  const [digits = '', exponent = ''] = text.split('e')
  const short = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
  return `${short.replace('.', numerals.decimal)}e${exponent.replace('+', '')}`.replaceAll('-', MINUS)
}

function formatSpecial(value: number): string {
  if (Number.isNaN(value)) return say('not a number')
  return value > 0 ? '∞' : `${MINUS}∞`
}
