const ROUNDING = 2e-15
/** Changes this small against the tolerance leave less than it to gain even where 9,999 in 10,000 of it survive an iteration. */
const NOTHING = 1e-4
const SMALL_CHANGE = 1e-8
const IN_A_ROW = 2

const BEFORE = 0
const LAST = 1
const ENERGY = 2
const RATIO = 3
const QUIET = 4
const SETTLED = 5
const TO_COME = 6
const CHANGE = 7
const SLOWEST = 8
const SEEN = 9

/** With so many log-likelihoods there is one estimate. */
const FIRST_ESTIMATE = 3

/** Watches one restart. */
export interface Convergence {
  /** All it knows; copying it over another's makes that one go on from here. */
  readonly memory: Float64Array
  /** What the log-likelihood is estimated to gain still, never less than the last ratio says; NaN where there is no estimate. */
  readonly toCome: number
  /** The last change of the log-likelihood; NaN at the beginning. */
  readonly change: number
  /** The factor by which what is still to gain shrinks in an iteration; NaN where there is no estimate. */
  readonly ratio: number
  /** Whether the last change is mere rounding, and the ratio with it. */
  readonly rounding: boolean
  /**
   * The next log-likelihood; where a penalty is at work also the energy of the step that led to it (see `stepEnergy`), else null.
   * True once the restart has converged.
   */
  reached(logLikelihood: number, energy: number | null): boolean
  /**
   * What comes next was not reached by EM steps from what came last, where what was still to gain shrank by `ratio` in an
   * iteration: it will again, though the first changes after a leap do not show it.
   */
  interrupt(ratio: number): void
}

/**
 * Converged when the estimated log-likelihood still to gain is below `tolerance` twice in a row and the last change is small
 * against the log-likelihood, or when two changes in a row are mere rounding or nothing beside the tolerance. The estimate is
 * Aitken's (Böhning et al. 1994; McNicholas et al. 2010): change × a / (1 − a) with a the ratio of successive changes; while
 * the ratio still grows, so does what Aitken foresees, and a is carried on by one more such rise. Where a penalty is at work
 * the plain log-likelihood may turn round on its way, where its changes vanish though the parameters still move; a is then the
 * ratio of successive step lengths, and the energy still to come must be below the tolerance as well.
 */
export function createConvergence(tolerance: number, rows: number): Convergence {
  const memory = new Float64Array(10)

  function estimate(change: number, energy: number | null): number {
    if (energy !== null) {
      const ratio = Math.sqrt(energy / memory[ENERGY])
      memory[RATIO] = ratio
      if (!(ratio < 1)) return NaN
      const steps = ratio / (1 - ratio)
      return Math.max(Math.abs(change) * steps, energy * steps * steps)
    }
    const before = memory[RATIO]
    const ratio = change / (memory[LAST] - memory[BEFORE])
    memory[RATIO] = ratio
    if (!(ratio > 0 && change >= 0)) return NaN
    const risen = before > 0 && before < ratio ? 2 * ratio - before : ratio
    const next = memory[SLOWEST] > risen ? memory[SLOWEST] : risen
    return next < 1 ? (change * next) / (1 - next) : NaN
  }

  function interrupt(ratio: number): void {
    memory.fill(NaN)
    memory[QUIET] = 0
    memory[SETTLED] = 0
    memory[SLOWEST] = ratio
    memory[SEEN] = 0
  }

  interrupt(NaN)
  return {
    memory,
    get toCome() {
      return memory[TO_COME]
    },
    get change() {
      return memory[CHANGE]
    },
    get ratio() {
      return memory[RATIO]
    },
    get rounding() {
      return Math.abs(memory[CHANGE]) <= ROUNDING * (rows + Math.abs(memory[LAST]))
    },
    interrupt,
    reached(logLikelihood, energy) {
      const change = logLikelihood - memory[LAST]
      const scale = rows + Math.abs(logLikelihood)
      const least = Math.max(ROUNDING * scale, NOTHING * tolerance)
      const still = Math.abs(change) <= least && (energy ?? 0) < tolerance
      memory[QUIET] = still ? memory[QUIET] + 1 : 0
      memory[TO_COME] = estimate(change, energy)
      const settled = Math.abs(change) < SMALL_CHANGE * scale && memory[TO_COME] < tolerance
      memory[SETTLED] = settled ? memory[SETTLED] + 1 : 0
      memory[BEFORE] = memory[LAST]
      memory[LAST] = logLikelihood
      memory[ENERGY] = energy ?? NaN
      memory[CHANGE] = change
      memory[SEEN]++
      const atOnce = settled && memory[SEEN] === FIRST_ESTIMATE && Number.isNaN(memory[SLOWEST])
      return atOnce || memory[QUIET] >= IN_A_ROW || memory[SETTLED] >= IN_A_ROW
    },
  }
}
