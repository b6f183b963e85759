import type { DatasetSummary, Dialect, NumberFormat, RejectReason, Role } from '../../contract/views.ts'
import { say } from '../../contract/words/say.ts'
import { formatCount, formatFixed } from './number.ts'
import { DELIMITER_NAMES, ENCODING_NAMES } from './words.ts'

export const REJECT_NAMES: Record<RejectReason, string> = {
  text: say('text'),
  'too-large': say('too large'),
  infinite: say('infinite'),
  hexadecimal: say('hexadecimal'),
  date: say('date'),
  boolean: say('yes/no'),
  'other-format': say('other format'),
}

export const ROLE_NAMES: Record<Role, string> = {
  cluster: say('Cluster on'),
  keep: say('Keep'),
  weight: say('Weight of rows'),
  label: say('Known label'),
  ignore: say('Ignore'),
}

type Rejected = Partial<Record<RejectReason, number>>

/** `10 × text, 2 × date`: the most frequent reason first. */
export function describeReasons(rejectedBy: Rejected): string {
  return (Object.entries(rejectedBy) as [RejectReason, number][])
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${formatCount(count)} × ${REJECT_NAMES[reason]}`)
    .join(', ')
}

/** `12 cells rejected (10 × text, 2 × date)`, over all columns; empty where none was. */
export function describeRejected({
  columns,
  rejectedCells,
}: Pick<DatasetSummary, 'columns' | 'rejectedCells'>): string {
  if (rejectedCells === 0) return ''
  const total: Rejected = {}
  for (const { rejectedBy } of columns)
    for (const [reason, count] of Object.entries(rejectedBy) as [RejectReason, number][])
      total[reason] = (total[reason] ?? 0) + count
  const reasons = describeReasons(total)
  const cells = rejectedCells
  return reasons === ''
    ? say('{cells, plural, one {# cell} other {# cells}} rejected', { cells })
    : say('{cells, plural, one {# cell} other {# cells}} rejected ({reasons})', { cells, reasons })
}

/** What of the file is no row: `3 comment lines`, `1 blank line`, `2 lines above the table`. */
export function describeLeftOut({
  commentLines,
  blankLines,
  dialect: { skip },
}: Pick<DatasetSummary, 'commentLines' | 'blankLines' | 'dialect'>): string[] {
  const above = { lines: skip }
  const comments = { lines: commentLines }
  const blanks = { lines: blankLines }
  return [
    ...(skip > 0 ? [say('{lines, plural, one {# line} other {# lines}} above the table', above)] : []),
    ...(commentLines > 0
      ? [say('{lines, plural, one {# comment line} other {# comment lines}}', comments)]
      : []),
    ...(blankLines > 0 ? [say('{lines, plural, one {# blank line} other {# blank lines}}', blanks)] : []),
  ]
}

/** `UTF-8 · comma · decimal point · header`. */
export function describeDialect({ encoding, delimiter, decimal, thousands, header }: Dialect): string {
  return [
    ENCODING_NAMES[encoding] ?? encoding,
    DELIMITER_NAMES[delimiter] ?? delimiter,
    decimal === ',' ? say('decimal comma') : say('decimal point'),
    ...(thousands === '' ? [] : [say('thousands {mark}', { mark: THOUSANDS_NAMES[thousands] })]),
    header ? say('header') : say('no header'),
  ].join(' · ')
}

export const THOUSANDS_NAMES: Record<NumberFormat['thousands'], string> = {
  '': say('none'),
  ',': say('comma'),
  '.': say('point'),
  ' ': say('blank'),
  "'": say('apostrophe'),
}

/** A number as the format writes it: `1,234.5 %`. */
export function sampleNumber({ decimal, thousands, unit }: NumberFormat): string {
  return `1${thousands}234${decimal}5${unit === '' ? '' : ` ${unit}`}`
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** `812 bytes`, `70.4 MB`. */
export function formatBytes(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000
    unit++
  }
  if (unit === 0) return say('{bytes} bytes', { bytes: Math.round(size) })
  return `${size >= 100 ? Math.round(size) : formatFixed(size, 1)} ${UNITS[unit] ?? ''}`
}
