import { EngineError } from '../../contract/errors.ts'

/** What a file is told that is no session. `why` completes the sentence. */
export function unreadable(file: string, why: string): EngineError {
  return new EngineError(
    'session-unreadable',
    `“${file}” is not a session that Basin can open: ${why}.`,
    'Open another session, or the data itself.',
  )
}
