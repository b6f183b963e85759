import { readings } from './reading.ts'
import type { TableDialect, Thousands } from './types.ts'

/** Most numbers of most files, told without a closer look. */
const PLAIN = /^[+-]?\d+(?:\.\d+)?$/
const CERTAIN_POINT = /^[+-]?\d+\.(?:\d\d?|\d{4,})$/
const WHOLE = /^[+-]?\d+$/

type Marks = Pick<TableDialect, 'decimal' | 'thousands'>

/**
 * The marks of the numbers in the first records: a first assumption, that columns may turn out to differ from. Where no
 * cell is certain, a comma with three digits behind it stands between thousands, save between semicolons.
 */
export function sniffDecimal(records: readonly string[][], delimiter: string): Marks {
  const votes = { '.': 0, ',': 0 }
  const groups = new Set<Thousands>()
  let ambiguous = false
  for (const record of records) {
    for (const cell of record) {
      if (WHOLE.test(cell)) continue
      if (CERTAIN_POINT.test(cell)) {
        votes['.']++
        continue
      }
      const found = readings(cell)
      if (found === null) continue
      const { '.': point, ',': comma } = found
      if (point === null || comma === null) {
        const [decimal, certain] = point === null ? ([',', comma] as const) : (['.', point] as const)
        votes[decimal]++
        if (certain !== null) groups.add(certain.thousands)
      } else if (point.value === comma.value) groups.add(point.thousands)
      else ambiguous ||= cell.includes(',')
    }
  }
  const undecided = votes['.'] === 0 && votes[','] === 0
  if (undecided && ambiguous) {
    return delimiter === ';' ? { decimal: ',', thousands: '' } : { decimal: '.', thousands: ',' }
  }
  const decimal = votes[','] > votes['.'] ? ',' : '.'
  const thousands = (['.', ',', ' ', "'"] as const).find((mark) => mark !== decimal && groups.has(mark))
  return { decimal, thousands: thousands ?? '' }
}

/** Whether a cell can be meant as a number, however it is written. For sniffing. */
export function looksNumeric(cell: string): boolean {
  return PLAIN.test(cell) || readings(cell) !== null
}
