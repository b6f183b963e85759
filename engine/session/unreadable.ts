import { EngineError } from '../../contract/errors.ts'
import { phrase, type Phrase } from '../../contract/words/say.ts'

/** What a file is told that is no session. `why` completes the sentence. */
export function unreadable(file: string, why: string | Phrase): EngineError {
  return new EngineError(
    'session-unreadable',
    phrase('“{file}” is not a session that Basin can open: {why}.', { file, why }),
    phrase('Open another session, or the data itself.'),
  )
}
