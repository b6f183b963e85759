import type { Concern, Looked } from './concern.ts'
import { heavyTail } from './heavy-tail.ts'
import { spaced, valuesAt } from './used-rows.ts'

/** A column of whole numbers with no more different values than this is a code or a grade, */
const MOST_CODES = 10
/** if each comes up in so many rows on average; */
const ROWS_PER_CODE = 10
/** in so many where none is larger than on a scale from 0 to 10, for counts and measurements seldom stay there. */
const ROWS_PER_GRADE = 3
const LARGEST_GRADE = 10
/** Fewer rows may be numbered by chance. */
const COUNTING_ROWS = 10
const SAMPLED = 20_000

/** What is wrong with one column in the rows that have it: at most one thing, the worst. */
export function columnConcerns({ index, identifier, values }: Looked, rows: Uint32Array): Concern[] {
  if (rows.length === 0) return []
  const { least, most, whole, rising, falling, distinct } = lookOver(values, rows)
  if (least === most) return [{ kind: 'constant', column: index, value: least }]
  const reason = identifier || (whole && rows.length >= COUNTING_ROWS ? numbering(rising, falling) : '')
  if (reason !== '') return [{ kind: 'identifier', column: index, reason }]
  const graded = Math.max(most, -least) <= LARGEST_GRADE
  if (whole && distinct !== null && rows.length >= (graded ? ROWS_PER_GRADE : ROWS_PER_CODE) * distinct)
    return [{ kind: 'code', column: index, values: distinct }]
  return heavyTail(index, valuesAt(values, spaced(rows, SAMPLED)), least)
}

function numbering(rising: boolean, falling: boolean): string {
  if (rising) return 'a whole number that rises from row to row'
  return falling ? 'a whole number that falls from row to row' : ''
}

interface Look {
  least: number
  most: number
  /** Every value is a whole number. */
  whole: boolean
  rising: boolean
  falling: boolean
  /** Different values; null where there are more than a code has. */
  distinct: number | null
}

function lookOver(values: Float64Array, rows: Uint32Array): Look {
  const codes: number[] = []
  let [least, most, whole, rising, falling, few] = [Infinity, -Infinity, true, true, true, true]
  let last = NaN
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]]
    least = Math.min(least, value)
    most = Math.max(most, value)
    if (value <= last) rising = false
    if (value >= last) falling = false
    if (whole && !Number.isInteger(value)) whole = false
    if (few && value !== last && !codes.includes(value)) few = codes.push(value) <= MOST_CODES
    last = value
  }
  return { least, most, whole, rising, falling, distinct: few ? codes.length : null }
}
