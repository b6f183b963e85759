import { EngineError, type ErrorData } from '../contract/errors.ts'
import { phrase } from '../contract/words/say.ts'

/**
 * Makes a task's failures fit to cross threads: class and own properties of an error are lost there, `cause` is not.
 * Every task file exports `task(...)` as its default.
 */
export function task<Input, Output>(work: (input: Input) => Output): (input: Input) => Output {
  return (input) => {
    try {
      return work(input)
    } catch (thrown) {
      throw new Error('task failed', { cause: asEngineError(thrown).toData() })
    }
  }
}

/** The same for a task that waits for something. */
export function asyncTask<Input, Output>(
  work: (input: Input) => Promise<Output>,
): (input: Input) => Promise<Output> {
  return async (input) => {
    try {
      return await work(input)
    } catch (thrown) {
      throw new Error('task failed', { cause: asEngineError(thrown).toData() })
    }
  }
}

/** What a task's rejection means to the engine. */
export function taskFailure(thrown: unknown): EngineError {
  if (thrown instanceof Error && isErrorData(thrown.cause)) return EngineError.fromData(thrown.cause)
  return asEngineError(thrown)
}

function asEngineError(thrown: unknown): EngineError {
  if (!(thrown instanceof Error) || thrown instanceof EngineError) return EngineError.from(thrown)
  if (thrown.name === 'AbortError' || thrown.message === 'Terminating worker thread')
    return new EngineError('cancelled', phrase('It was cancelled.'), '')
  if (/^worker exited with code/i.test(thrown.message)) {
    return new EngineError(
      'internal',
      phrase('A worker thread ended unexpectedly.'),
      phrase('Try again; if it happens again, please report it with what you did.'),
    )
  }
  return EngineError.from(thrown)
}

function isErrorData(value: unknown): value is ErrorData {
  return typeof value === 'object' && value !== null && 'code' in value && 'remedy' in value
}
