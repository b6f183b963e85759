import { areCodes, whyUnreadable } from '../../core/table/profile.ts'
import type { CellCounts, RejectReason } from '../../core/table/types.ts'
import type { ColumnProfile, Warning } from '../../contract/views.ts'
import type { ProfiledColumns } from './columns.ts'

/** Everything about how the cells of the columns became numbers, or did not. */
export function numberWarnings({ profiles, counts }: ProfiledColumns): Warning[] {
  const each = (warn: (profile: ColumnProfile, counts: CellCounts) => Warning[]) =>
    profiles.flatMap((profile, index) => warn(profile, counts[index]))
  return [
    ...each(rejectedCells),
    ...each(otherFormats),
    ...each(unreadable),
    ...each(ambiguous),
    ...each(units),
    ...each(inexact),
    ...each(kinds),
  ]
}

function rejectedCells({ name, rejected, rejects }: ColumnProfile): Warning[] {
  if (rejected === 0) return []
  const [{ line, text }] = rejects
  const first = shortened(text)
  const message =
    rejected === 1
      ? `One cell of “${name}” is not a number and counts as missing: “${first}” on line ${line}.`
      : `${rejected} cells of “${name}” are not numbers and count as missing; the first is “${first}” on line ${line}.`
  return [{ code: 'rejected-cells', message, line, column: name, count: rejected }]
}

function otherFormats({ name, format }: ColumnProfile, counts: CellCounts): Warning[] {
  const first = counts.firstBy['other-format']
  const count = counts.othersBy['other-format'] ?? 0
  if (first === undefined) return []
  const where = `the first is “${shortened(first.text)}” on line ${first.line}`
  const message =
    format === null
      ? `The numbers of “${name}” are written in more than one way, so it is read as text; ${where}.`
      : `${cells(count)} of “${name}” ${count === 1 ? 'is written' : 'are written'} in another way than the rest and ${count === 1 ? 'counts' : 'count'} as missing; ${where}.`
  return [{ code: 'mixed-formats', message, line: first.line, column: name, count }]
}

const UNREADABLE = {
  'too-large': 'too large for a computer’s arithmetic, which ends at about 1.8e308',
  infinite: 'infinite',
  hexadecimal: 'hexadecimal, which is not read as a number',
} as const satisfies Partial<Record<RejectReason, string>>

function unreadable({ name, format }: ColumnProfile, counts: CellCounts): Warning[] {
  if (format === null && whyUnreadable(counts) === null) return []
  return (Object.keys(UNREADABLE) as (keyof typeof UNREADABLE)[]).flatMap((code) => {
    const first = counts.firstBy[code]
    const count = counts.othersBy[code] ?? 0
    if (first === undefined) return []
    const what = `${cells(count)} of “${name}” ${count === 1 ? 'is' : 'are'} ${UNREADABLE[code]}`
    const message = `${what}; the first is “${shortened(first.text)}” on line ${first.line}.`
    return [{ code, message, line: first.line, column: name, count }]
  })
}

function ambiguous({ name, ambiguous, format }: ColumnProfile): Warning[] {
  if (!ambiguous || format === null) return []
  const mark = format.decimal === ',' ? 'comma' : 'point'
  const read = `They are read with a decimal ${mark}${format.thousands === '' ? '' : ', and thousands are grouped'}.`
  const message = `Every number of “${name}” with a decimal mark has three digits behind it: they could be thousands. ${read} Check the decimal mark.`
  return [{ code: 'ambiguous-decimal', message, column: name }]
}

function units({ name, format }: ColumnProfile, { units, unitLine, numbers }: CellCounts): Warning[] {
  const [unit, ...more] = [...units].sort((a, b) => b[1] - a[1])
  if (format === null || unit === undefined) return []
  const bare = numbers - [...units.values()].reduce((sum, count) => sum + count, 0)
  const place = { line: unitLine, column: name }
  if (more.length > 0) {
    const names = [unit, ...more].map(([mark, count]) => `${mark} (${count})`).join(', ')
    const message = `Cells of “${name}” carry different units: ${names}. Their numbers are taken as they stand, so they may not compare.`
    return [{ code: 'mixed-units', message, ...place, count: numbers - unit[1] }]
  }
  const [mark, count] = unit
  if (bare > 0 && /[%‰]/.test(mark)) {
    const message = `${cells(count)} of “${name}” ${count === 1 ? 'carries' : 'carry'} ${mark} and ${bare} ${bare === 1 ? 'does' : 'do'} not. 12 ${mark} is read as 12, so they may not compare.`
    return [{ code: 'mixed-units', message, ...place, count: Math.min(count, bare) }]
  }
  const message = `The numbers of “${name}” carry the unit ${mark}; it is left out, so “12 ${mark}” is 12.`
  return [{ code: 'units', message, ...place, count }]
}

function inexact({ name, format }: ColumnProfile, { inexact }: CellCounts): Warning[] {
  if (format === null || inexact === 0) return []
  const message = `${inexact === 1 ? 'One whole number' : `${inexact} whole numbers`} of “${name}” ${inexact === 1 ? 'is' : 'are'} beyond 2^53, where not every whole number can be held; the nearest stands for ${inexact === 1 ? 'it' : 'each'}.`
  return [{ code: 'inexact-integers', message, column: name, count: inexact }]
}

function kinds({ name, type }: ColumnProfile, counts: CellCounts): Warning[] {
  const of = (code: 'dates' | 'booleans' | 'leading-zeros', what: string, count: number): Warning[] => [
    { code, message: `“${name}” holds ${what} and is not used for clustering.`, column: name, count },
  ]
  if (type === 'date') return of('dates', 'dates', counts.others)
  if (type === 'boolean') return of('booleans', 'yes or no', counts.others)
  if (type === 'identifier' && areCodes(counts)) {
    return of('leading-zeros', 'codes with leading zeros, not quantities,', counts.leadingZeros)
  }
  return []
}

function cells(count: number): string {
  return count === 1 ? 'One cell' : `${count} cells`
}

function shortened(text: string): string {
  return text.slice(0, 40)
}
