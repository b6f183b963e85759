import type { Random } from '../../random/random.ts'
import { createRowDraw } from '../row-weights.ts'
import type { Prepared } from '../types.ts'
import { squaredDistances } from './distances.ts'
import { rowStart } from './sample.ts'

/**
 * K centres [K × d] by k-means++ (Arthur & Vassilvitskii 2007), greedy: each time 2 + ⌊ln K⌋ candidates are drawn with
 * probability proportional to the squared distance, times the weight of the row, and the one that lowers their sum most is kept.
 * `stopped` is asked once per candidate; null if it was stopped.
 */
export function seedCentres(
  rows: Prepared,
  components: number,
  random: Random,
  stopped: () => boolean,
): Float64Array | null {
  const n = rows.rows
  const centres = new Float64Array(components * rows.dimension)
  const candidates = 2 + Math.floor(Math.log(components))
  let nearest = new Float64Array(n).fill(Infinity)
  let trial = new Float64Array(n)
  let best = new Float64Array(n)
  let row = createRowDraw(rows, random)()
  take(rows, row, centres, 0)
  let total = lower(rows, centres, 0, nearest, best)
  ;[nearest, best] = [best, nearest]
  for (let k = 1; k < components; k++) {
    let least = Infinity
    let chosen = 0
    for (let c = 0; c < candidates; c++) {
      if (stopped()) return null
      row = draw(rows, nearest, total, random)
      take(rows, row, centres, k)
      const sum = lower(rows, centres, k, nearest, trial)
      if (sum < least) {
        least = sum
        chosen = row
        ;[best, trial] = [trial, best]
      }
    }
    take(rows, chosen, centres, k)
    ;[nearest, best] = [best, nearest]
    total = least
  }
  return centres
}

function take(rows: Prepared, row: number, centres: Float64Array, k: number): void {
  const from = rowStart(rows, row)
  for (let j = 0; j < rows.dimension; j++)
    centres[k * rows.dimension + j] = rows.blocks[from + j * rows.blockRows]
}

function lower(
  rows: Prepared,
  centres: Float64Array,
  k: number,
  nearest: Float64Array,
  out: Float64Array,
): number {
  squaredDistances(rows, centres, k * rows.dimension, out)
  let sum = 0
  for (let i = 0; i < rows.rows; i++) {
    if (nearest[i] < out[i]) out[i] = nearest[i]
    sum += (rows.weights?.values[i] ?? 1) * out[i]
  }
  return sum
}

function draw(rows: Prepared, nearest: Float64Array, total: number, random: Random): number {
  if (!(total > 0)) return createRowDraw(rows, random)()
  let left = random.next() * total
  let row = 0
  for (; row < nearest.length - 1; row++) {
    left -= (rows.weights?.values[row] ?? 1) * nearest[row]
    if (left < 0) break
  }
  return row
}
