import type { Parameters } from '../parameters.ts'
import { freeLength, fromFree, toFree } from './free.ts'

const FIRST_BOUND = 4
const GROWTH = 4
const HELD = 0
const BOUND = 1
const STEP = 2
const WAIT = 3
const WAITED = 4
const HEAD = 5
const LONGEST_WAIT = 32

/** Extrapolates a run of EM steps. */
export interface Squarem {
  /** All it knows; copying it over another's of the same shape makes that one go on from here. */
  readonly memory: Float64Array
  /** The next parameters of an unbroken run of EM steps. */
  follow(parameters: Parameters): void
  /** What comes next was not reached by an EM step from what came last. */
  interrupt(): void
  /**
   * Squared length of the last step over that of the one before, in the free form: near a fixed point the factor by which what is
   * still to gain shrinks in one step. NaN before two steps.
   */
  ratio(): number
  /** Writes weights, means and covariances of the extrapolated point; false where that is no longer than the EM step itself. */
  extrapolate(to: Parameters): boolean
  /** Whether what the last extrapolation led to was kept: a longer one may be tried next time, or only a shorter one, later. */
  learn(kept: boolean): void
}

/**
 * Squared extrapolation by scheme S3 (Varadhan & Roland 2008) in the free form: from three points of a run of EM steps,
 * θ₀ + 2 s r + s² v with r = θ₁ − θ₀, v = (θ₂ − θ₁) − r and s = |r| / |v|, at most a bound that grows as long as it serves.
 * After one that was not kept it waits for 1 EM step, then for 3, 7 and so on.
 */
export function createSquarem(shape: Parameters): Squarem {
  const length = freeLength(shape)
  const memory = new Float64Array(HEAD + 3 * length)
  const part = (index: number) => memory.subarray(HEAD + index * length, HEAD + (index + 1) * length)
  const [first, second, third] = [part(0), part(1), part(2)]
  const target = new Float64Array(length)
  memory[BOUND] = FIRST_BOUND

  return {
    memory,
    follow(parameters) {
      if (memory[HELD] === 3) {
        first.set(second)
        second.set(third)
        memory[HELD] = 2
      }
      toFree(parameters, memory[HELD] === 0 ? first : memory[HELD] === 1 ? second : third)
      memory[HELD]++
      memory[WAITED]++
    },
    interrupt() {
      memory[HELD] = 0
    },
    ratio() {
      if (memory[HELD] < 3) return NaN
      let before = 0
      let last = 0
      for (let i = 0; i < length; i++) {
        before += (second[i] - first[i]) ** 2
        last += (third[i] - second[i]) ** 2
      }
      return last / before
    },
    extrapolate(to) {
      let moved = 0
      let bent = 0
      for (let i = 0; i < length; i++) {
        const r = second[i] - first[i]
        const v = third[i] - second[i] - r
        moved += r * r
        bent += v * v
      }
      if (memory[WAITED] <= memory[WAIT]) return false
      const step = Math.min(Math.sqrt(moved / bent), memory[BOUND])
      if (!(step > 1)) {
        memory[BOUND] = Math.max(memory[BOUND], FIRST_BOUND)
        return false
      }
      memory[STEP] = step
      for (let i = 0; i < length; i++) {
        const r = second[i] - first[i]
        target[i] = first[i] + 2 * step * r + step * step * (third[i] - second[i] - r)
      }
      fromFree(target, to)
      return true
    },
    learn(kept) {
      memory[WAITED] = 0
      if (kept) {
        memory[WAIT] = 0
        if (memory[STEP] === memory[BOUND]) memory[BOUND] *= GROWTH
      } else {
        memory[WAIT] = Math.min(2 * memory[WAIT] + 1, LONGEST_WAIT)
        memory[BOUND] = Math.max(1, memory[STEP] / GROWTH)
      }
    },
  }
}
