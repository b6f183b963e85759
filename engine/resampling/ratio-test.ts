import type { CovarianceModel } from '../../core/mixture/types.ts'
import { replicateSeed } from '../../core/random/seed.ts'
import { createSequentialTest } from '../../core/resampling/sequential-test.ts'
import type { CallOptions } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import { phrase, type Phrase } from '../../contract/words/say.ts'
import { TEST_LEVEL, type RatioTestView } from '../../contract/resampling-views.ts'
import type { Checked } from '../../contract/schemas.ts'
import { checkSize } from '../fits/check-size.ts'
import { isUsable, type Usable } from '../fits/outcome.ts'
import { planRestarts, type PlannedRestart } from '../fits/plan.ts'
import type { Fit } from '../fits/run.ts'
import { inBackground } from './background.ts'
import { inTurn } from './in-turn.ts'
import { createPace } from './progress.ts'
import { refit, slotsOf, type Candidate } from './refit.ts'
import { checkRepeatable, replicateSettings } from './replicate-settings.ts'
import type { Workshop } from './stability.ts'

type Asked = Omit<Checked<'ratioTest'>, 'fit'>

/** The highest of both models. */
interface Pair {
  fewer: Usable
  more: Usable
}

/**
 * The bootstrap likelihood-ratio test of McLachlan (1987): the statistic 2 (l of K + 1 − l of K) beside those of samples drawn from
 * the model of K components, to each of which both are fitted from the models found and a few restarts. K + 1 components of which two
 * coincide gain nothing, so no statistic counts as less than 0. It ends early once p can
 * no longer come to 5 %. An abort ends it with what was found. Throws `no-usable-model` where the fit has no model of K
 * components, `not-available` where it cannot be made again.
 */
export async function ratioTestOf(
  workshop: Omit<Workshop, 'clusterLabels'>,
  fit: Fit,
  asked: Asked,
  { signal, onProgress }: CallOptions<'ratioTest'>,
): Promise<RatioTestView> {
  const { settings, rowsUsed } = fit
  const { covariance, components } = asked
  checkRepeatable(settings)
  const pace = createPace()
  const models = { components: { from: components, to: components + 1 }, covariances: [covariance] }
  const again = replicateSettings(settings, { ...models, restarts: asked.restarts })
  const whole = { ...settings, ...models }
  const largest = planRestarts(whole)
  checkSize(fit.dataset, whole, largest, slotsOf(workshop.runner, largest, whole))
  const found = foundPair(fit, asked)
  const observed =
    found.pair ?? (await fittedPair(workshop, fit, { settings: whole, fewer: found.fewer }, asked, signal))
  const statistic = gainOf(observed)
  const test = createSequentialTest(Math.max(0, statistic), asked.samples, TEST_LEVEL)
  const statistics: number[] = []
  let without = 0

  async function sample(index: number, stop: AbortSignal): Promise<number | null> {
    const seed = replicateSeed(settings.seed, 'simulation', index)
    const drawn = await workshop.pool.run('simulate-rows', {
      mixture: observed.fewer.mixture,
      rows: rowsUsed,
      seed,
      scaling: settings.scaling,
    })
    if (stop.aborted) return null
    const sampled = { ...again, seed }
    const candidates = await refit({
      runner: inBackground(workshop.runner, index),
      ...drawn,
      settings: sampled,
      plan: [
        ...planRestarts(sampled),
        ...[observed.fewer, observed.more].map((one) => givenStart(covariance, one)),
      ],
      signal: stop,
    })
    if (candidates === null) return null
    const pair = pairOf(candidates, asked)
    return pair === null ? NaN : Math.max(0, gainOf(pair))
  }

  const view = (): RatioTestView => {
    const done = test.taken + without
    return {
      fit: fit.id,
      covariance,
      components,
      fewer: observed.fewer.logLikelihood,
      more: observed.more.logLikelihood,
      statistic,
      fitted: found.pair === null,
      asked: asked.samples,
      done,
      restarts: asked.restarts,
      refinements: again.refinements,
      ...pace.times(done, asked.samples),
      stopped: signal?.aborted === true && !test.settled && done < asked.samples,
      statistics: Float64Array.from(statistics),
      without,
      exceedances: test.exceedances,
      p: test.p(),
      early: test.settled && test.taken < asked.samples,
    }
  }
  pace.tell(onProgress, view)
  await inTurn({
    count: asked.samples,
    atOnce: Math.ceil(workshop.runner.lanes / (2 * asked.restarts)) + 1,
    signal,
    work: sample,
    take(drawn) {
      if (Number.isNaN(drawn)) without++
      else {
        statistics.push(drawn)
        test.take(drawn)
      }
      pace.tell(onProgress, view)
      return !test.settled
    },
  })
  return { ...view(), secondsLeft: null }
}

/** The best models of the fit; no pair where it has none with one component more. */
function foundPair(fit: Fit, asked: Asked): { fewer: Usable; pair: Pair | null } {
  const candidates = fit.plan.flatMap((restart, slot): Candidate[] => {
    const outcome = fit.outcomes[slot]
    return isUsable(outcome) && restart.removed !== true ? [{ restart, outcome }] : []
  })
  const fewer = highest(candidates, asked.covariance, asked.components)
  if (fewer === null)
    throw unusable(
      phrase(
        'The fit has no usable model of {components, plural, one {# component} other {# components}} with the covariance model {covariance}.',
        { components: asked.components, covariance: asked.covariance },
      ),
    )
  return { fewer, pair: pairOf(candidates, asked) }
}

/**
 * Both fitted to the rows of the fit as the fit was made, with the same seeds, and from the smaller one of the fit: it may come of more
 * restarts, or of a simpler model, and the larger is refined from it.
 */
async function fittedPair(
  { pool, runner }: Omit<Workshop, 'clusterLabels'>,
  { columns }: Fit,
  { settings, fewer }: { settings: Fit['settings']; fewer: Usable },
  asked: Asked,
  signal: AbortSignal | undefined,
): Promise<Pair> {
  const ready = await pool.run('prepare-rows', { columns, scaling: settings.scaling })
  const plan = [...planRestarts(settings), givenStart(asked.covariance, fewer)]
  const candidates = await refit({
    runner: inBackground(runner, 0),
    ...ready,
    columns,
    settings,
    plan,
    signal,
  })
  if (candidates === null)
    throw new EngineError('cancelled', phrase('The test was stopped before both models were fitted.'), '')
  const pair = pairOf(candidates, asked)
  if (pair === null)
    throw unusable(
      phrase(
        'No usable model was found of {components, plural, one {# component} other {# components}} with the covariance model {covariance}.',
        { components: asked.components + 1, covariance: asked.covariance },
      ),
    )
  return pair
}

function givenStart(covariance: CovarianceModel, { mixture }: Usable): PlannedRestart {
  return {
    id: `${covariance}-${mixture.components}-given-0`,
    components: mixture.components,
    covariance,
    index: 0,
    seed: 0,
    initialisation: 'given',
    start: { kind: 'parameters', mixture },
  }
}

function pairOf(candidates: readonly Candidate[], { covariance, components }: Asked): Pair | null {
  const fewer = highest(candidates, covariance, components)
  const more = highest(candidates, covariance, components + 1)
  return fewer === null || more === null ? null : { fewer, more }
}

/** Of equals the one that is named first: mirrored restarts tie to the bit, and end in any order. */
function highest(
  candidates: readonly Candidate[],
  covariance: CovarianceModel,
  components: number,
): Usable | null {
  let best: Candidate | null = null
  for (const candidate of candidates) {
    const { restart, outcome } = candidate
    if (restart.covariance !== covariance || restart.components !== components) continue
    const above = best === null ? 1 : outcome.logLikelihood - best.outcome.logLikelihood
    if (best === null || above > 0 || (above === 0 && restart.id < best.restart.id)) best = candidate
  }
  return best?.outcome ?? null
}

const gainOf = ({ fewer, more }: Pair) => 2 * (more.logLikelihood - fewer.logLikelihood)

function unusable(message: Phrase): EngineError {
  return new EngineError(
    'no-usable-model',
    message,
    phrase('Fit it first, with more restarts where it was fitted, or choose another number of components.'),
  )
}
