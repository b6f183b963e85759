import type { ColumnProfile, NumberFormat } from '../../../contract/views.ts'
import { numerals } from '../../../contract/words/numerals.ts'
import { say } from '../../../contract/words/say.ts'
import { sampleNumber } from '../../format/import-words.ts'

type Marks = Pick<NumberFormat, 'decimal' | 'thousands'>

export interface FormatChoice {
  value: string
  text: string
}

const USUAL: readonly Marks[] = [
  { decimal: '.', thousands: '' },
  { decimal: '.', thousands: ',' },
  { decimal: ',', thousands: '' },
  { decimal: ',', thousands: '.' },
  { decimal: '.', thousands: ' ' },
  { decimal: ',', thousands: ' ' },
  { decimal: '.', thousands: "'" },
]

/** Both marks in one text, as a list of choices carries it. */
export const formatKey = ({ decimal, thousands }: Marks): string => `${decimal}${thousands}`

export function marksOf(key: string): Marks {
  return { decimal: key[0] as Marks['decimal'], thousands: (key[1] ?? '') as Marks['thousands'] }
}

/**
 * The ways in which a column's numbers can be read. Where a cell of it can be read two ways, each choice says what that
 * cell then is; else each is shown by a number written that way.
 */
export function formatChoices(format: NumberFormat, cells: readonly string[]): FormatChoice[] {
  const example = cells.find((cell) => DOUBTFUL.test(cell.trim()))?.trim()
  const mark = example === undefined ? undefined : (/[.,]/.exec(example)?.[0] as '.' | ',' | undefined)
  const known = USUAL.some((each) => formatKey(each) === formatKey(format)) ? USUAL : [format, ...USUAL]
  if (example === undefined || mark === undefined)
    return known.map((marks) => ({ value: formatKey(marks), text: sampleNumber({ ...marks, unit: '' }) }))
  const asDecimal = formatKey({ decimal: mark, thousands: '' })
  const asThousands = formatKey({ decimal: mark === ',' ? '.' : ',', thousands: mark })
  const now = formatKey(format)
  return [
    {
      value: asDecimal,
      text: say('{cell} is {number}', { cell: example, number: example.replace(mark, numerals.decimal) }),
    },
    {
      value: asThousands,
      text: say('{cell} is {number}', { cell: example, number: example.replace(mark, '') }),
    },
    ...(now === asDecimal || now === asThousands ? [] : [{ value: now, text: sampleNumber(format) }]),
  ]
}

/** One mark with exactly three digits behind it. */
const DOUBTFUL = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/

/** Whether the person is offered another way of reading a column's numbers. */
export function canBeReadOtherwise(column: ColumnProfile, chosen: readonly { index: number }[]): boolean {
  if (column.format === null) return false
  const isChosen = chosen.some(({ index }) => index === column.index)
  return column.ambiguous || isChosen || (column.rejectedBy['other-format'] ?? 0) > 0
}
