import type { Random } from '../../random/random.ts'
import { gapsOf } from '../missing/gaps.ts'
import { createRowDraw, createRowWeights } from '../row-weights.ts'
import type { Prepared } from '../types.ts'

const MOST_ROWS = 20_000
const MOST_DRAWS = 100

/** Whether a start reads only a sample of so many rows. */
export const isSampled = (rows: number): boolean => rows > MOST_ROWS

/** The rows a start reads: all of them, or a random 20,000 where there are more. */
export function startRows(prepared: Prepared, random: Random): Prepared {
  return sampleRows(prepared, MOST_ROWS, random)
}

/**
 * At most `count` of the rows: all of them, or so many at random, without replacement. Of rows with weights, so many draws by weight
 * with replacement, and each row drawn weighs as often as it was.
 */
export function sampleRows(prepared: Prepared, count: number, random: Random): Prepared {
  const { rows, gaps } = prepared
  if (rows <= count) return prepared
  if (prepared.weights !== undefined) {
    const times = drawTimes(prepared, count, random)
    const each = [...times.values()]
    const weights = createRowWeights(each.length, prepared.blockRows, (i) => each[i])
    return { ...takeRows(prepared, [...times.keys()]), weights }
  }
  const picked = distinctRows(rows, count, random)
  if (gaps === undefined) return takeRows(prepared, picked)
  // Rows with the same gaps must stay together.
  picked.sort((a, b) => a - b)
  return { ...takeRows(prepared, picked), gaps: gapsOf(gaps, picked) }
}

/** Some of the rows, packed anew in the order in which they are picked: the weights and gaps are still those of all. */
export function takeRows<Rows extends Omit<Prepared, 'total'>>(
  prepared: Rows,
  picked: readonly number[],
): Rows {
  const { dimension, blockRows, blocks } = prepared
  const count = picked.length
  const sample = new Float64Array(Math.ceil(count / blockRows) * blockRows * dimension)
  const sampled = { ...prepared, rows: count, blocks: sample }
  for (let i = 0; i < count; i++) {
    const from = rowStart(prepared, picked[i])
    const to = rowStart(sampled, i)
    for (let j = 0; j < dimension; j++) sample[to + j * blockRows] = blocks[from + j * blockRows]
  }
  return sampled
}

/** How often each row was drawn, in the order in which they first were. */
function drawTimes(prepared: Prepared, count: number, random: Random): Map<number, number> {
  const draw = createRowDraw(prepared, random)
  const times = new Map<number, number>()
  for (let i = 0; i < count; i++) {
    const row = draw()
    times.set(row, (times.get(row) ?? 0) + 1)
  }
  return times
}

/** Where the first coordinate of a row stands in the blocks; the others follow at steps of `blockRows`. */
export function rowStart(prepared: Pick<Prepared, 'blockRows' | 'dimension'>, row: number): number {
  const { blockRows, dimension } = prepared
  return Math.floor(row / blockRows) * blockRows * dimension + (row % blockRows)
}

/** `count` distinct row numbers below `rows`, in random order (Floyd 1987, then as they were drawn). Needs count ≤ rows. */
export function distinctRows(rows: number, count: number, random: Random): number[] {
  const chosen = new Set<number>()
  for (let top = rows - count; top < rows; top++) {
    const row = random.below(top + 1)
    chosen.add(chosen.has(row) ? top : row)
  }
  return [...chosen]
}

/**
 * Rows at `count` different points, in random order, by weight where rows have one. A row that repeats an earlier one's point is drawn again, and after 100
 * draws the next row with a new point is taken; where the rows hold fewer points, points repeat. Needs count ≤ rows.
 */
export function distinctPoints(prepared: Prepared, count: number, random: Random): number[] {
  const { rows, weights } = prepared
  const drawn = createRowDraw(prepared, random)
  const chosen =
    weights === undefined ? distinctRows(rows, count, random) : Array.from({ length: count }, drawn)
  for (let k = 1; k < count; k++) {
    let row = chosen[k]
    for (let draw = 0; draw < MOST_DRAWS && repeats(prepared, chosen, k, row); draw++) row = drawn()
    for (let step = 0; step < rows && repeats(prepared, chosen, k, row); step++) row = (row + 1) % rows
    chosen[k] = row
  }
  return chosen
}

/** Whether a row's point is that of one of the first `count` chosen rows. */
function repeats(prepared: Prepared, chosen: readonly number[], count: number, row: number): boolean {
  for (let k = 0; k < count; k++) if (samePoint(prepared, chosen[k], row)) return true
  return false
}

function samePoint(prepared: Prepared, a: number, b: number): boolean {
  const { dimension, blockRows, blocks } = prepared
  const left = rowStart(prepared, a)
  const right = rowStart(prepared, b)
  for (let j = 0; j < dimension; j++)
    if (blocks[left + j * blockRows] !== blocks[right + j * blockRows]) return false
  return true
}
