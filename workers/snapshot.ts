import type { Mixture } from '../core/mixture/types.ts'

/** The parameters a running restart had a moment ago, in the units of the columns as read. */
export interface Reached {
  /** M-steps done. */
  iterations: number
  /** It and `entropy` belong to `mixture`. */
  logLikelihood: number
  entropy: number
  mixture: Mixture
}

/** Shared memory in which one restart's thread leaves its parameters and any thread finds the last whole set of them. */
export interface Snapshot {
  readonly buffer: SharedArrayBuffer
  write(reached: Reached): void
  /** A copy; null before the first. */
  read(): Reached | null
}

const HEAD_BYTES = 32
const WRITTEN = 0
const GAPS = 4
const SCALARS = 5

/** Room for the parameters of a restart with so many components in so many columns: K(1 + d + d²) numbers, twice. */
export function createSnapshot(components: number, dimension: number): Snapshot {
  const numbers = SCALARS + components * (1 + dimension + dimension * dimension)
  const buffer = new SharedArrayBuffer(HEAD_BYTES + 2 * numbers * Float64Array.BYTES_PER_ELEMENT)
  new Int32Array(buffer).set([0, components, dimension, numbers])
  return snapshotOver(buffer)
}

/**
 * The snapshot as any thread sees it. Written in turn to two places: the last whole one stays while the next is written, even if
 * the thread that writes it ends half-way.
 */
export function snapshotOver(buffer: SharedArrayBuffer): Snapshot {
  const words = new Int32Array(buffer, 0, HEAD_BYTES / 4)
  const [, components, dimension, length] = words
  const places = [0, 1].map((place) => new Float64Array(buffer, HEAD_BYTES + place * length * 8, length))
  const meansAt = SCALARS + components
  const covariancesAt = meansAt + components * dimension
  return {
    buffer,
    write({ iterations, logLikelihood, entropy, mixture }) {
      const written = Atomics.load(words, WRITTEN)
      const place = places[written % 2]
      const { weight = NaN, logDensity = NaN } = mixture.noise ?? {}
      place.set([iterations, logLikelihood, entropy, weight, logDensity])
      if (mixture.gaps === true) Atomics.store(words, GAPS, 1)
      place.set(mixture.weights, SCALARS)
      place.set(mixture.means, meansAt)
      place.set(mixture.covariances, covariancesAt)
      Atomics.store(words, WRITTEN, written + 1)
    },
    read() {
      for (;;) {
        const written = Atomics.load(words, WRITTEN)
        if (written === 0) return null
        const copy = places[(written - 1) % 2].slice()
        if (Atomics.load(words, WRITTEN) === written) return reachedOf(copy)
      }
    },
  }

  function reachedOf(numbers: Float64Array): Reached {
    const [iterations, logLikelihood, entropy, weight, logDensity] = numbers
    const weights = numbers.slice(SCALARS, meansAt)
    const means = numbers.slice(meansAt, covariancesAt)
    const covariances = numbers.slice(covariancesAt)
    return {
      iterations,
      logLikelihood,
      entropy,
      mixture: {
        components,
        dimension,
        weights,
        means,
        covariances,
        ...(Atomics.load(words, GAPS) === 1 && { gaps: true }),
        ...(!Number.isNaN(weight) && { noise: { weight, logDensity } }),
      },
    }
  }
}
