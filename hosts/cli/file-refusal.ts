import { basename } from 'node:path'
import { EngineError } from '../../contract/errors.ts'

/** What the system said about a file that was to be read, in words. An EngineError stays what it is. */
export function fileRefusal(thrown: unknown, path: string): EngineError {
  if (thrown instanceof EngineError) return thrown
  const name = basename(path)
  const code = (thrown as NodeJS.ErrnoException).code
  if (code === 'ENOENT')
    return new EngineError('file-missing', `There is no file “${name}”.`, 'Check its name and folder.')
  if (code === 'EISDIR')
    return new EngineError('file-is-directory', `“${name}” is a folder.`, 'Name a file in it.')
  return new EngineError(
    'file-unreadable',
    `“${name}” could not be read (${code ?? 'unknown cause'}).`,
    'See that you are allowed to read it.',
  )
}

/** A file that is refused for a reason for which other calls are refused as well, such as its size. */
export class RefusedFile extends Error {
  readonly refusal: EngineError

  constructor(refusal: EngineError) {
    super(refusal.message)
    this.refusal = refusal
  }
}
