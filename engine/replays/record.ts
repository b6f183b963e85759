import type { RestartRequest } from '../../core/mixture/types.ts'
import { EngineError } from '../../contract/errors.ts'
import { createFitMemory } from '../../workers/fit-memory.ts'
import type { WorkControl } from '../../workers/control.ts'
import { createRecording, passageBytes, type Recording } from '../../workers/recording.ts'
import type { Fitted } from '../fits/fits.ts'
import type { Outcome } from '../fits/outcome.ts'
import type { ReadyRows } from '../fits/ready-rows.ts'
import type { Runner } from '../fits/runner.ts'
import { cancelled } from '../work.ts'
import { keptIterations } from './kept.ts'

const POLL_MILLISECONDS = 20

/** Before all restarts that wait: a person does. */
const ORDER = -1

/**
 * Runs the restart again as far as it came, and keeps its parameters. Rejects with `too-large` where they will not fit in memory,
 * and with `internal` where it does not come to what it came to before.
 */
export async function record(
  runner: Runner,
  { fit, restart, logLikelihood }: Fitted,
  { iterations }: Pick<Outcome, 'iterations'>,
  request: RestartRequest,
  { prepared }: ReadyRows,
  control: WorkControl,
): Promise<Recording> {
  const { covariance, components } = restart
  const bytes = passageBytes(covariance, components, prepared.dimension)
  const first = request.start === undefined || request.start.kind === 'parameters' ? 0 : 1
  const kept = keptIterations(first, iterations, bytes)
  const recording = createRecording(covariance, components, prepared.dimension, kept)
  const memory = createFitMemory(1, iterations)
  const watch = setInterval(() => {
    if (control.stopped()) memory.stop()
    control.report(memory.iterations(0), iterations, fit.rowsUsed)
  }, POLL_MILLISECONDS)
  try {
    const outcome = await runner.run({
      ground: { prepared, memory, kill: new AbortController().signal },
      request: { ...request, pauseAfter: iterations },
      order: ORDER,
      slot: () => 0,
      recording,
      began: () => undefined,
    })
    if (control.stopped()) throw cancelled()
    if (recording.written() === kept.length && outcome.logLikelihood === logLikelihood) return recording
    throw new EngineError(
      'internal',
      `The restart “${restart.id}” did not come to the same when it was run again${outcome.reason === '' ? '' : `: ${outcome.reason}`}.`,
      'Run the fit again; if it happens again, please report it with what you did.',
    )
  } finally {
    clearInterval(watch)
  }
}
