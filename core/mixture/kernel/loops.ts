import type { Parameters } from '../parameters.ts'

/** Writes the responsibilities of `count` rows from `from` on: out[k × stride + p] for component k, row from + p; noise is component K. */
export type Fill = (from: number, count: number, out: Float64Array, stride: number) => void

/**
 * What runs over a run of whole blocks, from block `first` up to but without block `end`. Both write their sums to the
 * beginning of `out`: those of `Sums`, then the log-likelihood, then the entropy. False if they were stopped, and `out` is
 * then not to be used.
 */
export interface Loops {
  /** E-step at `parameters`, with the sums for the next M-step. */
  mix(parameters: Parameters, first: number, end: number, out: Float64Array, stopped: () => boolean): boolean
  /** The same sums under responsibilities that `fill` gives; log-likelihood and entropy are 0. */
  weigh(
    fill: Fill,
    parameters: Parameters,
    first: number,
    end: number,
    out: Float64Array,
    stopped: () => boolean,
  ): boolean
}
