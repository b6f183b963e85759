import type { DatasetSummary, Dialect, NumberFormat, RejectReason, Role } from '../../contract/views.ts'
import { formatCount, formatFixed } from './number.ts'
import { plural } from './plural.ts'
import { DELIMITER_NAMES, ENCODING_NAMES } from './words.ts'

export const REJECT_NAMES: Record<RejectReason, string> = {
  text: 'text',
  'too-large': 'too large',
  infinite: 'infinite',
  hexadecimal: 'hexadecimal',
  date: 'date',
  boolean: 'yes/no',
  'other-format': 'other format',
}

export const ROLE_NAMES: Record<Role, string> = {
  cluster: 'Cluster on',
  keep: 'Keep',
  weight: 'Weight of rows',
  label: 'Known label',
  ignore: 'Ignore',
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
  return `${plural(rejectedCells, 'cell')} rejected${reasons === '' ? '' : ` (${reasons})`}`
}

/** What of the file is no row: `3 comment lines`, `1 blank line`, `2 lines above the table`. */
export function describeLeftOut({
  commentLines,
  blankLines,
  dialect: { skip },
}: Pick<DatasetSummary, 'commentLines' | 'blankLines' | 'dialect'>): string[] {
  const counted: [number, string][] = [
    [skip, 'above the table'],
    [commentLines, 'comment'],
    [blankLines, 'blank'],
  ]
  return counted
    .filter(([count]) => count > 0)
    .map(([count, what]) =>
      what === 'above the table' ? `${plural(count, 'line')} ${what}` : plural(count, `${what} line`),
    )
}

/** `UTF-8 · comma · decimal point · header`. */
export function describeDialect({ encoding, delimiter, decimal, thousands, header }: Dialect): string {
  return [
    ENCODING_NAMES[encoding] ?? encoding,
    DELIMITER_NAMES[delimiter] ?? delimiter,
    `decimal ${decimal === ',' ? 'comma' : 'point'}`,
    ...(thousands === '' ? [] : [`thousands ${THOUSANDS_NAMES[thousands]}`]),
    header ? 'header' : 'no header',
  ].join(' · ')
}

export const THOUSANDS_NAMES: Record<NumberFormat['thousands'], string> = {
  '': 'none',
  ',': 'comma',
  '.': 'point',
  ' ': 'blank',
  "'": 'apostrophe',
}

/** A number as the format writes it: `1,234.5 %`. */
export function sampleNumber({ decimal, thousands, unit }: NumberFormat): string {
  return `1${thousands}234${decimal}5${unit === '' ? '' : ` ${unit}`}`
}

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const

/** `812 bytes`, `70.4 MB`. */
export function formatBytes(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000
    unit++
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : formatFixed(size, 1)} ${UNITS[unit] ?? ''}`
}
