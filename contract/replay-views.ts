import type { Move } from '../core/mixture/types.ts'
import type { LabelsView, ModelView } from './views.ts'

/**
 * A restart that was run again with its parameters kept: after every iteration as long as there is room, of more the first ones
 * and some of the rest, evenly, to the last.
 */
export interface ReplayView {
  fit: string
  restart: string
  /** The iterations kept, rising; 0 is the start. A start given as labels is itself the M-step of iteration 1, and there is no 0. Of a restart that was continued they begin where it last was. */
  iterations: Int32Array
  /** What the iteration was, of each kept: `several` where those before it back to the last kept were not kept. */
  moves: (Move | 'start' | 'several')[]
  /** Of each kept; those of the trace to the bit. */
  logLikelihoods: Float64Array
  /**
   * Where there are many rows, how much of them the start has seen: it was `drawn` from a random sample of them, or EM has also
   * `climbed` on that sample; else `all`.
   */
  startRows: 'all' | 'drawn' | 'climbed'
}

/** A restart as it was after one iteration. */
export interface FrameView {
  iteration: number
  /** Belongs to the model. */
  logLikelihood: number
  /**
   * Components in the order that they have at the end, so that none changes its number on the way. `sizes` are of the rows in
   * `labels`.
   */
  model: ModelView
  labels: LabelsView
}
