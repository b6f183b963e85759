import type { Crew } from './kernel/crew.ts'
import { createGeneratedLoops } from './kernel/generated.ts'
import type { Fill, Loops } from './kernel/loops.ts'
import { createPlainLoops } from './kernel/plain.ts'
import { segmentCount, segmentStart } from './kernel/segments.ts'
import { createSums, type Sums } from './kernel/sums.ts'
import { createTotals, type Totals } from './kernel/totals.ts'
import { hasGaps } from './missing/gaps.ts'
import { createGappyLoops } from './missing/gappy-loops.ts'
import { covarianceLength, type Family, type Parameters } from './parameters.ts'
import type { Prepared } from './types.ts'

export type { Fill } from './kernel/loops.ts'

/**
 * One EM iteration's pass over the prepared rows. E-step and sums of a block of rows run back to back, so nothing of size
 * n × K is ever written. The rows fall into segments, and every sum runs in a fixed order.
 */
export interface Kernel {
  readonly sums: Sums
  /** Total log-likelihood at the parameters of the last `pass`, in the prepared columns' units. */
  readonly logLikelihood: number
  /** Sum over rows of −Σ z ln z at the parameters of the last `pass`. */
  readonly entropy: number
  /** Runs of whole blocks that a pass falls into. Depends on the rows alone. */
  readonly segments: number
  /** Numbers per segment: its sums (see `Sums`), then its log-likelihood, then its entropy. */
  readonly size: number
  /** E-step at `parameters`, with the sums for the next M-step. False if it was stopped: the results are then not to be used. */
  pass(parameters: Parameters, stopped: () => boolean): boolean
  /** What `pass` does for one segment alone, written to `out` [size]. */
  summarise(parameters: Parameters, segment: number, out: Float64Array, stopped: () => boolean): boolean
  /** The same sums under responsibilities that are given. Only means and whiteners of `parameters` are used. */
  gather(fill: Fill, parameters: Parameters, stopped: () => boolean): boolean
}

/**
 * A kernel over these rows: generated WebAssembly for the family and number of columns, or plain TypeScript where that cannot
 * run; they agree to 1e-12. `noise`: whether the parameters have a noise component. With a crew, passes over more than one segment are shared with it, to the
 * same bits.
 */
export function createKernel(
  prepared: Omit<Prepared, 'total'>,
  components: number,
  family: Family,
  crew: Crew | null = null,
  noise = false,
): Kernel {
  const whole = (rows: typeof prepared) =>
    createGeneratedLoops(rows, components, family, { noise }) ??
    createPlainLoops(rows, components, family, noise)
  const loops = loopsOver(prepared, components, family, whole)
  return assemble(prepared, { components, family, noise }, loops, crew)
}

/** The kernel in plain TypeScript, which runs everywhere. */
export function createPlainKernel(
  prepared: Omit<Prepared, 'total'>,
  components: number,
  family: Family,
  crew: Crew | null = null,
  noise = false,
): Kernel {
  const whole = (rows: typeof prepared) => createPlainLoops(rows, components, family, noise)
  const loops = loopsOver(prepared, components, family, whole)
  return assemble(prepared, { components, family, noise }, loops, crew)
}

/** Where no row has a gap the loops are those of complete data, and so are all their bits. Gaps and noise do not go together. */
function loopsOver(
  prepared: Omit<Prepared, 'total'>,
  components: number,
  family: Family,
  whole: (rows: Omit<Prepared, 'total'>) => Loops,
): Loops {
  const { gaps } = prepared
  return gaps === undefined || !hasGaps(prepared)
    ? whole(prepared)
    : createGappyLoops(prepared, gaps, components, family, whole)
}

function assemble(
  prepared: Omit<Prepared, 'total'>,
  { components, family, noise }: { components: number; family: Family; noise: boolean },
  loops: Loops,
  crew: Crew | null,
): Kernel {
  const { rows, dimension, blockRows } = prepared
  const blocks = Math.ceil(rows / blockRows)
  const segments = segmentCount(blocks)
  const sums = createSums(components, dimension, covarianceLength(family, dimension), noise)
  const size = sums.values.length + 2
  const part = new Float64Array(size)
  let made: Totals | null = null
  const start = (segment: number) => segmentStart(segment, segments, blocks)

  /** Made where they are needed: most passes have one segment. */
  function opened(): Totals {
    made ??= createTotals(size)
    made.reset()
    return made
  }

  function summarise(
    parameters: Parameters,
    segment: number,
    out: Float64Array,
    stopped: () => boolean,
  ): boolean {
    return loops.mix(parameters, start(segment), start(segment + 1), out, stopped)
  }

  function alone(parameters: Parameters, stopped: () => boolean): boolean {
    if (segments === 1) return summarise(parameters, 0, part, stopped)
    const totals = opened()
    for (let segment = 0; segment < segments; segment++) {
      if (!summarise(parameters, segment, part, stopped)) return false
      totals.add(part, 0)
    }
    totals.write(part)
    return true
  }

  function shared(parameters: Parameters, among: Crew, stopped: () => boolean): boolean {
    const own = (segment: number, out: Float64Array) => summarise(parameters, segment, out, stopped)
    const parts = among.share(parameters, segments, size, own, stopped)
    if (parts === null) return false
    const totals = opened()
    for (let segment = 0; segment < segments; segment++) totals.add(parts, segment * size)
    totals.write(part)
    return true
  }

  function finish(): true {
    for (let i = 0; i < sums.values.length; i++) sums.values[i] = part[i]
    return true
  }

  return {
    sums,
    get logLikelihood() {
      return part[size - 2]
    },
    get entropy() {
      return Math.max(0, part[size - 1])
    },
    segments,
    size,
    summarise,
    pass(parameters, stopped) {
      const done =
        crew === null || segments <= 1 ? alone(parameters, stopped) : shared(parameters, crew, stopped)
      return done && finish()
    },
    gather(fill, parameters, stopped) {
      const totals = opened()
      for (let segment = 0; segment < segments; segment++) {
        if (!loops.weigh(fill, parameters, start(segment), start(segment + 1), part, stopped)) return false
        totals.add(part, 0)
      }
      totals.write(part)
      return finish()
    },
  }
}
