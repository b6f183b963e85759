import { STOPPED, type Failure } from '../collapse.ts'
import { createConvergence, type Convergence } from '../convergence.ts'
import type { Em } from '../em.ts'
import { factorise } from '../factorise.ts'
import type { Parameters } from '../parameters.ts'
import { countOf } from '../row-weights.ts'
import { stepEnergy } from '../step.ts'
import type { Move } from '../types.ts'
import { penalty } from './objective.ts'
import { createOutlook, type Outlook } from './outlook.ts'
import { createSquarem, type Squarem } from './squarem.ts'

const FIRST_LEAP = 5
const SLOW = 0.7
const MOST_GAIN = 0.1
const MOST_GAIN_PER_ROW = 1e-5
const ROUNDING = 1e-14
const FALL = 1e-8

/** What a climb is held to. */
export interface AscentRules {
  tolerance: number
  accelerated: boolean
  /** See `RestartRequest`, in the prepared units; −Infinity for none. */
  leastLimit: number
}

/** The parameters reached, and what is known of them. */
export interface Reached {
  parameters: Parameters
  /** E-steps after the first, M-steps as well. */
  iterations: number
  /** In the prepared units. */
  logLikelihood: number
  entropy: number
}

/**
 * Where a climb stands between two iterations: at what was reached, `settled`; at an extrapolated point, `leapt`; or back from
 * one that led nowhere, `refused`, with the E-step after `next` to come.
 */
export type Footing = 'settled' | 'leapt' | 'refused'

/** The climb of one restart, a step at a time: `step`, an E-step at `ahead`, `judge`. */
export interface Ascent {
  readonly reached: Reached
  readonly convergence: Convergence
  readonly outlook: Outlook
  readonly squarem: Squarem | null
  footing: Footing
  /** What the last iteration was; of a start that is an M-step `em`. */
  readonly move: Move | 'start'
  /** The EM step from what was reached. Only after `step`. */
  next: Parameters
  /** Energy of the step to `next` (see `stepEnergy`); null where there is no penalty. */
  energy: number | null
  /** The extrapolated point. */
  leap: Parameters
  /** Where the next E-step is made. */
  ahead: Parameters
  /** Takes what the E-step at these parameters found, as the beginning. */
  begin(parameters: Parameters, iterations: number): void
  /** The M-step from the last E-step, where there is one to be made. */
  step(): Failure | null
  /** Takes what the E-step at `ahead` found; true once it has converged. */
  judge(): boolean
}

/**
 * EM, with leaps by SQUAREM once it is slow: when an iteration gains less than 0.1, or 1e-5 per row, and its steps shrink
 * slowly. Earlier leaps lead to other optima than EM's, and oftener to a collapse. The M-step from an extrapolated point brings
 * it back into the covariance model; where that lands below what was reached, EM goes on from there as if nothing had been
 * tried. Each E-step is an iteration, and what was reached never falls: its log-likelihood, or under ridge or prior the
 * objective that EM then climbs.
 */
export function createAscent(em: Em, { tolerance, accelerated, leastLimit }: AscentRules): Ascent {
  const { setting, kernel } = em
  const rows = countOf(em.rows)
  const first = em.create()
  let landing = accelerated ? em.create() : first

  const ascent: Ascent & { move: Move | 'start' } = {
    reached: { parameters: first, iterations: 0, logLikelihood: NaN, entropy: NaN },
    convergence: createConvergence(tolerance, rows),
    outlook: createOutlook(leastLimit),
    squarem: accelerated ? createSquarem(first) : null,
    footing: 'settled',
    move: 'start',
    next: em.create(),
    energy: null,
    leap: accelerated ? em.create() : first,
    ahead: first,
    begin(parameters, iterations) {
      reached.iterations = iterations
      if (iterations > 0) ascent.move = 'em'
      take(parameters)
      convergence.reached(reached.logLikelihood, null)
      squarem?.follow(parameters)
    },
    step() {
      if (ascent.footing === 'leapt') {
        const failure = em.maximise(ascent.leap, landing)
        if (failure === null) {
          ascent.ahead = landing
          return null
        }
        if (failure.kind === 'stopped') return failure
        squarem?.learn(false)
      } else if (ascent.footing === 'settled') {
        const failure = em.maximise(reached.parameters, ascent.next)
        if (failure !== null) return failure
        if (setting.penalised) ascent.energy = stepEnergy(reached.parameters, ascent.next, rows, setting.work)
        if (squarem !== null) {
          squarem.follow(ascent.next)
          if (leaps(squarem)) {
            ascent.ahead = ascent.leap
            return null
          }
        }
        if (setting.work.brake.pulled) return STOPPED
      }
      ascent.ahead = ascent.next
      return null
    },
    judge() {
      reached.iterations++
      if (squarem !== null && ascent.ahead === ascent.leap) {
        ascent.footing = 'leapt'
        ascent.move = 'leap'
        return false
      }
      if (squarem !== null && ascent.ahead === landing) return land(squarem)
      const before = reached.parameters
      take(ascent.next)
      ascent.next = before
      ascent.footing = 'settled'
      ascent.move = 'em'
      const converged = convergence.reached(reached.logLikelihood, ascent.energy)
      if (!Number.isNaN(convergence.ratio))
        outlook.see(reached.iterations, reached.logLikelihood, convergence.toCome)
      return converged
    },
  }
  const { reached, convergence, outlook, squarem } = ascent

  function take(parameters: Parameters): void {
    reached.parameters = parameters
    reached.logLikelihood = kernel.logLikelihood
    reached.entropy = kernel.entropy
  }

  /** Whether to leap now; the extrapolated point is then in `leap`. */
  function leaps(by: Squarem): boolean {
    if (reached.iterations < FIRST_LEAP) return false
    const gain = Math.abs(convergence.change)
    if (!(gain < Math.max(MOST_GAIN, MOST_GAIN_PER_ROW * rows))) return false
    if (!(gain > ROUNDING * (rows + Math.abs(reached.logLikelihood)))) return false
    const ratio = by.ratio()
    if (!(ratio >= SLOW)) return false
    const shrink = Math.sqrt(ratio)
    const toCome = shrink < 1 ? (gain * shrink) / (1 - shrink) : Infinity
    if (Number.isNaN(convergence.ratio) && ratio < 1)
      outlook.see(reached.iterations, reached.logLikelihood, (gain * ratio) / (1 - ratio))
    if (toCome < tolerance / 2 && !(convergence.toCome >= tolerance / 2)) return false
    if (!by.extrapolate(ascent.leap)) return false
    if (factorise(setting, ascent.leap) === null) return true
    by.learn(false)
    return false
  }

  function land(by: Squarem): boolean {
    const gain = kernel.logLikelihood - reached.logLikelihood
    const kept = setting.penalised
      ? gain > penalty(setting, landing, rows) - penalty(setting, reached.parameters, rows) &&
        gain > -FALL * (rows + Math.abs(reached.logLikelihood))
      : gain >= 0
    by.learn(kept)
    if (!kept) {
      ascent.footing = 'refused'
      ascent.move = 'refusal'
      return false
    }
    const before = reached.parameters
    take(landing)
    landing = before
    convergence.interrupt(Math.min(by.ratio(), 0.9999))
    convergence.reached(reached.logLikelihood, null)
    by.interrupt()
    by.follow(reached.parameters)
    ascent.footing = 'settled'
    ascent.move = 'landing'
    return false
  }

  return ascent
}
