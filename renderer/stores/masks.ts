import { noRows, type RowMask } from '../../contract/row-mask.ts'
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

/** What was selected, in words, after rows were pointed at in one more way. */
export function describe(before: string, what: string, mode: Mode): string {
  if (before === '' || mode === 'replace') return what
  return `${before}, ${JOINTS[mode]} ${what}`
}

const JOINTS = { add: 'and', remove: 'without', intersect: 'as far as in' } as const
