import { componentOrder, toMixture } from '../../core/mixture/outcome.ts'
import type { Mixture, Prepared } from '../../core/mixture/types.ts'
import type { Recording } from '../../workers/recording.ts'

/** A restart that was run again. */
export interface Replay {
  recording: Recording
  /** The parameters at a place among the iterations kept, components in the order that they have at the end. */
  mixture(place: number): Mixture
  /** With one column, the most that weight × density of a component comes to at its mean in an iteration kept; else null. */
  peak: number | null
  /** Iterations that the restart had before those of the recording: of one that was continued the last stretch is run again. */
  before: number
}

/** A recording that is full, of the rows prepared. */
export function createReplay(recording: Recording, { centre, spread }: Prepared, before: number): Replay {
  const places = recording.iterations.length
  const order = componentOrder(recording.read(places - 1).parameters)
  const mixture = (place: number) => toMixture(recording.read(place).parameters, { centre, spread }, order)
  let peak: number | null = null
  if (centre.length === 1)
    for (let place = 0; place < places; place++) peak = Math.max(peak ?? 0, ...peaks(mixture(place)))
  return { recording, mixture, peak, before }
}

const peaks = ({ weights, covariances }: Mixture) =>
  weights.map((weight, k) => weight / Math.sqrt(2 * Math.PI * covariances[k]))
