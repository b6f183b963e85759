import type { NumberFormat } from '../../../../contract/views.ts'

const UNIT = String.raw`(?:[%‰]|(?:US|NZ|HK|[ACR])?\p{Sc}|[A-Z]{3}|kr\.?|zł|Kč|Ft|Fr\.)`
const IN_FRONT = new RegExp(String.raw`^([+\-\u2212]?)\s*${UNIT}\s*(?=[+\-\u2212.,\d])`, 'iu')
const BEHIND = new RegExp(String.raw`(?<=[.,\d])\s*${UNIT}$`, 'iu')

export interface SlowNumber {
  /** NaN where the cell is no number in the format. */
  value: number
  /** Whether a mark besides the digits had to be left out. */
  unit: boolean
}

/** Reads a cell by the words of the promise, one character after the other. */
export function slowNumber(cell: string, { decimal, thousands }: NumberFormat): SlowNumber {
  const trimmed = cell.trim()
  const bare = trimmed.replace(IN_FRONT, '$1').replace(BEHIND, '')
  return { value: digitsOf(bare, decimal, thousands), unit: bare !== trimmed }
}

function digitsOf(text: string, decimal: string, thousands: string): number {
  let at = 0
  const isDigit = () => at < text.length && text[at] >= '0' && text[at] <= '9'
  const digits = (): string => {
    const start = at
    while (isDigit()) at++
    return text.slice(start, at)
  }
  const sign = /[+\-\u2212]/.test(text[at] ?? '') ? text[at++] : ''
  const groups = [digits()]
  while (at < text.length && isThousands(text[at], thousands) && text[at] !== decimal) {
    at++
    groups.push(digits())
  }
  const [first, ...more] = groups
  const isFirst = /^[1-9]\d{0,2}$/.test(first)
  if (more.length > 0 && (!isFirst || more.some(({ length }) => length !== 3))) return Number.NaN
  let mantissa = groups.join('')
  let fraction = ''
  if (text[at] === decimal) {
    at++
    fraction = digits()
  }
  if (mantissa === '' && fraction === '') return Number.NaN
  let exponent = '0'
  if (text[at] === 'e' || text[at] === 'E') {
    at++
    const minus = /[+\-\u2212]/.test(text[at] ?? '') ? text[at++].replace('\u2212', '-') : ''
    const power = digits()
    if (power === '' || more.length > 0) return Number.NaN
    exponent = minus + power
  }
  if (at < text.length) return Number.NaN
  mantissa = `${mantissa || '0'}.${fraction || '0'}e${exponent}`
  const value = Number(mantissa)
  if (!Number.isFinite(value)) return Number.NaN
  return sign === '-' || sign === '\u2212' ? -value : value
}

function isThousands(character: string, thousands: string): boolean {
  if (thousands === '') return false
  if (thousands === ' ') return /[ \u00a0\u2000-\u200a\u202f]/.test(character)
  if (thousands === "'") return /['’\u02bc]/.test(character)
  return character === thousands
}
