import type { Parameters } from '../parameters.ts'

/** Makes the sums of one segment of the rows in `out`; false if it was stopped, and `out` is then not to be used. */
export type Summarise = (segment: number, out: Float64Array) => boolean

/**
 * Threads that share one restart's passes. A pass falls into segments, whose number depends on the rows alone; each is summed by
 * whichever thread takes it, and they are added in their own order, so the number of threads never changes a result.
 */
export interface Crew {
  /**
   * Has every segment's sums made at `parameters`, by `summarise` here or by the same code on other threads. Returns them
   * [segments × size], good until the next call; null if it was stopped.
   */
  share(
    parameters: Parameters,
    segments: number,
    size: number,
    summarise: Summarise,
    stopped: () => boolean,
  ): Float64Array | null
}
