import { segmentCount } from '../core/mixture/kernel/segments.ts'
import {
  copyParameters,
  covarianceLength,
  familyOf,
  type Family,
  type Parameters,
} from '../core/mixture/parameters.ts'
import type { CovarianceModel, Prepared } from '../core/mixture/types.ts'

/**
 * Where the threads that share one restart's passes meet: the parameters of the pass, who sums which segment of the rows, and
 * the sums. One thread leads: it alone publishes, and it reads the sums. Any number of others may come and go.
 *
 * Layout: 32-bit words [family, K, d, segments, size, noise], the words of the protocol a cache line each, one word per segment; then
 * 64-bit floats: the parameters, then the sums [segments × size].
 */
export interface Desk {
  readonly buffer: SharedArrayBuffer
  readonly segments: number
  /** Numbers per segment. */
  readonly size: number
  /** Of the pass that is under way; to be read by whoever holds a segment. */
  readonly parameters: Parameters
  readonly sums: Float64Array
  /** Begins a pass. To be called when all segments of the one before are finished. */
  publish(parameters: Parameters): void
  /** Takes the next segment that nobody has taken; null when there is none, until the next pass. */
  claim(): number | null
  /** Where the sums of a segment go. */
  place(segment: number): Float64Array
  /** Tells that the segment claimed last is summed. */
  finish(segment: number): void
  isFinished(segment: number): boolean
  allFinished(): boolean
  /** Returns when all segments are finished, or after a few milliseconds, whichever is first. */
  awaitFinish(): void
  /** Returns when there may be segments to claim, or after a while. */
  awaitPass(): void
  /** Nothing is shared from now on: helpers return, and a leader that is not done goes on alone. */
  close(): void
  closed(): boolean
  /** Asks one helper to leave. */
  dismiss(): void
  /** Whether the helper that asks is the one to leave. */
  dismissed(): boolean
  /** Threads that help, or are about to: what `join` and `part` add up to. */
  helpers(): number
  join(): void
  part(): void
}

const HEAD = 16
const LINE = 16
const [CLAIM, FINISHED, CLOSED, DISMISSALS, HELPERS] = [1, 2, 3, 4, 5].map((line) => line * LINE)
const SEGMENT_WORDS = 6 * LINE
const SEGMENT_BITS = 8

const SPINS = 2_000
const FINISH_MILLISECONDS = 5
const PASS_MILLISECONDS = 100

/**
 * Rows × components × (squares and products of a row + 8, about the cost of its exponential) below which passes are so short
 * that a second thread costs about what it gains; `npx node bench/threads.ts` prints the gain on both sides of it.
 */
const LEAST_WORK = 2_000_000

/**
 * A desk for one restart over these rows; null where its passes are too short to gain from being shared, fall into one segment, or
 * where the sums of all segments would take more memory than the rows themselves.
 */
export function createDesk(
  prepared: Pick<Prepared, 'rows' | 'blockRows' | 'dimension' | 'noise'>,
  components: number,
  covariance: CovarianceModel,
  leastWork = LEAST_WORK,
): Desk | null {
  const { rows, blockRows, dimension } = prepared
  const noise = prepared.noise !== undefined
  const family = familyOf(covariance)
  const stride = covarianceLength(family, dimension)
  if (rows * components * (stride + 8) < leastWork) return null
  const segments = segmentCount(Math.ceil(rows / blockRows))
  const size = components * (1 + dimension + stride) + Number(noise) + 2
  const numbers = parametersLength(components, dimension, stride, noise) + segments * size
  if (segments <= 1 || segments * size > rows * dimension) return null
  const buffer = new SharedArrayBuffer(sumsAt(segments) + numbers * Float64Array.BYTES_PER_ELEMENT)
  const words = new Int32Array(buffer)
  words.set([family === 'full' ? 1 : 0, components, dimension, segments, size, Number(noise)])
  words[CLAIM] = segments
  return deskOver(buffer)
}

/** The desk as any thread sees it. */
export function deskOver(buffer: SharedArrayBuffer): Desk {
  const [full, components, dimension, segments, size, noise] = new Int32Array(buffer, 0, HEAD)
  const words = new Int32Array(buffer, 0, SEGMENT_WORDS + segments)
  const parameters = parametersOver(
    buffer,
    sumsAt(segments),
    full === 1 ? 'full' : 'diagonal',
    components,
    dimension,
    noise === 1,
  )
  const from =
    sumsAt(segments) + parametersLength(components, dimension, parameters.stride, parameters.noise) * 8
  const sums = new Float64Array(buffer, from, segments * size)
  const places = Array.from({ length: segments }, (_, s) => sums.subarray(s * size, (s + 1) * size))
  const segmentOf = (claim: number) => claim & ((1 << SEGMENT_BITS) - 1)
  const passOf = (claim: number) => claim >> SEGMENT_BITS
  const allFinished = () => Atomics.load(words, FINISHED) === segments
  const closed = () => Atomics.load(words, CLOSED) === 1
  let held = 0

  return {
    buffer,
    segments,
    size,
    parameters,
    sums,
    publish(source) {
      copyParameters(source, parameters)
      const pass = passOf(Atomics.load(words, CLAIM)) + 1
      Atomics.store(words, FINISHED, 0)
      Atomics.store(words, CLAIM, pass << SEGMENT_BITS)
      Atomics.notify(words, CLAIM)
    },
    claim() {
      for (;;) {
        const claim = Atomics.load(words, CLAIM)
        if (segmentOf(claim) >= segments) return null
        if (Atomics.compareExchange(words, CLAIM, claim, claim + 1) !== claim) continue
        held = passOf(claim)
        return segmentOf(claim)
      }
    },
    place: (segment) => places[segment],
    finish(segment) {
      Atomics.store(words, SEGMENT_WORDS + segment, held)
      if (Atomics.add(words, FINISHED, 1) + 1 === segments) Atomics.notify(words, FINISHED)
    },
    isFinished: (segment) =>
      Atomics.load(words, SEGMENT_WORDS + segment) === passOf(Atomics.load(words, CLAIM)),
    allFinished,
    awaitFinish() {
      for (let spin = 0; spin < SPINS; spin++) if (allFinished()) return
      const seen = Atomics.load(words, FINISHED)
      if (seen < segments) Atomics.wait(words, FINISHED, seen, FINISH_MILLISECONDS)
    },
    awaitPass() {
      const seen = Atomics.load(words, CLAIM)
      if (segmentOf(seen) < segments) return
      for (let spin = 0; spin < SPINS; spin++) if (Atomics.load(words, CLAIM) !== seen) return
      if (!closed()) Atomics.wait(words, CLAIM, seen, PASS_MILLISECONDS)
    },
    close() {
      Atomics.store(words, CLOSED, 1)
      Atomics.notify(words, CLAIM)
      Atomics.notify(words, FINISHED)
    },
    closed,
    dismiss() {
      if (Atomics.load(words, DISMISSALS) >= Atomics.load(words, HELPERS)) return
      Atomics.add(words, DISMISSALS, 1)
      Atomics.notify(words, CLAIM)
    },
    dismissed() {
      const wanted = Atomics.load(words, DISMISSALS)
      return wanted > 0 && Atomics.compareExchange(words, DISMISSALS, wanted, wanted - 1) === wanted
    },
    helpers: () => Atomics.load(words, HELPERS),
    join: () => void Atomics.add(words, HELPERS, 1),
    part() {
      const left = Atomics.sub(words, HELPERS, 1) - 1
      const wanted = Atomics.load(words, DISMISSALS)
      if (wanted > left) Atomics.compareExchange(words, DISMISSALS, wanted, left)
    },
  }
}

const sumsAt = (segments: number) => Math.ceil(((SEGMENT_WORDS + segments) * 4) / 64) * 64

const parametersLength = (components: number, dimension: number, stride: number, noise: boolean) =>
  components * (2 + dimension + 3 * stride) + 2 * Number(noise)

function parametersOver(
  buffer: SharedArrayBuffer,
  from: number,
  family: Family,
  components: number,
  dimension: number,
  noise: boolean,
): Parameters {
  const stride = covarianceLength(family, dimension)
  let at = from
  const next = (length: number) => {
    const view = new Float64Array(buffer, at, length)
    at += view.byteLength
    return view
  }
  return {
    family,
    components,
    dimension,
    stride,
    noise,
    weights: next(components + Number(noise)),
    means: next(components * dimension),
    covariances: next(components * stride),
    factors: next(components * stride),
    whiteners: next(components * stride),
    offsets: next(components + Number(noise)),
  }
}
