import { areCodes, whyUnreadable } from '../../core/table/profile.ts'
import type { CellCounts, RejectReason } from '../../core/table/types.ts'
import type { ColumnProfile, Warning } from '../../contract/views.ts'
import { phrase, told, type Phrase } from '../../contract/words/say.ts'
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
  const said =
    rejected === 1
      ? phrase('One cell of “{name}” is not a number and counts as missing: “{first}” on line {line}.', {
          name,
          first,
          line,
        })
      : phrase(
          '{rejected} cells of “{name}” are not numbers and count as missing; the first is “{first}” on line {line}.',
          { rejected, name, first, line },
        )
  return [{ code: 'rejected-cells', ...told(said), line, column: name, count: rejected }]
}

function otherFormats({ name, format }: ColumnProfile, counts: CellCounts): Warning[] {
  const first = counts.firstBy['other-format']
  const count = counts.othersBy['other-format'] ?? 0
  if (first === undefined) return []
  const where = { name, first: shortened(first.text), line: first.line }
  const said =
    format === null
      ? phrase(
          'The numbers of “{name}” are written in more than one way, so it is read as text; the first is “{first}” on line {line}.',
          where,
        )
      : phrase(
          '{count, plural, one {One cell of “{name}” is written in another way than the rest and counts} other {{cells} cells of “{name}” are written in another way than the rest and count}} as missing; the first is “{first}” on line {line}.',
          { count, cells: count, ...where },
        )
  return [{ code: 'mixed-formats', ...told(said), line: first.line, column: name, count }]
}

const UNREADABLE = {
  'too-large': phrase('too large for a computer’s arithmetic, which ends at about 1.8e308'),
  infinite: phrase('infinite'),
  hexadecimal: phrase('hexadecimal, which is not read as a number'),
} as const satisfies Partial<Record<RejectReason, Phrase>>

function unreadable({ name, format }: ColumnProfile, counts: CellCounts): Warning[] {
  if (format === null && whyUnreadable(counts) === null) return []
  return (Object.keys(UNREADABLE) as (keyof typeof UNREADABLE)[]).flatMap((code) => {
    const first = counts.firstBy[code]
    const count = counts.othersBy[code] ?? 0
    if (first === undefined) return []
    const said = phrase(
      '{count, plural, one {One cell of “{name}” is} other {{cells} cells of “{name}” are}} {what}; the first is “{first}” on line {line}.',
      { count, cells: count, name, what: UNREADABLE[code], first: shortened(first.text), line: first.line },
    )
    return [{ code, ...told(said), line: first.line, column: name, count }]
  })
}

function ambiguous({ name, ambiguous, format }: ColumnProfile): Warning[] {
  if (!ambiguous || format === null) return []
  const mark = format.decimal === ',' ? phrase('comma') : phrase('point')
  const said =
    format.thousands === ''
      ? phrase(
          'Every number of “{name}” with a decimal mark has three digits behind it: they could be thousands. They are read with a decimal {mark}. Check the decimal mark.',
          { name, mark },
        )
      : phrase(
          'Every number of “{name}” with a decimal mark has three digits behind it: they could be thousands. They are read with a decimal {mark}, and thousands are grouped. Check the decimal mark.',
          { name, mark },
        )
  return [{ code: 'ambiguous-decimal', ...told(said), column: name }]
}

function units({ name, format }: ColumnProfile, { units, unitLine, numbers }: CellCounts): Warning[] {
  const [unit, ...more] = [...units].sort((a, b) => b[1] - a[1])
  if (format === null || unit === undefined) return []
  const bare = numbers - [...units.values()].reduce((sum, count) => sum + count, 0)
  const place = { line: unitLine, column: name }
  if (more.length > 0) {
    const names = [unit, ...more].map(([mark, count]) => `${mark} (${count})`).join(', ')
    const said = phrase(
      'Cells of “{name}” carry different units: {names}. Their numbers are taken as they stand, so they may not compare.',
      { name, names },
    )
    return [{ code: 'mixed-units', ...told(said), ...place, count: numbers - unit[1] }]
  }
  const [mark, count] = unit
  if (bare > 0 && /[%‰]/.test(mark)) {
    const said = phrase(
      '{count, plural, one {One cell of “{name}” carries} other {{cells} cells of “{name}” carry}} {mark} and {bare, plural, one {1 does} other {{others} do}} not. 12 {mark} is read as 12, so they may not compare.',
      { count, cells: count, name, mark, bare, others: bare },
    )
    return [{ code: 'mixed-units', ...told(said), ...place, count: Math.min(count, bare) }]
  }
  const said = phrase(
    'The numbers of “{name}” carry the unit {mark}; it is left out, so “12 {mark}” is 12.',
    {
      name,
      mark,
    },
  )
  return [{ code: 'units', ...told(said), ...place, count }]
}

function inexact({ name, format }: ColumnProfile, { inexact }: CellCounts): Warning[] {
  if (format === null || inexact === 0) return []
  const said = phrase(
    '{count, plural, one {One whole number of “{name}” is beyond 2^53, where not every whole number can be held; the nearest stands for it.} other {{numbers} whole numbers of “{name}” are beyond 2^53, where not every whole number can be held; the nearest stands for each.}}',
    { count: inexact, numbers: inexact, name },
  )
  return [{ code: 'inexact-integers', ...told(said), column: name, count: inexact }]
}

function kinds({ name, type }: ColumnProfile, counts: CellCounts): Warning[] {
  const of = (code: 'dates' | 'booleans' | 'leading-zeros', said: Phrase, count: number): Warning[] => [
    { code, ...told(said), column: name, count },
  ]
  if (type === 'date')
    return of(
      'dates',
      phrase('“{name}” holds dates and is not used for clustering.', { name }),
      counts.others,
    )
  if (type === 'boolean') {
    const said = phrase('“{name}” holds yes or no and is not used for clustering.', { name })
    return of('booleans', said, counts.others)
  }
  if (type === 'identifier' && areCodes(counts)) {
    const said = phrase(
      '“{name}” holds codes with leading zeros, not quantities, and is not used for clustering.',
      { name },
    )
    return of('leading-zeros', said, counts.leadingZeros)
  }
  return []
}

function shortened(text: string): string {
  return text.slice(0, 40)
}
