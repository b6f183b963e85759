import { iterationLimitFlag } from '../../core/mixture/flags.ts'
import type { Flag } from '../../core/mixture/types.ts'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import type { More } from '../../contract/extension.ts'
import type { Addition } from './addition.ts'
import type { Past } from './ledger.ts'
import type { Outcome } from './outcome.ts'
import { legsRun, type Leg } from './plan.ts'
import type { Fit } from './run.ts'

/**
 * A restart goes on from the parameters it ended with, under a tolerance and a limit of its own; one that was stopped before it had
 * reached anything is run from its start. Where going on collapses, or has gained nothing by its limit, it stays as it was and says so;
 * where it converges without a gain, it had converged.
 */
export function continuation(
  fit: Fit,
  { restart: id, tolerance, maxIterations = fit.settings.maxIterations }: Extract<More, { kind: 'continue' }>,
): Addition {
  const at = fit.plan.findIndex((restart) => restart.id === id)
  if (at < 0)
    throw new EngineError(
      'unknown-id',
      phrase('The fit has no restart “{id}”.', { id }),
      phrase('Choose one of its restarts.'),
    )
  const before = fit.outcomes[at]
  if (before.status === 'collapsed')
    throw new EngineError(
      'no-usable-model',
      phrase('The restart “{id}” collapsed, so there is nothing to go on from.', { id }),
      phrase('Choose another restart.'),
    )
  const iterations = before.mixture === null ? 0 : before.iterations
  const leg: Leg = { iterations, mixture: before.mixture, tolerance, maxIterations }
  const planned = { ...fit.plan[at], legs: [...legsRun(fit.plan[at], iterations), leg] }
  return {
    planned: [planned],
    settings: { ...fit.settings, strategy: 'full', refinements: 0, tolerance, maxIterations },
    past: without(fit, at),
    ordered: false,
    inParts: false,
    amounts: (outcome) => goneOn(before, outcome, isPenalised(fit.settings)),
    closed(records) {
      const place = records.plan.indexOf(planned)
      const gained = records.outcomes[place].iterations > iterations
      const trace = joined(fit.traces[at].slice(0, iterations), gained ? records.traces[place] : [])
      return {
        ...records,
        traces: records.traces.with(place, trace),
        extension: { kind: 'continue', restart: id, iterations, tolerance, maxIterations },
      }
    },
  }
}

/** What a restart amounts to that went on from `before`. `mayFall`: something else than the log-likelihood is climbed. */
function goneOn(before: Outcome, after: Outcome, mayFall: boolean): Outcome {
  if (before.mixture === null || before.logLikelihood === null) return after
  const seconds = before.seconds + after.seconds
  const stays = (...flags: Flag[]): Outcome => {
    const others = before.flags.filter(({ code }) => code !== 'not-continued')
    return { ...before, flags: [...others, ...flags], seconds }
  }
  if (after.status === 'collapsed')
    return stays(notContinued(`Going on it collapsed (${after.reason})`, after.collapse?.cause))
  if (after.logLikelihood === null) return stays()
  if (after.logLikelihood < before.logLikelihood && !mayFall)
    return after.status === 'converged' ? convergedBefore(stays()) : stays(notContinued(gainedNothing(after)))
  const iterations = before.iterations + after.iterations
  const counted = (flag: Flag) => (flag.code === 'iteration-limit' ? iterationLimitFlag(iterations) : flag)
  // Where going on was stopped, it still is what it had come to before.
  const { status, flags } = after.status === 'stopped' ? stillEnded(before, after) : after
  return { ...after, status, iterations, flags: flags.map(counted), seconds }
}

function notContinued(why: string, collapse?: Flag['collapse']): Flag {
  const message = `${why}, so it stays as it was.`
  return { code: 'not-continued', message, ...(collapse !== undefined && { collapse }) }
}

const gainedNothing = ({ iterations }: Outcome) =>
  `Going on by ${iterations === 1 ? '1 iteration' : `${iterations} iterations`} it gained nothing`

/** Nothing was left to gain but rounding: it stands at its maximum. */
function convergedBefore(before: Outcome): Outcome {
  const flags = before.flags.filter(({ code }) => code !== 'plateau' && code !== 'iteration-limit')
  return { ...before, status: 'converged', flags }
}

function isPenalised({ prior, regularisation }: Fit['settings']): boolean {
  return prior !== 'none' || regularisation.value > 0
}

function stillEnded({ status, flags }: Outcome, after: Outcome): Pick<Outcome, 'status' | 'flags'> {
  const ends = flags.filter(({ code }) => code === 'plateau' || code === 'iteration-limit')
  return { status, flags: [...after.flags, ...ends] }
}

function without({ plan, outcomes, traces, refinements, iterations }: Fit, at: number): Past {
  const others = <T>(list: readonly T[]) => list.filter((_, place) => place !== at)
  return { plan: others(plan), outcomes: others(outcomes), traces: others(traces), refinements, iterations }
}

function joined(first: Float64Array, second: ArrayLike<number>): Float64Array {
  const whole = new Float64Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}
