import { hasRow, noRows, type RowMask } from '../../contract/row-mask.ts'
import { say } from '../../contract/words/say.ts'
import type { Mode } from './mode.ts'

/** The selection and the rows pointed at, as one mask. */
export function combine(before: RowMask, pointed: RowMask, mode: Mode): RowMask {
  switch (mode) {
    case 'replace':
      return pointed
    case 'add':
      return before.map((byte, i) => byte | pointed[i])
    case 'remove':
      return before.map((byte, i) => byte & ~pointed[i])
    case 'intersect':
      return before.map((byte, i) => byte & pointed[i])
  }
}

/** The other rows, of so many. */
export function inverse(mask: RowMask, rows: number): RowMask {
  const others = noRows(rows)
  for (let i = 0; i < others.length; i++) others[i] = ~mask[i]
  if (rows % 8 !== 0) others[others.length - 1] &= (1 << (rows % 8)) - 1
  return others
}

/** The next row of a mask down (1) or up (−1) from a row of so many, round the end; null where there is none. */
export function nextRow(mask: RowMask, rows: number, from: number, by: 1 | -1): number | null {
  for (let step = 1; step <= rows; step++) {
    const row = (((from + by * step) % rows) + rows) % rows
    if (mask[row >> 3] === 0) step += by > 0 ? Math.min(7 - (row & 7), rows - 1 - row) : row & 7
    else if (hasRow(mask, row)) return row
  }
  return null
}

/** What was selected, in words, after rows were pointed at in one more way. */
export function describe(before: string, what: string, mode: Mode): string {
  if (before === '' || mode === 'replace') return what
  switch (mode) {
    case 'add':
      return say('{before}, and {what}', { before, what })
    case 'remove':
      return say('{before}, without {what}', { before, what })
    case 'intersect':
      return say('{before}, as far as in {what}', { before, what })
  }
}
