import { isSampled } from '../../core/mixture/start/sample.ts'
import type { CallOptions } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import type { Checked } from '../../contract/schemas.ts'
import type { FrameView, ReplayView } from '../../contract/views.ts'
import type { Fits, Fitted } from '../fits/fits.ts'
import { readyRows } from '../fits/ready-rows.ts'
import type { Runner } from '../fits/runner.ts'
import { cancelled, watchWork } from '../work.ts'
import { frameOf, type Means } from './frame.ts'
import { record } from './record.ts'
import { createReplay, type Replay } from './replay.ts'
import { segmentsOf } from './segments.ts'

/** Restarts that were run again, to be looked at after each of their iterations. */
export interface Replays {
  /** Throws what `Fits.restart` and `record` throw, or `cancelled`. */
  replay(input: Checked<'replay'>, options: CallOptions<'replay'>): Promise<ReplayView>
  /** Throws `unknown-id` where the replay, or the iteration in it, is not kept. */
  frame(input: Checked<'frame'>, options: CallOptions<'frame'>): Promise<FrameView>
  /** Forgets the replays of a file. */
  forget(dataset: string): void
}

/** Bytes of all replays kept; the oldest go first, never the last. */
const MOST_BYTES = 256 * 2 ** 20

export function createReplays(means: Means & { runner: Runner; fits: Fits }): Replays {
  const { pool, runner, fits } = means
  const replays = new Map<string, Replay>()
  const datasetOf = new WeakMap<Replay, string>()

  function keep(key: string, replay: Replay): void {
    replays.delete(key)
    replays.set(key, replay)
    let bytes = 0
    for (const [other, replay] of [...replays].reverse()) {
      bytes += replay.bytes
      if (bytes > MOST_BYTES && other !== key) replays.delete(other)
    }
  }

  async function begin(fitted: Fitted, options: CallOptions<'replay'>): Promise<Replay> {
    const { fit, restart } = fitted
    const outcome = fit.outcomes[fit.plan.indexOf(restart)]
    const ready = await readyRows(pool, fit.dataset, fit.settings, options.signal)
    if (ready.stopped || outcome === undefined) throw cancelled()
    const segments = segmentsOf(restart, fit.settings, ready.start, outcome.iterations)
    const { prepared } = ready
    const parts = await watchWork(options, (control) => record(runner, fitted, segments, prepared, control))
    return createReplay(parts, prepared)
  }

  return {
    async replay({ fit, restart }, options) {
      const fitted = fits.restart(fit, restart)
      const key = keyOf(fitted)
      const replay = replays.get(key) ?? (await begin(fitted, options))
      // Of a file that was closed meanwhile nothing is kept.
      fits.restart(fit, restart)
      keep(key, replay)
      datasetOf.set(replay, fitted.fit.dataset.id)
      return viewOf(fitted, replay)
    },
    async frame({ fit, restart, iteration, limit }, { signal }) {
      const fitted = fits.restart(fit, restart)
      const replay = replays.get(keyOf(fitted))
      const place = replay?.iterations.indexOf(iteration) ?? -1
      if (replay === undefined || place < 0)
        throw new EngineError(
          'unknown-id',
          phrase('That iteration is not kept any more.'),
          phrase('Play the restart again.'),
        )
      return await watchWork({ signal }, (control) => frameOf(means, fitted, replay, place, limit, control))
    },
    forget(dataset) {
      for (const [key, replay] of replays) if (datasetOf.get(replay) === dataset) replays.delete(key)
    },
  }
}

/** Ids of fits never come again, and of a restart's outcome there is a new one where it has gone on. */
const keyOf = ({ fit, restart, logLikelihood }: Fitted) =>
  `${fit.id} ${restart.id} ${restart.legs?.length ?? 0} ${logLikelihood}`

function viewOf({ fit, restart }: Fitted, replay: Replay): ReplayView {
  const { iterations } = replay
  const kept = Array.from(iterations, (_, place) => replay.head(place))
  const { subsample } = fit.settings
  const drawn = isSampled(fit.rowsUsed) && restart.initialisation !== 'given'
  return {
    fit: fit.id,
    restart: restart.id,
    iterations: iterations.slice(),
    moves: kept.map(({ move }, at) => (at > 0 && iterations[at] - iterations[at - 1] > 1 ? 'several' : move)),
    logLikelihoods: Float64Array.from(kept, ({ logLikelihood }) => logLikelihood),
    startRows: !drawn ? 'all' : subsample ? 'climbed' : 'drawn',
  }
}
