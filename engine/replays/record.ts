import type { Prepared } from '../../core/mixture/types.ts'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import { createFitMemory } from '../../workers/fit-memory.ts'
import type { WorkControl } from '../../workers/control.ts'
import { createRecording, passageBytes } from '../../workers/recording.ts'
import type { Fitted } from '../fits/fitted.ts'
import type { Runner } from '../fits/runner.ts'
import { cancelled } from '../work.ts'
import { keptIterations } from './kept.ts'
import type { Part } from './replay.ts'
import type { Segment } from './segments.ts'

const POLL_MILLISECONDS = 20

/** Before all restarts that wait: a person does. */
const ORDER = -1

/**
 * Runs the restart again as far as it came, and keeps its parameters. Rejects with `too-large` where they will not fit in memory,
 * and with `not-available` where it does not come to what it came to before.
 */
export async function record(
  runner: Runner,
  { restart, logLikelihood }: Fitted,
  segments: readonly Segment[],
  prepared: Prepared,
  control: WorkControl,
): Promise<Part[]> {
  const { covariance, components } = restart
  const { start } = segments[0].request
  const first = start === undefined || start.kind === 'parameters' ? 0 : 1
  const iterations = segments[segments.length - 1].to
  const bytes = passageBytes(covariance, components, prepared.dimension, prepared.noise !== undefined)
  const kept = keptIterations(first, iterations, bytes)
  const parts: Part[] = []
  let reached: number | null = null
  for (const { request, from, to } of segments) {
    const least = from === 0 ? first : from + 1
    const own = kept.filter((k) => k >= least && k < to).map((k) => k - from)
    const recording = createRecording(
      covariance,
      components,
      prepared.dimension,
      [...own, to - from],
      prepared.noise !== undefined,
    )
    const memory = createFitMemory(1, to - from)
    const watch = setInterval(() => {
      if (control.stopped()) memory.stop()
      control.report(from + memory.iterations(0), iterations, prepared.rows)
    }, POLL_MILLISECONDS)
    try {
      const outcome = await runner.run({
        ground: { prepared, memory, kill: new AbortController().signal },
        request: { ...request, pauseAfter: to - from },
        order: ORDER,
        slot: () => 0,
        recording,
        began: () => undefined,
      })
      if (control.stopped()) throw cancelled()
      if (recording.written() < recording.iterations.length) throw another(restart.id, outcome.reason)
      reached = outcome.logLikelihood
    } finally {
      clearInterval(watch)
    }
    parts.push({ from, recording })
  }
  if (reached !== logLikelihood) throw another(restart.id, '')
  return parts
}

function another(id: string, reason: string): EngineError {
  return new EngineError(
    'not-available',
    reason === ''
      ? phrase('The restart “{id}” did not come to the same when it was run again.', { id })
      : phrase('The restart “{id}” did not come to the same when it was run again: {reason}.', {
          id,
          reason,
        }),
    phrase(
      'Run the fit again. In a session that was changed, or that another version of Basin wrote, it may have ended otherwise.',
    ),
  )
}
