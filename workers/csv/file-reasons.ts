import { EngineError } from '../../contract/errors.ts'
import { phrase, type Phrase } from '../../contract/words/say.ts'
import { refusals } from './refusals.ts'

/** Does something with a file; what the system says against it becomes a refusal. */
export function withReasons<T>(name: string, action: () => T): T {
  try {
    return action()
  } catch (thrown) {
    throw asRefusal(name, thrown)
  }
}

/** What a failure of the system means for the file it happened to; other errors stay as they are. */
export function asRefusal(name: string, thrown: unknown): unknown {
  const isOther = thrown instanceof EngineError || !(thrown instanceof Error && 'code' in thrown)
  return isOther ? thrown : refusal(name, String(thrown.code))
}

function refusal(name: string, code: string): EngineError {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new EngineError(
        'file-missing',
        phrase('There is no file “{name}” at that place.', { name }),
        phrase('Check the name; it may have been moved, renamed or deleted.'),
      )
    case 'EISDIR':
      return refusals.folder(name)
    case 'EACCES':
    case 'EPERM':
      return unreadable(
        phrase('You have no permission to read “{name}”.', { name }),
        phrase('Change its permissions, or copy it to a folder of your own.'),
      )
    case 'EBUSY':
      return unreadable(
        phrase('“{name}” is locked by another program.', { name }),
        phrase('Close it there and open it again.'),
      )
    case 'ENAMETOOLONG':
    case 'ELOOP':
      return unreadable(
        phrase('The system cannot follow the path to “{name}”.', { name }),
        phrase('Copy the file to another folder and open the copy.'),
      )
    case 'EMFILE':
    case 'ENFILE':
      return unreadable(
        phrase('“{name}” could not be opened: too many files are open.', { name }),
        phrase('Close other programs and open it again.'),
      )
    case 'ETIMEDOUT':
    case 'ESTALE':
    case 'ENOTCONN':
    case 'ECONNRESET':
    case 'ECONNABORTED':
    case 'EHOSTDOWN':
    case 'EHOSTUNREACH':
    case 'ENETDOWN':
    case 'ENETUNREACH':
    case 'EREMOTEIO':
      return unreadable(
        phrase('The drive that “{name}” is on does not answer ({code}).', { name, code }),
        phrase('Check the connection, or copy the file to this computer and open the copy.'),
      )
    default:
      return unreadable(
        phrase('“{name}” could not be read: the system says {code}.', { name, code }),
        phrase('Check that the disk is still connected, or copy the file and open the copy.'),
      )
  }
}

function unreadable(message: Phrase, remedy: Phrase): EngineError {
  return new EngineError('file-unreadable', message, remedy)
}
