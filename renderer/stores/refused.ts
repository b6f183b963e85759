import type { EngineError } from '../../contract/errors.ts'
import type { DialectChoice } from '../../contract/schemas.ts'
import type { Source } from './reading.ts'

/** A file that could not be read, and what was chosen about it. */
export interface Refused {
  source: Source
  choices: DialectChoice
  error: EngineError
}

/** Whether another encoding, delimiter or quote might read the file: not where it is no text at all. */
export function mayBeReadOtherwise({ code, line }: EngineError): boolean {
  if (code === 'no-numeric-column' || code === 'file-header-only') return true
  return (code === 'file-unreadable' || code === 'file-binary') && line !== undefined
}
