import { gatherDiagonal, whitenDiagonal } from './kernel/diagonal.ts'
import { gatherFour, whitenFour } from './kernel/four.ts'
import { gatherFull, whitenFull } from './kernel/full.ts'
import { mixBlock } from './kernel/mix.ts'
import { createSums, type Sums } from './kernel/sums.ts'
import { gatherThree, whitenThree } from './kernel/three.ts'
import { gatherTwo, whitenTwo } from './kernel/two.ts'
import { createWorkspace } from './kernel/workspace.ts'
import { covarianceLength, type Family, type Parameters } from './parameters.ts'
import { createTotal } from './total.ts'
import type { Prepared } from './types.ts'

/** Writes the responsibilities of `count` rows from `from` on: out[k × stride + p] for component k, row from + p. */
export type Fill = (from: number, count: number, out: Float64Array, stride: number) => void

/**
 * One EM iteration's pass over the prepared rows. E-step and sums of a block of rows run back to back, so nothing of size
 * n × K is ever written; every sum runs in a fixed order.
 */
export interface Kernel {
  readonly sums: Sums
  /** Total log-likelihood at the parameters of the last `pass`, in the prepared columns' units. */
  readonly logLikelihood: number
  /** Sum over rows of −Σ z ln z at the parameters of the last `pass`. */
  readonly entropy: number
  /** E-step at `parameters`, with the sums for the next M-step. False if it was stopped: the results are then not to be used. */
  pass(parameters: Parameters, stopped: () => boolean): boolean
  /** The same sums under responsibilities that are given. Only means and whiteners of `parameters` are used. */
  gather(fill: Fill, parameters: Parameters, stopped: () => boolean): boolean
}

/** A kernel in plain TypeScript over these rows, with its own working memory. */
export function createKernel(prepared: Omit<Prepared, 'total'>, components: number, family: Family): Kernel {
  const { rows, dimension, blockRows, blocks } = prepared
  const count = Math.ceil(rows / blockRows)
  const space = createWorkspace(components, dimension, blockRows)
  const sums = createSums(components, dimension, covarianceLength(family, dimension))
  const { whiten, gather } = loopsFor(family, dimension)
  const logLikelihood = createTotal()
  const entropy = createTotal()

  function sweep(fill: Fill | null, parameters: Parameters, stopped: () => boolean): boolean {
    sums.reset()
    logLikelihood.reset()
    entropy.reset()
    for (let block = 0; block < count; block++) {
      if (stopped()) return false
      const from = block * blockRows
      const used = Math.min(blockRows, rows - from)
      for (let k = 0; k < components; k++) whiten(blocks, from * dimension, used, parameters, k, space)
      if (fill === null) {
        mixBlock(parameters.offsets, used, space)
        logLikelihood.add(space.logLikelihood)
        entropy.add(space.entropy)
      } else fill(from, used, space.responsibilities, blockRows)
      for (let k = 0; k < components; k++) gather(used, k, space, sums.recent, k * sums.length)
      sums.advance()
    }
    sums.flush()
    return true
  }

  return {
    sums,
    get logLikelihood() {
      return logLikelihood.value()
    },
    get entropy() {
      return Math.max(0, entropy.value())
    },
    pass: (parameters, stopped) => sweep(null, parameters, stopped),
    gather: (fill, parameters, stopped) => sweep(fill, parameters, stopped),
  }
}

function loopsFor(family: Family, dimension: number) {
  if (family === 'diagonal') return { whiten: whitenDiagonal, gather: gatherDiagonal }
  switch (dimension) {
    case 2:
      return { whiten: whitenTwo, gather: gatherTwo }
    case 3:
      return { whiten: whitenThree, gather: gatherThree }
    case 4:
      return { whiten: whitenFour, gather: gatherFour }
    default:
      return { whiten: whitenFull, gather: gatherFull }
  }
}
