import { covarianceLength, type Family, type Parameters } from '../parameters.ts'
import type { Prepared } from '../types.ts'
import { gatherDiagonal, whitenDiagonal } from './diagonal.ts'
import { gatherFull, whitenFull } from './full.ts'
import type { Fill, Loops } from './loops.ts'
import { mixBlock } from './mix.ts'
import { createTotals } from './totals.ts'
import { createWorkspace } from './workspace.ts'

const BLOCKS_PER_FLUSH = 64

/** With so many columns even one component of a block takes milliseconds: a stop is asked about before each. */
const LONG = 64

/** The loops in plain TypeScript. Blocks add to `recent`; every 64 blocks it is added, compensated, to the totals. */
export function createPlainLoops(
  prepared: Omit<Prepared, 'total'>,
  components: number,
  family: Family,
  noise = false,
): Loops {
  const { rows, dimension, blockRows, blocks } = prepared
  const weights = prepared.weights?.values ?? null
  const length = 1 + dimension + covarianceLength(family, dimension)
  const parts = components + Number(noise)
  const recent = new Float64Array(components * length + Number(noise) + 2)
  const totals = createTotals(recent.length)
  const space = createWorkspace(parts, dimension, blockRows)
  const whiten = family === 'full' ? whitenFull : whitenDiagonal
  const gather = family === 'full' ? gatherFull : gatherDiagonal

  function sweep(
    fill: Fill | null,
    parameters: Parameters,
    first: number,
    end: number,
    out: Float64Array,
    stopped: () => boolean,
  ): boolean {
    totals.reset()
    recent.fill(0)
    for (let block = first; block < end; block++) {
      if (stopped()) return false
      const from = block * blockRows
      const used = Math.min(blockRows, rows - from)
      for (let k = 0; k < components; k++) {
        if (dimension >= LONG && stopped()) return false
        whiten(blocks, from * dimension, used, parameters, k, space)
      }
      if (noise) space.responsibilities.fill(0, components * blockRows)
      if (fill === null) {
        mixBlock(parameters.offsets, used, space, weights?.subarray(from, from + used))
        recent[recent.length - 2] += space.logLikelihood
        recent[recent.length - 1] += space.entropy
      } else {
        fill(from, used, space.responsibilities, blockRows)
        if (weights !== null) weigh(weights, from, used)
      }
      for (let k = 0; k < components; k++) {
        if (dimension >= LONG && stopped()) return false
        gather(used, k, space, recent, k * length)
      }
      if (noise)
        for (let p = 0, r = components * blockRows; p < used; p++)
          recent[components * length] += space.responsibilities[r + p]
      if ((block + 1 - first) % BLOCKS_PER_FLUSH === 0 || block + 1 === end) {
        totals.add(recent, 0)
        recent.fill(0)
      }
    }
    totals.write(out)
    return true
  }

  function weigh(by: Float64Array, from: number, used: number): void {
    for (let k = 0; k < parts; k++)
      for (let p = 0; p < used; p++) space.responsibilities[k * blockRows + p] *= by[from + p]
  }

  return {
    mix: (parameters, first, end, out, stopped) => sweep(null, parameters, first, end, out, stopped),
    weigh: sweep,
  }
}
