import { EngineError } from '../contract/errors.ts'
import { phrase } from '../contract/words/say.ts'
import type { WorkProgress } from '../contract/views.ts'
import { createWorkControl, type WorkControl } from '../workers/control.ts'

/** What a caller may pass to a long piece of work. */
export interface WorkOptions {
  signal?: AbortSignal | undefined
  onProgress?: ((progress: WorkProgress) => void) | undefined
}

const POLL_MILLISECONDS = 100

/**
 * Runs a piece of work under a control block: an abort sets its stop flag, its counters become progress at 10 Hz.
 * Rejects with `cancelled` where the signal was aborted before the work sealed its control, whatever the work made of it.
 */
export async function watchWork<T>(
  options: WorkOptions,
  work: (control: WorkControl) => Promise<T>,
): Promise<T> {
  const control = createWorkControl()
  const { signal, onProgress } = options
  const report = () => onProgress?.({ kind: 'work', ...control.reading() })
  const timer = onProgress === undefined ? undefined : setInterval(report, POLL_MILLISECONDS)
  const stop = () => control.stop()
  if (signal?.aborted === true) stop()
  else signal?.addEventListener('abort', stop, { once: true })
  try {
    const value = await work(control)
    if (control.stopped()) throw cancelled()
    return value
  } catch (thrown) {
    throw control.stopped() ? cancelled() : thrown
  } finally {
    clearInterval(timer)
    signal?.removeEventListener('abort', stop)
  }
}

/** The failure of a call that its caller has cancelled. */
export function cancelled(): EngineError {
  return new EngineError('cancelled', phrase('It was cancelled.'), '')
}
