import * as v from 'valibot'
import { whole } from './fields.ts'
import { say } from './words/say.ts'

/**
 * What the weights of rows are. `frequency`: how many cases a row stands for, a whole number; n is their sum. `importance`: how much
 * a row counts beside the others; only ratios matter, the weights are brought to a mean of 1 and n is the rows used.
 */
export const WEIGHT_KINDS = ['frequency', 'importance'] as const
export type WeightKind = (typeof WEIGHT_KINDS)[number]

/** The column that says how much each row counts; null where every row counts once. */
export const RowWeighting = v.nullable(
  v.object({
    /** Index of the column. */
    column: whole(0, 1_000_000, say('The column of the weights')),
    kind: v.picklist(WEIGHT_KINDS),
  }),
)

/** How the rows of a fit counted, where not all counted once. */
export interface WeightingView {
  /** Name of the column. */
  column: string
  kind: WeightKind
  /** n of the criteria: the sum of the frequencies, or the rows used. */
  count: number
  /** Rows of the file that were left out because their weight is 0, or because they have none. */
  zero: number
  missing: number
}
