import { componentOrder, toMixture } from '../../core/mixture/outcome.ts'
import type { Mixture, Prepared } from '../../core/mixture/types.ts'
import type { Kept, Recording } from '../../workers/recording.ts'

/** The iterations kept of one stretch of a restart. */
export interface Part {
  /** Iterations of the restart before it. */
  from: number
  /** Full; its last iteration is that of the stretch. */
  recording: Recording
}

/** A restart that was run again. */
export interface Replay {
  /** The iterations kept, rising. */
  iterations: Int32Array
  bytes: number
  /** What was kept at a place among them, without the parameters. */
  head(place: number): Omit<Kept, 'parameters'>
  /** The parameters there, components in the order that they have at the end. */
  mixture(place: number): Mixture
  /** With one column, the most that weight × density of a component comes to at its mean in an iteration kept; else null. */
  peak: number | null
}

/** What the parts of a restart over the rows prepared amount to. */
export function createReplay(parts: readonly Part[], prepared: Prepared): Replay {
  const orders = ordersOf(parts)
  const places = parts.flatMap(({ recording, from }, at) =>
    Array.from(recording.iterations, (iteration, place) => ({
      recording,
      at,
      place,
      count: from + iteration,
    })),
  )
  const mixture = (place: number) => {
    const { recording, at, place: own } = places[place]
    return toMixture(recording.read(own).parameters, prepared, orders[at])
  }
  let peak: number | null = null
  if (prepared.dimension === 1)
    for (let place = 0; place < places.length; place++) peak = Math.max(peak ?? 0, ...peaks(mixture(place)))
  return {
    iterations: Int32Array.from(places, ({ count }) => count),
    bytes: parts.reduce((sum, { recording }) => sum + recording.buffer.byteLength, 0),
    head(place) {
      const { recording, place: own, count } = places[place]
      return { ...recording.head(own), iterations: count }
    },
    mixture,
    peak,
  }
}

/** Of each part, where the components at the end of all stand: a part begins with the components that the one before ended with, in order. */
function ordersOf(parts: readonly Part[]): number[][] {
  const ends = parts.map(({ recording }) =>
    componentOrder(recording.read(recording.iterations.length - 1).parameters),
  )
  return ends.map((end, at) => ends.slice(at + 1).reduce((order, later) => later.map((k) => order[k]), end))
}

const peaks = ({ weights, covariances }: Mixture) =>
  weights.map((weight, k) => weight / Math.sqrt(2 * Math.PI * covariances[k]))
