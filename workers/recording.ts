import { covarianceLength, createParameters, familyOf, type Parameters } from '../core/mixture/parameters.ts'
import type { CovarianceModel, Move, Passage } from '../core/mixture/types.ts'

/** A passage that was kept; the parameters are a copy. */
export interface Kept extends Passage {
  parameters: Parameters
}

/**
 * Shared memory in which a restart's thread leaves its parameters after chosen iterations, in the prepared units and as triangles:
 * K(1 + d + d(d + 1)/2) numbers each, or K(1 + 2d) of the diagonal family; one more with noise.
 */
export interface Recording {
  readonly buffer: SharedArrayBuffer
  /** The iterations that are kept, rising; 0 is the start. */
  readonly iterations: Int32Array
  /** Takes the passage, if it is the next to be kept. */
  write(passage: Passage): void
  /** How many of the iterations have been taken. */
  written(): number
  /** The one at this place among the iterations, once it has been taken. */
  read(place: number): Kept
  /** The same without the parameters. */
  head(place: number): Omit<Kept, 'parameters'>
}

const MOVES: (Move | 'start')[] = ['start', 'em', 'leap', 'landing', 'refusal']
const [WRITTEN, FULL, COMPONENTS, DIMENSION, PLACES, NOISE] = [0, 1, 2, 3, 4, 5]
const HEAD = 6

/** Bytes of one passage. */
export function passageBytes(
  covariance: CovarianceModel,
  components: number,
  dimension: number,
  noise = false,
): number {
  return 8 * numbersOf(components, dimension, covarianceLength(familyOf(covariance), dimension), noise)
}

/** Room for the passages of a restart after these iterations, which must rise. */
export function createRecording(
  covariance: CovarianceModel,
  components: number,
  dimension: number,
  iterations: readonly number[],
  noise = false,
): Recording {
  const places = iterations.length
  const bytes = passagesAt(places) + places * passageBytes(covariance, components, dimension, noise)
  const buffer = new SharedArrayBuffer(bytes)
  const full = familyOf(covariance) === 'full' ? 1 : 0
  new Int32Array(buffer).set([0, full, components, dimension, places, Number(noise), ...iterations])
  return recordingOver(buffer)
}

/** The recording as any thread sees it. */
export function recordingOver(buffer: SharedArrayBuffer): Recording {
  const words = new Int32Array(buffer, 0, HEAD)
  const family = words[FULL] === 1 ? 'full' : 'diagonal'
  const [components, dimension, places] = [words[COMPONENTS], words[DIMENSION], words[PLACES]]
  const noise = words[NOISE] === 1
  const length = numbersOf(components, dimension, covarianceLength(family, dimension), noise)
  const iterations = new Int32Array(buffer, HEAD * 4, places)
  const moves = new Uint8Array(buffer, (HEAD + places) * 4, places)
  const passages = new Float64Array(buffer, passagesAt(places), places * length)
  const written = () => Atomics.load(words, WRITTEN)
  const head = (place: number) => {
    if (!(place < written())) throw new RangeError('That iteration has not been kept.')
    const logLikelihood = passages[place * length]
    return { iterations: iterations[place], move: MOVES[moves[place]], logLikelihood }
  }
  return {
    buffer,
    iterations,
    written,
    head,
    write(passage) {
      const place = written()
      if (place === places || passage.iterations !== iterations[place]) return
      const { weights, means, covariances } = passage.parameters
      moves[place] = MOVES.indexOf(passage.move)
      let at = place * length
      passages[at++] = passage.logLikelihood
      for (const numbers of [weights, means, covariances]) {
        passages.set(numbers, at)
        at += numbers.length
      }
      Atomics.store(words, WRITTEN, place + 1)
    },
    read(place) {
      const known = head(place)
      const parameters = createParameters(family, components, dimension, noise)
      let at = place * length + 1
      for (const numbers of [parameters.weights, parameters.means, parameters.covariances]) {
        numbers.set(passages.subarray(at, at + numbers.length))
        at += numbers.length
      }
      return { ...known, parameters }
    },
  }
}

const numbersOf = (components: number, dimension: number, stride: number, noise: boolean) =>
  1 + components * (1 + dimension + stride) + Number(noise)

const passagesAt = (places: number) => Math.ceil(((HEAD + places) * 4 + places) / 8) * 8
