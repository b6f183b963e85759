import { noEvidence } from '../../core/table/evidence.ts'
import {
  decideFormats,
  hasMarks,
  readsOtherwise,
  type DecidedFormat,
  type FormatChoice,
} from '../../core/table/number-format.ts'
import { isNumeric } from '../../core/table/profile.ts'
import type { ColumnTally, TallyRules } from '../../core/table/tally.ts'
import type { DialectChoice } from '../../contract/schemas.ts'
import type { Dialect } from '../../contract/views.ts'

type Marks = Pick<Dialect, 'decimal' | 'thousands'>

export interface FormatsOfColumns {
  /** One per column. */
  formats: DecidedFormat[]
  /** Those of the file as a whole: of most columns that have any. */
  marks: Marks
  /** Some cells were read otherwise than their column's format has it. */
  readAgain: boolean
}

/** Decides the formats of the columns of a table from all that was read of them. */
export function formatsOfColumns(
  tallies: readonly ColumnTally[],
  choice: DialectChoice,
  { delimiter, decimal }: Dialect,
): FormatsOfColumns {
  const columns = tallies.map((tally, index) => {
    const counts = tally.counts()
    return {
      evidence: isNumeric(counts) ? counts.evidence : noEvidence(),
      numbers: counts.numbers,
      choice: chosenFormat(choice, index),
    }
  })
  const formats = decideFormats(columns, delimiter, decimal)
  return {
    formats,
    marks: marksOfFile(
      formats.filter((_, index) => hasMarks(columns[index].evidence)),
      { decimal, thousands: choice.thousands ?? '' },
    ),
    readAgain: columns.some(({ evidence }, index) =>
      readsOtherwise(evidence, formats[index], tallies[index].decimal),
    ),
  }
}

/** How a column is read while not all of its cells are known. */
export function assumedFormat(
  choice: DialectChoice,
  decimal: '.' | ',',
  index: number,
): Pick<TallyRules, 'decimal' | 'thousands'> {
  const chosen = chosenFormat(choice, index)
  if (chosen.decimal === undefined || chosen.thousands === undefined) {
    return { decimal: chosen.decimal ?? decimal, thousands: null }
  }
  return { decimal: chosen.decimal, thousands: chosen.thousands === chosen.decimal ? '' : chosen.thousands }
}

/** What the person fixed of one column's format: for it alone, or for the whole file. */
function chosenFormat({ decimal, thousands, columns }: DialectChoice, index: number): FormatChoice {
  return columns?.find((column) => column.index === index) ?? { decimal, thousands }
}

function marksOfFile(formats: readonly Marks[], assumed: Marks): Marks {
  const decimal = usual(formats.map((format) => format.decimal)) ?? assumed.decimal
  const grouping = formats.filter((format) => format.decimal === decimal && format.thousands !== '')
  const otherwise = assumed.thousands === decimal ? '' : assumed.thousands
  return { decimal, thousands: usual(grouping.map(({ thousands }) => thousands)) ?? otherwise }
}

function usual<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
